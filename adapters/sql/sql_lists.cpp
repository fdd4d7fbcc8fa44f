// The lists of a store over SQL: pages, cursors and saved views around the database's own table of entries.
#include "adapters/sql/sql_lists.hpp"

#include <array>

#include "adapters/list_keys.hpp"
#include "adapters/sql/inner.hpp"
#include "adapters/sql/list_table.hpp"
#include "adapters/sql/list_where.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using detail::ListRow;

std::vector<std::string> unspaced(const std::string& text) {
  std::vector<std::string> list;
  for (std::size_t at = 1; at < text.size();) {
    const auto end = text.find(' ', at);
    list.push_back(text.substr(at, end - at));
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return list;
}

ListEntry entry_of(const ListRow& row) {
  ListEntry it;
  std::string subject_kind, phase, roles;
  std::int64_t due = 0;
  int reserved = 0, held = 0;
  std::tie(it.id, it.version, it.code, it.submission, it.occasion, it.decision, it.plan, it.unit, it.territory, it.form,
           subject_kind, it.category, it.external_ref, phase, it.stage, it.office, it.hand, roles, it.assignee, reserved,
           due, held, it.entered.milliseconds, it.changed.milliseconds, it.passes) = row;
  it.subject_kind = parse_name<SubjectKind>(subject_kind).value_or(SubjectKind::collective);
  it.phase = parse_name<Phase>(phase).value_or(Phase::drafting);
  it.roles = unspaced(roles);
  if (due != kNeverDue) it.due = Date(static_cast<std::int32_t>(due));
  it.reserved = reserved != 0;
  it.held = held != 0;
  return it;
}

std::string without_spaces(const std::string& text) { return text.size() < 3 ? "" : text.substr(1, text.size() - 2); }

}  // namespace

const detail::ListTable& SqlLists::table() const { return store_.inner_->database->list_table(); }

ListPage SqlLists::find(const ListRequest& request) const {
  if (detail::is_empty(request.scope)) return {};
  return store_.inner_->read([&](Connection& reader) {
    const auto rows = table().page(reader, request);
    const auto limit = static_cast<std::size_t>(list_limit(request.limit));
    ListPage page;
    for (std::size_t i = 0; i < rows.size() && i < limit; ++i) page.entries.push_back(entry_of(rows[i]));
    if (rows.size() > limit) page.next = cursor_of(list_key(page.entries.back(), request.order), request.order);
    return page;
  });
}

std::int64_t SqlLists::count(const ListScope& scope, const ListFilter& filter) const {
  if (detail::is_empty(scope)) return 0;
  return store_.inner_->read([&](Connection& reader) { return table().count(reader, scope, filter); });
}

std::vector<FacetCount> SqlLists::facets(const ListScope& scope, const ListFilter& filter,
                                         std::span<const Facet> facets, Date today) const {
  if (detail::is_empty(scope)) return {};
  return store_.inner_->read([&](Connection& reader) { return table().facets(reader, scope, filter, facets, today); });
}

std::vector<CrossCount> SqlLists::crossed(const ListScope& scope, const ListFilter& filter, Facet facet, Facet by,
                                          Date today) const {
  if (detail::is_empty(scope)) return {};
  const auto counting = detail::counting(std::array{facet, by}, today);
  std::vector<CrossCount> found;
  store_.inner_->read([&](Connection& reader) {
    for (auto& [value, other, count] : table().pairs(reader, scope, filter, counting))
      found.push_back({std::move(value), std::move(other), count});
    return true;
  });
  return found;
}

std::vector<PassesCount> SqlLists::passes(const ListScope& scope, const ListFilter& filter) const {
  if (detail::is_empty(scope)) return {};
  std::vector<PassesCount> found;
  store_.inner_->read([&](Connection& reader) {
    for (auto& [plan, passes, count] : table().pairs(reader, scope, filter, detail::counting_passes(reader.dialect())))
      found.push_back({std::move(plan), std::move(passes), count});
    return true;
  });
  return found;
}

std::set<DossierId> SqlLists::dossiers_in(const ListScope& scope, const std::vector<DossierId>& among) const {
  if (among.empty() || detail::is_empty(scope)) return {};
  return store_.inner_->read([&](Connection& reader) { return table().named(reader, scope, {.dossiers = among}); });
}

std::set<SubmissionId> SqlLists::submissions_in(const ListScope& scope, const std::vector<SubmissionId>& among) const {
  if (among.empty() || detail::is_empty(scope)) return {};
  return store_.inner_->read([&](Connection& reader) { return table().named(reader, scope, {.submissions = among}); });
}

std::set<DecisionId> SqlLists::decisions_in(const ListScope& scope, const std::vector<DecisionId>& among) const {
  if (among.empty() || detail::is_empty(scope)) return {};
  return store_.inner_->read([&](Connection& reader) { return table().named(reader, scope, {.decisions = among}); });
}

std::optional<ListEntry> SqlLists::entry(const DossierId& id) const {
  return store_.inner_->read([&](Connection& reader) -> std::optional<ListEntry> {
    const std::string by_id = "SELECT " + detail::all_entry_columns(reader.dialect()) + " FROM dossier_list e WHERE e.id = :id";
    const auto row = reader.row<ListRow>(by_id, id);
    const auto stored = table().words(reader, id);
    if (!row || !stored) return std::nullopt;
    ListEntry it = entry_of(*row);
    it.marks = unspaced(stored->marks);
    it.words = without_spaces(stored->words);
    return it;
  });
}

void SqlLists::put_entries(std::span<const ListEntry> entries) {
  store_.inner_->write([&](Connection& writer) {
    table().put(writer, entries);
    return true;
  });
}

std::string SqlLists::computed_for() const {
  return store_.meta(std::string(sql::lists_computed_for)).value_or("");
}

void SqlLists::set_computed_for(const std::string& stamp) {
  store_.set_meta(std::string(sql::lists_computed_for), stamp);
}

std::optional<std::int64_t> SqlLists::save_workspace(const DossierId& id, std::int64_t expected,
                                                        const std::string& content,
                                                        const std::optional<std::string>& words) {
  return store_.inner_->write([&](Connection& writer) -> std::optional<std::int64_t> {
    if (writer.change(sql::save_workspace, content, id, expected) == 0) return std::nullopt;
    if (words) table().put_words(writer, id, *words);
    return expected + 1;
  });
}

std::vector<SavedView> SqlLists::views(const PersonId& person) const {
  using Row = std::tuple<std::string, std::string, std::string, std::int64_t>;
  return store_.inner_->read([&](Connection& reader) {
    std::vector<SavedView> found;
    for (const auto& [id, name, filter, version] : reader.rows<Row>(sql::views, person))
      found.push_back({id, person, name, filter, version});
    return found;
  });
}

ViewSaved SqlLists::save_view(const SavedView& view, std::size_t most) {
  return store_.inner_->write([&](Connection& writer) {
    // SQLite has one writer; on PostgreSQL two would count before either wrote.
    if (writer.dialect() == detail::Dialect::postgres) writer.value<std::string>(sql::lock_views, view.person);
    const auto stored = writer.value<std::int64_t>(sql::view_version, view.person, view.id).value_or(0);
    if (stored != view.version) return ViewSaved::changed;
    const auto own = writer.value<std::int64_t>(sql::count_views, view.person).value_or(0);
    if (stored == 0 && own >= static_cast<std::int64_t>(most)) return ViewSaved::too_many;
    writer.change(sql::put_view, view.person, view.id, view.version + 1, view.name, view.filter);
    return ViewSaved::done;
  });
}

void SqlLists::drop_view(const PersonId& person, const std::string& id) {
  store_.inner_->write([&](Connection& writer) { return writer.change(sql::drop_view, person, id); });
}

}  // namespace vinhdanh
