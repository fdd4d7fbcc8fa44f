/// Random small plans and transition tables, sound and unsound ones.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tests/workflows/random/dice.hpp"
#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh::test {

struct RandomDefinition {
  Plan plan;
  std::vector<TableRow> table;
};

inline Stage random_stage(Dice& dice, int number) {
  using enum StageKind;
  static const std::vector<StageKind> kinds = {rank, review, appraise, advise, endorse, endorse, record_result};
  static const std::vector<std::string> offices = {"a", "b", "c"};
  Stage stage;
  stage.id = "s" + std::to_string(number);
  stage.kind = dice.pick(kinds);
  stage.office_role = dice.pick(offices);
  if (!dice.chance(5)) stage.hands.receive = {Role::specialist};
  if (dice.chance(40)) stage.hands.propose = {Role::specialist};
  stage.hands.send = {Role::office_head};
  stage.mandatory = dice.chance(70);
  stage.attests = dice.chance(25);
  stage.may_return = dice.chance(60);
  stage.may_conclude_ineligible = dice.chance(30);
  return stage;
}

inline Route random_route(Dice& dice, const std::string& id, std::size_t most) {
  Route route;
  route.id = id;
  const auto length = 1 + dice.roll(most);
  for (std::size_t i = 0; i < length; ++i) route.stages.push_back(random_stage(dice, static_cast<int>(i)));
  route.stages.back().kind = dice.chance(60) ? StageKind::decide : StageKind::record_result;
  if (dice.chance(50)) route.reserves_at = dice.pick(route.stages).id;
  return route;
}

inline AwardForm random_form(const std::string& code, const Route& route) {
  AwardForm form;
  form.code = code;
  form.route = route.id;
  form.authority = route.stages.back().office_role;
  return form;
}

inline Plan random_plan(Dice& dice) {
  Plan plan;
  plan.routes = {random_route(dice, "high", 4), random_route(dice, "low", 3)};
  plan.award_forms = {random_form("high", plan.routes[0]), random_form("low", plan.routes[1])};
  if (dice.chance(60)) plan.award_forms[0].lower_forms = {"low"};
  plan.settings.disagreement_forwards = dice.chance(50);
  SubjectCategory category;
  category.criteria.resize(1);
  category.criteria.front().kind = dice.chance(75) ? CriterionKind::attested : CriterionKind::numeric;
  plan.subject_categories = {category};
  return plan;
}

/// One slip in the table: a row lost, a requirement or the selectors forgotten, a wrong target.
inline void slip(Dice& dice, std::vector<TableRow>& table) {
  const auto at = dice.roll(table.size());
  TableRow& row = table[at];
  switch (dice.roll(4)) {
    case 0:
      table.erase(table.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    case 1:
      if (!row.requirements.empty())
        row.requirements.erase(row.requirements.begin() +
                               static_cast<std::ptrdiff_t>(dice.roll(row.requirements.size())));
      return;
    case 2:
      row.selectors.clear();
      return;
    default:
      row.to = static_cast<Phase>(dice.roll(Names<Phase>::all.size()));
  }
}

inline RandomDefinition random_definition(std::uint64_t seed) {
  Dice dice(seed);
  RandomDefinition definition{random_plan(dice), nomination_lifecycle().rows()};
  for (std::size_t slips = dice.chance(50) ? 1 + dice.roll(2) : 0; slips > 0; --slips) slip(dice, definition.table);
  return definition;
}

}  // namespace vinhdanh::test
