/// Short questions about a plan, so that a test reads like the plan.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "engine/definition/plan.hpp"

namespace vinhdanh::facts {

using Texts = std::vector<std::string>;

template <class Items, class Member>
Texts each(const Items& items, Member member) {
  Texts texts;
  for (const auto& item : items) texts.emplace_back(std::invoke(member, item));
  return texts;
}

inline Texts stages_of(const Plan& plan, std::string_view form) {
  return each(plan.route(plan.award_form(form)->route)->stages, &Stage::id);
}

inline Texts stages_where(const Plan& plan, std::string_view form, const std::function<bool(const Stage&)>& holds) {
  Texts texts;
  for (const Stage& stage : plan.route(plan.award_form(form)->route)->stages) {
    if (holds(stage)) texts.push_back(stage.id);
  }
  return texts;
}

inline Texts assumed_stages(const Plan& plan, std::string_view form) {
  return stages_where(plan, form, [](const Stage& stage) { return stage.source.assumed; });
}

inline const Stage& stage(const Plan& plan, std::string_view form, std::string_view id) {
  const auto& stages = plan.route(plan.award_form(form)->route)->stages;
  return *std::ranges::find(stages, id, &Stage::id);
}

inline std::vector<const Criterion*> numeric_criteria(const Plan& plan, std::string_view category) {
  std::vector<const Criterion*> found;
  for (const Criterion& criterion : plan.category(category)->criteria) {
    if (criterion.kind == CriterionKind::numeric) found.push_back(&criterion);
  }
  return found;
}

inline std::size_t attested_count(const Plan& plan, std::string_view category) {
  const auto& criteria = plan.category(category)->criteria;
  return static_cast<std::size_t>(std::ranges::count(criteria, CriterionKind::attested, &Criterion::kind));
}

/// ">= 6 x 3", "> 50", "yearly 2017-2020", "1..2", "(a or b)".
inline std::string in_words(const Predicate& predicate) {
  const auto decimal = [](const std::optional<Decimal>& value) { return value ? value->text() : std::string(); };
  const auto bound = [&] { return std::string(name_of(*predicate.comparison)) + " " + decimal(predicate.threshold); };
  switch (predicate.kind) {
    case PredicateKind::consecutive_drops:
      return bound() + " x " + std::to_string(*predicate.years);
    case PredicateKind::reduction:
      return bound();
    case PredicateKind::yearly_plan:
      return "yearly " + std::to_string(*predicate.from_year) + "-" + std::to_string(*predicate.to_year);
    case PredicateKind::range:
      return decimal(predicate.minimum) + ".." + decimal(predicate.maximum);
    case PredicateKind::any:
    case PredicateKind::all: break;
  }
  std::string words;
  for (const Predicate& part : predicate.of) {
    words += (words.empty() ? "(" : predicate.kind == PredicateKind::any ? " or " : " and ") + in_words(part);
  }
  return words + ")";
}

inline Texts predicates(const Plan& plan, std::string_view category) {
  Texts texts;
  for (const Criterion* criterion : numeric_criteria(plan, category)) texts.push_back(in_words(*criterion->predicate));
  return texts;
}

/// Every item that must say where it comes from.
inline std::vector<Source> sources(const Plan& plan) {
  std::vector<Source> all{plan.settings.source};
  const auto take = [&](const auto& items) {
    for (const auto& item : items) all.push_back(item.source);
  };
  take(plan.legal_bases), take(plan.targets), take(plan.figures), take(plan.subject_categories), take(plan.award_forms);
  take(plan.routes), take(plan.quotas), take(plan.occasions), take(plan.milestones), take(plan.duties);
  take(plan.oversight), take(plan.funding), take(plan.addressees), take(plan.recorded_results);
  for (const SubjectCategory& category : plan.subject_categories) take(category.criteria);
  for (const AwardForm& form : plan.award_forms) take(form.papers);
  for (const Route& route : plan.routes) {
    take(route.stages);
    if (route.reserves_source) all.push_back(*route.reserves_source);
  }
  if (plan.single_holders) all.push_back(plan.single_holders->source);
  return all;
}

}  // namespace vinhdanh::facts
