// Papers, content, attestations and grounds: what is in the dossier and what is not.
#include "engine/decide/completeness.hpp"

#include <algorithm>

#include "engine/decide/findings.hpp"
#include "engine/decide/on_record.hpp"
#include "engine/eligibility/check_outcome.hpp"

namespace vinhdanh::detail {
namespace {

bool lacks(const Case& asked, const PaperRequirement& required) {
  return !is_there(required, asked.dossier, asked.facts.submission);
}

const SubjectCategory* category_of(const Case& asked) { return asked.rules.plan.category(asked.dossier.category); }

const AttestedCriterion* attested(const Case& asked, const std::string& criterion) {
  const auto found = std::ranges::find(asked.dossier.attestations, criterion, &AttestedCriterion::criterion);
  return found == asked.dossier.attestations.end() ? nullptr : &*found;
}

EligibilityReport report(const Case& asked, const SubjectCategory& category) {
  const Plan& plan = asked.rules.plan;
  return check_eligibility(category, plan.settings, asked.facts.content.figures, recorded_attestations(asked.dossier),
                           {day_of_sending(asked.facts.submission, asked.today), plan.figures});
}

RefusalReason lacking_member(std::string pointer, std::optional<Source> source = {}) {
  return {.code = Reason::content_incomplete, .pointer = std::move(pointer), .source = std::move(source)};
}

void add_missing_figures(const Case& asked, const SubjectCategory& category, Findings& found) {
  const EligibilityReport judged = report(asked, category);
  if (category.reading == CriteriaReading::any && judged.meets_criteria == true) return;
  for (const CriterionFinding& finding : judged.findings) {
    if (finding.criterion->kind != CriterionKind::numeric || finding.criterion->optional) continue;
    for (const MissingFigure& missing : finding.missing) {
      const auto figure = std::ranges::find(asked.rules.plan.figures, missing.figure, &FigureDefinition::id);
      const bool yearly = missing.year || (figure != asked.rules.plan.figures.end() && figure->yearly);
      std::string pointer = (yearly ? "/figures/yearly/" : "/figures/single/") + missing.figure;
      if (missing.year) pointer += "/" + std::to_string(*missing.year);
      found.push_back(lacking_member(std::move(pointer), finding.criterion->source));
    }
  }
}

bool is_ground(const std::vector<Ground>& failing, const Ground& cited) {
  return std::ranges::any_of(failing, [&](const Ground& ground) {
    return ground.criterion == cited.criterion && ground.paper_slot == cited.paper_slot;
  });
}

}  // namespace

std::vector<const PaperRequirement*> missing_papers(const Case& asked) {
  const bool at_sending = is_with_unit(asked.phase) || !asked.stage;
  std::vector<const PaperRequirement*> missing;
  for (const PaperRequirement& required : asked.form.papers) {
    const bool due = at_sending ? is_due_at_sending(required) : required.required_at == asked.stage->id;
    if (due && lacks(asked, required)) missing.push_back(&required);
  }
  return missing;
}

std::vector<Ground> failing_grounds(const Case& asked) {
  std::vector<Ground> grounds;
  if (const SubjectCategory* category = category_of(asked)) {
    const EligibilityReport judged = report(asked, *category);
    for (const CriterionFinding& finding : judged.findings) {
      if (outcome_of(judged, finding) == CheckOutcome::not_met) grounds.push_back({.criterion = finding.criterion->id});
    }
  }
  const std::size_t here = asked.stage ? place_of(asked.route, asked.stage->id) : 0;
  for (const PaperRequirement& required : asked.form.papers) {
    const bool due = is_due_at_sending(required) || place_of(asked.route, required.required_at) <= here;
    if (due && lacks(asked, required)) grounds.push_back({.paper_slot = required.slot});
  }
  return grounds;
}

Findings paper_missing(const Case& asked) {
  Findings found;
  for (const PaperRequirement* required : missing_papers(asked)) {
    found.push_back({.code = Reason::paper_missing,
                     .details = {{"slot", required->slot},
                                 {"level", required->level == PaperLevel::submission ? "submission" : "dossier"}},
                     .pointer = "/papers/" + required->slot,
                     .source = required->source});
  }
  return found;
}

Findings content_incomplete(const Case& asked) {
  const Content& content = asked.facts.content;
  Findings found;
  if (is_blank(content.nominee.name)) found.push_back(lacking_member("/nominee/name"));
  if (is_blank(content.achievement)) found.push_back(lacking_member("/achievement"));
  if (!content.achievement_from) found.push_back(lacking_member("/achievement_from"));
  const bool backwards =
      content.achievement_from && content.achievement_to && *content.achievement_to < *content.achievement_from;
  if (!content.achievement_to || backwards) found.push_back(lacking_member("/achievement_to"));
  if (const SubjectCategory* category = category_of(asked)) add_missing_figures(asked, *category, found);
  return found;
}

Findings criterion_not_attested(const Case& asked) {
  const SubjectCategory* category = category_of(asked);
  if (!category || !asked.stage || !asked.stage->attests) return {};
  Findings found;
  for (const Criterion& criterion : category->criteria) {
    if (criterion.kind != CriterionKind::attested || attested(asked, criterion.id)) continue;
    found.push_back(
        {.code = Reason::criterion_not_attested, .details = {{"criterion", criterion.id}}, .source = criterion.source});
  }
  return found;
}

Findings ground_not_found(const Case& asked) {
  const auto* conclude = std::get_if<ConcludeIneligible>(&asked.payload);
  if (!conclude) return {};
  if (conclude->grounds.empty()) return {{.code = Reason::ground_not_found, .pointer = "/grounds"}};
  const auto failing = failing_grounds(asked);
  Findings found;
  for (std::size_t i = 0; i < conclude->grounds.size(); ++i) {
    const Ground& cited = conclude->grounds[i];
    if (is_ground(failing, cited)) continue;
    found.push_back({.code = Reason::ground_not_found,
                     .details = {{"ground", cited.criterion.value_or(cited.paper_slot.value_or(""))}},
                     .pointer = "/grounds/" + std::to_string(i)});
  }
  return found;
}

}  // namespace vinhdanh::detail

namespace vinhdanh {

Date day_of_sending(const Submission& submission, Date today) {
  return submission.letter ? submission.letter->date.value_or(today) : today;
}

}  // namespace vinhdanh
