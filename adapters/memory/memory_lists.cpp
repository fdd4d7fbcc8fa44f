// The lists, facets and search of the memory store: every entry is looked at.
#include "adapters/memory/memory_lists.hpp"

#include <algorithm>

#include "adapters/list_keys.hpp"
#include "adapters/memory/inner.hpp"
#include "adapters/memory/list_match.hpp"

namespace vinhdanh {
namespace {

using detail::Tables;

template <class Use>
void each_match(const Tables& tables, const ListScope& scope, const ListFilter& filter, Use&& use) {
  for (const auto& [id, entry] : tables.entries) {
    if (detail::is_in_scope(entry, scope) && detail::passes(entry, filter)) use(entry);
  }
}

bool comes_before(const ListKey& left, const ListKey& right, ListOrder order) {
  return is_ascending(order) ? left < right : right < left;
}

}  // namespace

ListPage MemoryLists::find(const ListRequest& request) const {
  const auto lock = store_.inner_->alone();
  std::vector<std::pair<ListKey, const ListEntry*>> found;
  std::optional<ListKey> after;
  if (!request.after.empty()) after = key_of(request.after, request.order);
  each_match(store_.inner_->tables, request.scope, request.filter, [&](const ListEntry& entry) {
    auto key = list_key(entry, request.order);
    if (!after || comes_before(*after, key, request.order)) found.emplace_back(std::move(key), &entry);
  });
  std::ranges::sort(found, [&](const auto& left, const auto& right) {
    return comes_before(left.first, right.first, request.order);
  });
  ListPage page;
  const auto limit = static_cast<std::size_t>(list_limit(request.limit));
  for (std::size_t i = 0; i < found.size() && i < limit; ++i) {
    page.entries.push_back(*found[i].second);
    page.entries.back().marks.clear();
    page.entries.back().words.reset();
  }
  if (found.size() > limit) page.next = cursor_of(found[limit - 1].first, request.order);
  return page;
}

std::int64_t MemoryLists::count(const ListScope& scope, const ListFilter& filter) const {
  const auto lock = store_.inner_->alone();
  std::int64_t count = 0;
  each_match(store_.inner_->tables, scope, filter, [&](const ListEntry&) { ++count; });
  return count;
}

std::vector<FacetCount> MemoryLists::facets(const ListScope& scope, const ListFilter& filter,
                                            std::span<const Facet> facets, Date today) const {
  const auto lock = store_.inner_->alone();
  std::map<std::pair<std::size_t, std::string>, std::int64_t> counts;
  each_match(store_.inner_->tables, scope, filter, [&](const ListEntry& entry) {
    for (std::size_t i = 0; i < facets.size(); ++i) {
      if (const auto value = detail::facet_value(entry, facets[i], today)) ++counts[{i, *value}];
    }
  });
  std::vector<FacetCount> found;
  for (const auto& [place, count] : counts) found.push_back({facets[place.first], place.second, count});
  return found;
}

std::vector<CrossCount> MemoryLists::crossed(const ListScope& scope, const ListFilter& filter, Facet facet, Facet by,
                                             Date today) const {
  const auto lock = store_.inner_->alone();
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  each_match(store_.inner_->tables, scope, filter, [&](const ListEntry& entry) {
    const auto value = detail::facet_value(entry, facet, today);
    const auto other = detail::facet_value(entry, by, today);
    if (value && other) ++counts[{*value, *other}];
  });
  std::vector<CrossCount> found;
  for (const auto& [pair, count] : counts) found.push_back({pair.first, pair.second, count});
  return found;
}

std::vector<PassesCount> MemoryLists::passes(const ListScope& scope, const ListFilter& filter) const {
  const auto lock = store_.inner_->alone();
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  each_match(store_.inner_->tables, scope, filter, [&](const ListEntry& entry) {
    if (!entry.passes.empty()) ++counts[{entry.plan, entry.passes}];
  });
  std::vector<PassesCount> found;
  for (const auto& [pair, count] : counts) found.push_back({pair.first, pair.second, count});
  return found;
}

std::set<DossierId> MemoryLists::dossiers_in(const ListScope& scope, const std::vector<DossierId>& among) const {
  const auto lock = store_.inner_->alone();
  std::set<DossierId> found;
  if (among.empty()) return found;
  each_match(store_.inner_->tables, scope, {.dossiers = among}, [&](const ListEntry& entry) { found.insert(entry.id); });
  return found;
}

std::set<SubmissionId> MemoryLists::submissions_in(const ListScope& scope,
                                                   const std::vector<SubmissionId>& among) const {
  const auto lock = store_.inner_->alone();
  std::set<SubmissionId> found;
  if (among.empty()) return found;
  each_match(store_.inner_->tables, scope, {.submissions = among},
             [&](const ListEntry& entry) { found.insert(entry.submission); });
  return found;
}

std::set<DecisionId> MemoryLists::decisions_in(const ListScope& scope, const std::vector<DecisionId>& among) const {
  const auto lock = store_.inner_->alone();
  std::set<DecisionId> found;
  if (among.empty()) return found;
  each_match(store_.inner_->tables, scope, {.decisions = among},
             [&](const ListEntry& entry) { found.insert(*entry.decision); });
  return found;
}

std::optional<ListEntry> MemoryLists::entry(const DossierId& id) const {
  const auto lock = store_.inner_->alone();
  const auto at = store_.inner_->tables.entries.find(id);
  if (at == store_.inner_->tables.entries.end()) return std::nullopt;
  return at->second;
}

void MemoryLists::put_entries(std::span<const ListEntry> entries) {
  const auto lock = store_.inner_->alone();
  for (const ListEntry& entry : entries) detail::put_entry(store_.inner_->tables, entry);
}

std::string MemoryLists::computed_for() const {
  const auto lock = store_.inner_->alone();
  return store_.inner_->tables.lists_computed_for;
}

void MemoryLists::set_computed_for(const std::string& stamp) {
  const auto lock = store_.inner_->alone();
  store_.inner_->tables.lists_computed_for = stamp;
}

std::optional<std::int64_t> MemoryLists::save_workspace(const DossierId& id, std::int64_t expected,
                                                        const std::string& content,
                                                        const std::optional<std::string>& words) {
  const auto lock = store_.inner_->alone();
  Tables& tables = store_.inner_->tables;
  const auto at = tables.workspaces.find(id);
  if (at == tables.workspaces.end() || at->second.version != expected) return std::nullopt;
  at->second.content = content;
  if (const auto entry = tables.entries.find(id); words && entry != tables.entries.end()) entry->second.words = words;
  return ++at->second.version;
}

std::vector<SavedView> MemoryLists::views(const PersonId& person) const {
  const auto lock = store_.inner_->alone();
  std::vector<SavedView> found;
  for (const auto& [place, view] : store_.inner_->tables.views) {
    if (place.first == person) found.push_back(view);
  }
  return found;
}

ViewSaved MemoryLists::save_view(const SavedView& view, std::size_t most) {
  const auto lock = store_.inner_->alone();
  auto& views = store_.inner_->tables.views;
  const auto at = views.find({view.person, view.id});
  if ((at == views.end() ? 0 : at->second.version) != view.version) return ViewSaved::changed;
  const auto own = std::ranges::count_if(views, [&](const auto& it) { return it.first.first == view.person; });
  if (view.version == 0 && own >= static_cast<std::ptrdiff_t>(most)) return ViewSaved::too_many;
  SavedView& kept = views[{view.person, view.id}];
  kept = view;
  ++kept.version;
  return ViewSaved::done;
}

void MemoryLists::drop_view(const PersonId& person, const std::string& id) {
  const auto lock = store_.inner_->alone();
  store_.inner_->tables.views.erase({person, id});
}

}  // namespace vinhdanh
