// What a caller sees: by his office's subtree, by the office roles it holds, and by the territory of overseeing roles.
#include "api/desk/caller/scope.hpp"

#include <algorithm>

#include "api/desk/caller/rights.hpp"
#include "api/desk/lists/list_entry.hpp"

namespace vinhdanh {

namespace {

bool is_overseer(Role role) {
  return role == Role::board_officer || role == Role::auditor || role == Role::observer || role == Role::quota_manager;
}

bool has_hand(const Hands& hands, Role role) {
  for (const auto* list : {&hands.receive, &hands.propose, &hands.send}) {
    if (std::ranges::find(*list, role) != list->end()) return true;
  }
  return false;
}

}  // namespace

Scope::Scope(const Deps& deps, const Actor& actor, Date today)
    : deps_(deps), organisation_(deps.rulebook.organisation()), actor_(actor), today_(today) {
  overseer_ = is_overseer(actor.role);
  unit_role_ = actor.role == Role::unit_clerk || actor.role == Role::unit_head;
  roots_.insert(actor.office);
  for (const auto& holding : organisation_.holdings) {
    if (holding.office == actor.office) roots_.insert(holding.territory);
  }
}

bool Scope::has_business() const {
  return has_right(actor_.role, Right::read_dossiers);
}

bool Scope::is_own(const OfficeId& unit) const {
  return unit == actor_.office || organisation_.is_within(unit, actor_.office, today_);
}

bool Scope::under_roots(const OfficeId& place) const {
  if (roots_.contains(place)) return true;
  const auto line = organisation_.line_on(place, today_);
  return std::ranges::any_of(line, [&](const OfficeId& office) { return roots_.contains(office); });
}

bool Scope::oversees(const OfficeId& place) const { return overseer_ && under_roots(place); }

bool Scope::holds(const std::string& role, const OfficeId& unit) const {
  return organisation_.holder(role, unit, today_) == actor_.office;
}

bool Scope::holds_stage_of(const Plan& plan, const AwardForm& form, const OfficeId& unit) const {
  const auto* route = plan.route(form.route);
  if (route == nullptr) return false;
  for (const auto& stage : route->stages) {
    if (unit_role_ && !has_hand(stage.hands, actor_.role)) continue;
    if (holds(stage.office_role, unit)) return true;
    if (!unit_role_ && std::ranges::any_of(stage.accompanying, [&](const auto& role) { return holds(role, unit); })) {
      return true;
    }
  }
  return false;
}

bool Scope::holds_stage(const Dossier& dossier) const {
  const auto key =
      dossier.plan.id + "/" + std::to_string(dossier.plan.version) + "/" + dossier.form + "/" + dossier.unit;
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  const auto* plan = deps_.rulebook.plan(dossier.plan.id, dossier.plan.version);
  const auto* form = plan == nullptr ? nullptr : plan->award_form(dossier.form);
  return known_[key] = form != nullptr && holds_stage_of(*plan, *form, dossier.unit);
}

bool Scope::has_acted(const Dossier& dossier) const {
  if (unit_role_) return false;
  const auto ours = [&](const auto& act) { return act.office == actor_.office; };
  return std::ranges::any_of(dossier.endorsements, ours) || std::ranges::any_of(dossier.opinions, ours) ||
         (dossier.sender && ours(*dossier.sender));
}

bool Scope::sees(const Dossier& dossier) const {
  if (!has_business()) return false;
  if (is_own(dossier.unit) || oversees(dossier.unit) || oversees(dossier.territory)) return true;
  const bool never_sent = dossier.submitters.empty();
  return !never_sent && (holds_stage(dossier) || has_acted(dossier));
}

ListScope Scope::in_lists() const {
  ListScope scope{std::vector<OfficeId>{}, {}};
  if (!has_business()) return scope;
  scope.marks.push_back(marks::of_unit(actor_.office));
  if (unit_role_) {
    scope.marks.push_back(marks::of_hand(actor_.office, actor_.role));
  } else {
    scope.marks.push_back(marks::of_stage(actor_.office));
    scope.marks.push_back(marks::of_act(actor_.office));
  }
  if (!overseer_) return scope;
  for (const auto& root : roots_) {
    if (root != actor_.office) scope.marks.push_back(marks::of_unit(root));
    scope.marks.push_back(marks::of_territory(root));
  }
  return scope;
}

bool Scope::sees_all_of(const OfficeId& office) const { return has_business() && (is_own(office) || oversees(office)); }

bool Scope::sees_any(DossierQuery query) const {
  for (;;) {
    const auto found = deps_.store.find_dossiers(query);
    if (std::ranges::any_of(found, [&](const Dossier& dossier) { return sees(dossier); })) return true;
    if (found.size() < static_cast<std::size_t>(query.page.limit)) return false;
    query.page.after = found.back().id;
  }
}

bool Scope::sees(const Submission& submission) const {
  if (!has_business()) return false;
  if (sees_all_of(submission.unit)) return true;
  DossierQuery query;
  query.submissions = {submission.id};
  query.page.limit = 200;
  return sees_any(query);
}

bool Scope::sees(const Occasion& occasion) const {
  if (!has_business()) return false;
  return occasion.office == actor_.office || under_roots(occasion.territory) ||
         organisation_.is_within(actor_.office, occasion.territory, today_) ||
         organisation_.is_within(actor_.office, occasion.territory, occasion.opens);
}

bool Scope::sees(const Decision& decision) const {
  if (!has_business()) return false;
  if (sees_all_of(decision.authority)) return true;
  DossierQuery query;
  query.decisions = {decision.id};
  query.page.limit = 200;
  return sees_any(query);
}

/// Reports go to the offices that the duty names.
bool Scope::receives(const DutyTask& task) const {
  const auto* plan = deps_.rulebook.plan(task.plan.id, task.plan.version);
  if (plan == nullptr) return false;
  const auto duty = std::ranges::find(plan->duties, task.duty, &Duty::id);
  return duty != plan->duties.end() &&
         std::ranges::any_of(duty->to, [&](const auto& role) { return holds(role, task.unit); });
}

bool Scope::sees(const DutyTask& task) const {
  if (!has_business()) return false;
  if (is_own(task.unit) || oversees(task.unit)) return true;
  return !unit_role_ && receives(task);
}

std::optional<std::vector<OfficeId>> Scope::units() const {
  std::vector<OfficeId> units;
  bool all = true;
  for (const auto& [id, office] : organisation_.offices) {
    if (under_roots(id)) {
      units.push_back(id);
    } else {
      all = false;
    }
  }
  if (all) return std::nullopt;
  return units;
}

}  // namespace vinhdanh
