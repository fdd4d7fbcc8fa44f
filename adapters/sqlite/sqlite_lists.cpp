// The lists, facets and search of the SQLite store.
#include "adapters/sqlite/sqlite_lists.hpp"

#include <algorithm>

#include "adapters/list_keys.hpp"
#include "adapters/sqlite/inner.hpp"
#include "adapters/sqlite/list_query.hpp"
#include "adapters/sqlite/list_rows.hpp"
#include "adapters/sqlite/statements_lists.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using detail::ListRows;
using detail::ListSource;
using detail::ListSql;
using OptionalText = std::optional<std::string>;
using ListRow = std::tuple<std::string, std::int64_t, std::string, std::string, std::string, OptionalText, std::string,
                           std::string, std::string, std::string, std::string, std::string, OptionalText, std::string,
                           OptionalText, OptionalText, std::string, std::string, OptionalText, int, std::int64_t, int,
                           std::int64_t, std::int64_t>;
using Fetched = std::vector<ListRow>;

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
           due, held, it.entered.milliseconds, it.changed.milliseconds) = row;
  it.subject_kind = parse_name<SubjectKind>(subject_kind).value_or(SubjectKind::collective);
  it.phase = parse_name<Phase>(phase).value_or(Phase::drafting);
  it.roles = unspaced(roles);
  if (due != kNeverDue) it.due = Date(static_cast<std::int32_t>(due));
  it.reserved = reserved != 0;
  it.held = held != 0;
  return it;
}

std::string without_spaces(const std::string& text) { return text.size() < 3 ? "" : text.substr(1, text.size() - 2); }

Fetched fetched(Connection& reader, const ListRequest& request, const ListRows& rows) {
  const ListSql sql = detail::page_query(request, rows);
  return reader.rows<ListRow>(sql.text, sql.values);
}

/// Newest first: what the index of the search gives in that order, and what does not stand in it.
Fetched newest(Connection& reader, const ListRequest& request) {
  const auto later_id = [](const ListRow& left, const ListRow& right) { return std::get<0>(left) > std::get<0>(right); };
  auto rows = fetched(reader, request, {ListSource::newest, {}});
  auto late = fetched(reader, request, {ListSource::late, {}});
  const auto end_of_newest = static_cast<std::ptrdiff_t>(rows.size());
  std::ranges::move(late, std::back_inserter(rows));
  std::ranges::inplace_merge(rows, rows.begin() + end_of_newest, later_id);
  return rows;
}

/// What entries in scope say in a column that has an index.
std::set<std::string> told_in(Connection& reader, const ListScope& scope, const ListFilter& among, ListSource source) {
  if (detail::is_empty(scope)) return {};
  const ListSql sql = detail::distinct_query(scope, among, source);
  std::set<std::string> found;
  for (auto& [value] : reader.rows<std::tuple<std::string>>(sql.text, sql.values)) found.insert(std::move(value));
  return found;
}

std::int64_t count_in(Connection& reader, const ListScope& scope, const ListFilter& filter) {
  auto searched = detail::searched_count(scope, filter);
  const ListSql sql =
      searched ? std::move(*searched) : detail::count_query(scope, filter, detail::rows_for(reader, scope, filter));
  return reader.value<std::int64_t>(sql.text, sql.values).value_or(0);
}

}  // namespace

ListPage SqliteLists::find(const ListRequest& request) const {
  if (detail::is_empty(request.scope)) return {};
  return store_.inner_->read([&](Connection& reader) {
    const auto rows = detail::is_newest_search(reader, request)
                          ? newest(reader, request)
                          : fetched(reader, request, detail::rows_for(reader, request.scope, request.filter));
    const auto limit = static_cast<std::size_t>(list_limit(request.limit));
    ListPage page;
    for (std::size_t i = 0; i < rows.size() && i < limit; ++i) page.entries.push_back(entry_of(rows[i]));
    if (rows.size() > limit) page.next = cursor_of(list_key(page.entries.back(), request.order), request.order);
    return page;
  });
}

std::int64_t SqliteLists::count(const ListScope& scope, const ListFilter& filter) const {
  if (detail::is_empty(scope)) return 0;
  return store_.inner_->read([&](Connection& reader) { return count_in(reader, scope, filter); });
}

std::vector<FacetCount> SqliteLists::facets(const ListScope& scope, const ListFilter& filter,
                                            std::span<const Facet> facets) const {
  if (detail::is_empty(scope)) return {};
  return store_.inner_->read([&](Connection& reader) {
    const auto rows = detail::rows_for(reader, scope, filter);
    std::vector<FacetCount> found;
    for (const Facet facet : facets) {
      const ListSql sql = detail::facet_query(scope, filter, rows, facet);
      for (auto& [value, count] : reader.rows<std::tuple<std::string, std::int64_t>>(sql.text, sql.values))
        found.push_back({facet, std::move(value), count});
    }
    return found;
  });
}

std::set<SubmissionId> SqliteLists::submissions_in(const ListScope& scope,
                                                   const std::vector<SubmissionId>& among) const {
  if (among.empty()) return {};
  return store_.inner_->read(
      [&](Connection& reader) { return told_in(reader, scope, {.submissions = among}, ListSource::submission); });
}

std::set<DecisionId> SqliteLists::decisions_in(const ListScope& scope, const std::vector<DecisionId>& among) const {
  if (among.empty()) return {};
  return store_.inner_->read(
      [&](Connection& reader) { return told_in(reader, scope, {.decisions = among}, ListSource::decision); });
}

std::optional<ListEntry> SqliteLists::entry(const DossierId& id) const {
  return store_.inner_->read([&](Connection& reader) -> std::optional<ListEntry> {
    static const std::string by_id = "SELECT " + std::string(sql::entry_columns) + " FROM dossier_list e WHERE e.id = :id";
    const auto row = reader.row<ListRow>(by_id, id);
    const auto stored = detail::stored_entry(reader, id);
    if (!row || !stored) return std::nullopt;
    ListEntry it = entry_of(*row);
    it.marks = unspaced(stored->marks);
    it.words = without_spaces(stored->words);
    return it;
  });
}

void SqliteLists::put_entries(std::span<const ListEntry> entries) {
  store_.inner_->write([&](Connection& writer) {
    for (const ListEntry& entry : entries) detail::put_entry(writer, entry);
    return true;
  });
}

std::string SqliteLists::computed_for() const {
  return store_.meta(std::string(sql::lists_computed_for)).value_or("");
}

void SqliteLists::set_computed_for(const std::string& stamp) {
  store_.set_meta(std::string(sql::lists_computed_for), stamp);
}

std::optional<std::int64_t> SqliteLists::save_workspace(const DossierId& id, std::int64_t expected,
                                                        const std::string& content,
                                                        const std::optional<std::string>& words) {
  return store_.inner_->write([&](Connection& writer) -> std::optional<std::int64_t> {
    if (writer.change(sql::save_workspace, content, id, expected) == 0) return std::nullopt;
    if (words) detail::put_words(writer, id, *words);
    return expected + 1;
  });
}

std::vector<SavedView> SqliteLists::views(const PersonId& person) const {
  using Row = std::tuple<std::string, std::string, std::string, std::int64_t>;
  return store_.inner_->read([&](Connection& reader) {
    std::vector<SavedView> found;
    for (const auto& [id, name, filter, version] : reader.rows<Row>(sql::views, person))
      found.push_back({id, person, name, filter, version});
    return found;
  });
}

ViewSaved SqliteLists::save_view(const SavedView& view, std::size_t most) {
  return store_.inner_->write([&](Connection& writer) {
    const auto stored = writer.value<std::int64_t>(sql::view_version, view.person, view.id).value_or(0);
    if (stored != view.version) return ViewSaved::changed;
    const auto own = writer.value<std::int64_t>(sql::count_views, view.person).value_or(0);
    if (stored == 0 && own >= static_cast<std::int64_t>(most)) return ViewSaved::too_many;
    writer.change(sql::put_view, view.person, view.id, view.version + 1, view.name, view.filter);
    return ViewSaved::done;
  });
}

void SqliteLists::drop_view(const PersonId& person, const std::string& id) {
  store_.inner_->write([&](Connection& writer) { return writer.change(sql::drop_view, person, id); });
}

}  // namespace vinhdanh
