// Brings the list entries of all dossiers up to the day and the rules.
#include "api/desk/lists/refresh_entries.hpp"

#include <algorithm>
#include <mutex>

#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/lists/stage_passes.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

/// What an entry is made from beside its dossier: raised when the making of entries changes.
constexpr const char* kMaking = "entries/v3";

std::mutex& refreshing() {
  static std::mutex mutex;
  return mutex;
}

std::string text_of(const Validity& validity) {
  return (validity.from ? validity.from->text() : "") + ".." + (validity.to ? validity.to->text() : "");
}

void describe(const Organisation& organisation, std::string& all) {
  for (const auto& [id, office] : organisation.offices) {
    all += "\n" + id;
    for (const auto& name : office.names) all += "|" + name.name;
    for (const auto& parent : office.parents) all += "|" + parent.office + " " + text_of(parent.validity);
    if (!office.dissolution) continue;
    all += "|" + office.dissolution->date.text();
    for (const auto& successor : office.dissolution->successors) all += " " + successor;
  }
  for (const auto& it : organisation.holdings)
    all += "\n" + it.role + "|" + it.territory + "|" + it.office + "|" + text_of(it.validity);
}

std::string digest_of_rules(const Deps& deps) {
  std::string all = kMaking + ("\n" + deps.rulebook.law_ref().sha256);
  for (const auto* plan : deps.rulebook.plans()) all += "\n" + deps.rulebook.text_of(*plan).ref.sha256;
  all += "\n" + std::to_string(deps.rulebook.calendar().version);
  describe(deps.rulebook.organisation(), all);
  return sha256_hex(all);
}

/// The days after `first` up to `last`: what begins or ends on one of them makes a difference between the two.
struct Span {
  Date first;
  Date last;
  [[nodiscard]] bool has(const std::optional<Date>& day) const { return day && first < *day && *day <= last; }
  [[nodiscard]] bool changes(const Validity& it) const {
    return has(it.from) || (it.to && has(it.to->plus(1)));
  }
};

bool changes(const Organisation& organisation, const Span& span) {
  const auto moved = [&](const auto& dated) { return span.changes(dated.validity); };
  const auto changed = [&](const auto& entry) {
    const Office& office = entry.second;
    return std::ranges::any_of(office.parents, moved) || (office.dissolution && span.has(office.dissolution->date));
  };
  return std::ranges::any_of(organisation.holdings, moved) || std::ranges::any_of(organisation.offices, changed);
}

/// Whether an entry of that day is also one of today: due dates are days, so only offices and eras make a difference.
bool is_the_same_today(const Deps& deps, const std::string& day) {
  const auto before = Date::parse(day);
  const auto now = today(deps);
  if (!before || now < *before) return false;
  const auto& law = deps.rulebook.law();
  return law.on(*before).id == law.on(now).id && !changes(deps.rulebook.organisation(), {*before, now});
}

std::string stamp_of(const Deps& deps) { return today(deps).text() + " " + digest_of_rules(deps); }

bool differs(const ListEntry& now, const ListEntry& stored) {
  return now.version != stored.version || now.office != stored.office || now.hand != stored.hand ||
         now.roles != stored.roles || now.due != stored.due || now.marks != stored.marks || now.phase != stored.phase ||
         now.stage != stored.stage || now.assignee != stored.assignee || now.reserved != stored.reserved ||
         now.held != stored.held ||
         now.decision != stored.decision || now.code != stored.code || (now.words && now.words != stored.words) ||
         (now.all_passes && now.passes != stored.passes);
}

/// The entries of a page that are not as they are stored.
std::vector<ListEntry> changed_of(const Deps& deps, const std::vector<Dossier>& dossiers, bool new_rules) {
  std::vector<ListEntry> changed;
  for (const auto& dossier : dossiers) {
    const auto decision = dossier.decision ? deps.store.decision(*dossier.decision) : std::nullopt;
    auto entry = list_entry(deps, dossier, decision ? &*decision : nullptr);
    const auto stored = deps.lists.entry(dossier.id);
    if (!stored || new_rules) {
      entry.words = entry_words(deps, dossier, nominee_name(deps, dossier));
      entry.passes = all_passes(deps, dossier);
      entry.all_passes = true;
    }
    if (!stored || differs(entry, *stored)) changed.push_back(std::move(entry));
  }
  return changed;
}

std::size_t refresh(const Deps& deps, const std::string& stamp) {
  const auto before = deps.lists.computed_for();
  const bool new_rules = before.substr(before.find(' ') + 1) != stamp.substr(stamp.find(' ') + 1);
  if (!new_rules && is_the_same_today(deps, before.substr(0, before.find(' ')))) {
    deps.lists.set_computed_for(stamp);
    return 0;
  }
  std::size_t written = 0;
  DossierQuery query;
  query.page.limit = 200;
  for (;;) {
    const auto page = deps.store.find_dossiers(query);
    const auto changed = changed_of(deps, page, new_rules);
    if (!changed.empty()) deps.lists.put_entries(changed);
    written += changed.size();
    if (page.size() < 200) break;
    query.page.after = page.back().id;
  }
  deps.lists.set_computed_for(stamp);
  return written;
}

}  // namespace

std::size_t refresh_entries(const Deps& deps) {
  const std::lock_guard lock(refreshing());
  return refresh(deps, stamp_of(deps));
}

void ensure_entries(const Deps& deps) {
  const auto day = today(deps).text();
  if (deps.lists.computed_for().starts_with(day)) return;
  const std::lock_guard lock(refreshing());
  if (deps.lists.computed_for().starts_with(day)) return;
  refresh(deps, stamp_of(deps));
}

void start_entries(const Deps& deps) {
  const auto stamp = stamp_of(deps);
  const std::lock_guard lock(refreshing());
  if (deps.lists.computed_for() != stamp) refresh(deps, stamp);
}

}  // namespace vinhdanh
