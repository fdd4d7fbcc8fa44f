// A dossier's line in inboxes and lists, as the rules of a day give it.
#include "api/desk/lists/list_entry.hpp"

#include <algorithm>
#include <set>

#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/workspace_text.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/desk/lists/stage_passes.hpp"
#include "engine/deadline/stage_due.hpp"
#include "engine/decide/turn.hpp"

namespace vinhdanh {

namespace marks {

std::string of_unit(const OfficeId& office) { return "unit:" + office; }
std::string of_territory(const OfficeId& office) { return "territory:" + office; }
std::string of_stage(const OfficeId& office) { return "stage:" + office; }
std::string of_hand(const OfficeId& office, Role role) { return "hand:" + office + ":" + std::string(name_of(role)); }
std::string of_act(const OfficeId& office) { return "acted:" + office; }
std::string of_concern(const OfficeId& office) { return "ours:" + office; }
std::string of_return(const OfficeId& office) { return "returned:" + office; }

}  // namespace marks

namespace {

/// The marks of one dossier on one day.
class Marking {
 public:
  Marking(const Dossier& dossier, const Plan& plan, const Organisation& organisation, Date today)
      : dossier_(dossier), plan_(plan), organisation_(organisation), today_(today) {}

  std::vector<std::string> all(const Decision* decision) {
    places();
    if (!dossier_.submitters.empty()) {
      stages();
      acts();
    }
    concerns(decision);
    returns();
    return {marks_.begin(), marks_.end()};
  }

 private:
  void add(std::string mark) { marks_.insert(std::move(mark)); }

  [[nodiscard]] std::optional<OfficeId> holder(const std::string& role) const {
    return organisation_.holder(role, dossier_.unit, today_);
  }

  void places() {
    add(marks::of_unit(dossier_.unit));
    for (const auto& office : organisation_.line_on(dossier_.unit, today_)) add(marks::of_unit(office));
    add(marks::of_territory(dossier_.territory));
    for (const auto& office : organisation_.line_on(dossier_.territory, today_)) add(marks::of_territory(office));
  }

  void stages() {
    const auto* form = plan_.award_form(dossier_.form);
    const auto* route = form == nullptr ? nullptr : plan_.route(form->route);
    if (route == nullptr) return;
    for (const auto& stage : route->stages) {
      if (const auto office = holder(stage.office_role)) {
        add(marks::of_stage(*office));
        unit_hands(stage.hands, *office);
      }
      for (const auto& role : stage.accompanying) {
        if (const auto office = holder(role)) add(marks::of_stage(*office));
      }
    }
  }

  void unit_hands(const Hands& hands, const OfficeId& office) {
    for (const auto* list : {&hands.receive, &hands.propose, &hands.send}) {
      for (const auto role : *list) {
        if (role == Role::unit_clerk || role == Role::unit_head) add(marks::of_hand(office, role));
      }
    }
  }

  template <class Use>
  void each_act(Use&& use) const {
    for (const auto& endorsement : dossier_.endorsements) use(endorsement.office);
    for (const auto& opinion : dossier_.opinions) use(opinion.office);
    if (dossier_.sender) use(dossier_.sender->office);
  }

  void acts() {
    each_act([&](const OfficeId& office) { add(marks::of_act(office)); });
  }

  [[nodiscard]] OfficeId unit_today() const { return holder("own_unit").value_or(dossier_.unit); }

  /// The office that holds a stage today; where the dossier ended, that is who ended it.
  [[nodiscard]] std::optional<OfficeId> office_at(const std::optional<StageId>& id) const {
    const auto* stage = find_stage(plan_, dossier_.form, id);
    return stage == nullptr ? std::nullopt : holder(stage->office_role);
  }

  void concerns(const Decision* decision) {
    add(marks::of_concern(unit_today()));
    each_act([&](const OfficeId& office) { add(marks::of_concern(office)); });
    if (decision != nullptr) add(marks::of_concern(decision->authority));
    if (!is_final(dossier_.phase)) return;
    if (const auto office = office_at(dossier_.stage)) add(marks::of_concern(*office));
  }

  void returns() {
    if (dossier_.phase != Phase::returned) return;
    add(marks::of_return(unit_today()));
    const auto office = office_at(dossier_.returned_from ? dossier_.returned_from : dossier_.stage);
    if (!office) return;
    add(marks::of_return(*office));
    add(marks::of_concern(*office));
  }

  const Dossier& dossier_;
  const Plan& plan_;
  const Organisation& organisation_;
  Date today_;
  std::set<std::string> marks_;
};

std::optional<Date> due_of(const Deps& deps, const Dossier& dossier, const Plan& plan, Date today) {
  const auto due = stage_due(dossier, plan, era_of(deps, dossier, today), deps.rulebook.calendar(), today);
  return due ? due->due : std::nullopt;
}

void take_turn(std::optional<Turn> turn, ListEntry& entry) {
  if (!turn) return;
  entry.office = std::move(turn->office);
  entry.hand = std::move(turn->hand);
  entry.reserved = turn->one_hand && entry.assignee.has_value();
  for (const auto role : turn->roles) entry.roles.emplace_back(name_of(role));
}

template <class T>
const T* written(const Change& change, const std::string& id) {
  for (const auto& aggregate : change.next) {
    const auto* it = std::get_if<T>(&aggregate);
    if (it != nullptr && it->id == id) return it;
  }
  return nullptr;
}

/// Set where the change says anew what the dossier is called: with its first draft, and with each content it freezes.
std::optional<std::string> new_nominee(const Change& change, const Dossier& dossier) {
  if (!dossier.content) {
    if (!change.workspace || change.workspace->dossier != dossier.id) return std::nullopt;
    return read_workspace_text(change.workspace->content).content.nominee.name;
  }
  const auto value = std::ranges::find(change.personal, dossier.content->value.id, &PersonalValue::id);
  if (value == change.personal.end()) return std::nullopt;
  return read_content(value->value).nominee.name;
}

}  // namespace

ListEntry list_entry(const Deps& deps, const Dossier& dossier, const Decision* decision) {
  const auto& plan = rules_for(deps, dossier.plan).plan;
  const auto& organisation = deps.rulebook.organisation();
  const auto day = today(deps);
  ListEntry entry;
  entry.id = dossier.id;
  entry.version = dossier.version;
  entry.code = dossier.code;
  entry.submission = dossier.submission;
  entry.occasion = dossier.occasion;
  entry.decision = dossier.decision;
  entry.plan = dossier.plan.id;
  entry.unit = dossier.unit;
  entry.territory = dossier.territory;
  entry.form = dossier.form;
  entry.subject_kind = dossier.subject_kind;
  entry.category = dossier.category;
  entry.external_ref = dossier.external_ref;
  entry.phase = dossier.phase;
  entry.stage = dossier.stage;
  entry.assignee = dossier.assignee;
  take_turn(turn_of(dossier, plan, organisation, decision, day), entry);
  entry.due = due_of(deps, dossier, plan, day);
  entry.held = dossier.hold.has_value();
  entry.entered = dossier.entered.value_or(Instant{});
  entry.changed = dossier.last_event.value_or(Instant{});
  entry.marks = Marking(dossier, plan, organisation, day).all(decision);
  return entry;
}

std::string entry_words(const Deps& deps, const Dossier& dossier, const std::string& nominee) {
  std::set<std::string> words;
  const auto note = [&](std::string_view text) {
    for (auto& word : folded_words(text)) words.insert(std::move(word));
  };
  note(dossier.code);
  note(nominee);
  // "417" finds HS-2025-00417.
  const auto number = dossier.code.find_first_not_of('0', dossier.code.rfind('-') + 1);
  if (number != std::string::npos) note(std::string_view(dossier.code).substr(number));
  if (const auto* unit = deps.rulebook.organisation().office(dossier.unit)) {
    for (const auto& name : unit->names) note(name.name);
  }
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

void add_entries(const Deps& deps, Change& change) {
  for (const auto& aggregate : change.next) {
    const auto* dossier = std::get_if<Dossier>(&aggregate);
    if (dossier == nullptr) continue;
    std::optional<Decision> stored;
    const Decision* decision = dossier->decision ? written<Decision>(change, *dossier->decision) : nullptr;
    if (dossier->decision && decision == nullptr) {
      stored = deps.store.decision(*dossier->decision);
      if (stored) decision = &*stored;
    }
    auto entry = list_entry(deps, *dossier, decision);
    note_passes(deps, change.events, *dossier, entry);
    if (const auto nominee = new_nominee(change, *dossier)) entry.words = entry_words(deps, *dossier, *nominee);
    change.entries.push_back(std::move(entry));
  }
}

}  // namespace vinhdanh
