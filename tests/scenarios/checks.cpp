// Questions that change nothing: criteria, deadlines, what the plan and the law say.
#include <algorithm>

#include "engine/codec/codec.hpp"
#include "engine/eligibility/eligibility.hpp"
#include "tests/scenarios/play.hpp"

namespace vinhdanh::scenarios {
namespace {

std::string source_text(const Source& source) { return source.clause ? "by " + *source.clause : "assumed"; }

std::string years_text(const std::vector<int>& years) {
  std::vector<std::string> texts;
  for (const int year : years) texts.push_back(std::to_string(year));
  return joined(texts, " and ");
}

std::string missing_text(const std::vector<MissingFigure>& missing) {
  std::vector<std::string> texts;
  for (const MissingFigure& figure : missing) {
    texts.push_back(figure.figure + (figure.year ? " " + std::to_string(*figure.year) : ""));
  }
  return joined(texts, " and ");
}

/// "b_poor_district_drops not met in 2023 by IV.1.b"
std::string finding_text(const CriterionFinding& finding) {
  std::string text = finding.criterion->id;
  switch (finding.verdict) {
    case CriterionVerdict::met:
      text += " met";
      break;
    case CriterionVerdict::not_met:
      text += " not met";
      break;
    case CriterionVerdict::unknown:
      text += " unknown";
      break;
    case CriterionVerdict::not_applicable:
      text += " not applicable";
      break;
  }
  if (!finding.failing_years.empty()) text += " in " + years_text(finding.failing_years);
  if (!finding.missing.empty()) text += " without " + missing_text(finding.missing);
  if (finding.attestation_missing) text += ", nobody attested it";
  if (finding.verdict == CriterionVerdict::not_met && finding.criterion->effect == CriterionEffect::warning)
    text += ", a warning";
  return text + " " + source_text(finding.criterion->source);
}

std::string report_text(const EligibilityReport& report) {
  if (report.sets_no_criterion) return "the plan sets no criterion";
  std::vector<std::string> parts{!report.meets_criteria   ? "not known yet"
                                 : *report.meets_criteria ? "meets"
                                                          : "does not meet"};
  for (const CriterionFinding& finding : report.findings) {
    const bool telling = finding.criterion->kind == CriterionKind::numeric || finding.verdict != CriterionVerdict::met;
    if (telling) parts.push_back(finding_text(finding));
  }
  return joined(parts, "; ");
}

Attestations attestations_of(const SubjectCategory& category, const std::vector<Detail>& details, int line) {
  Attestations made;
  for (const auto& [key, value] : details) {
    if (key != "attested") continue;
    if (value != "all") fault(line, "attested is all, or left out");
    for (const Criterion& criterion : category.criteria) made[criterion.id] = {};
  }
  std::erase_if(made, [&](const auto& entry) {
    return std::ranges::none_of(category.criteria, [&](const Criterion& criterion) {
      return criterion.id == entry.first && criterion.kind == CriterionKind::attested;
    });
  });
  return made;
}

std::string forms_at(const Plan& plan, MilestoneKind milestone) {
  std::vector<std::string> forms;
  for (const AwardForm& form : plan.award_forms) {
    if (std::ranges::find(form.milestones, milestone) != form.milestones.end()) forms.push_back(form.code);
  }
  return joined(forms);
}

}  // namespace

std::string Play::check_category(const Row& row, const std::string& id, const std::vector<std::string>& parts) {
  const SubjectCategory* category = plan().category(id);
  if (!category) fault(row.line, "no such category: " + id);
  constexpr std::string_view keys[] = {"figure", "attested"};
  const auto details = details_of(parts, keys, row.line);
  return report_text(check_eligibility(*category, plan().settings, content_of(details, {}, row.line).figures,
                                       attestations_of(*category, details, row.line), {desk_.today, plan().figures}));
}

std::string Play::check_deadline(const Row& row, const std::vector<std::string>& parts) {
  constexpr std::string_view keys[] = {"from", "working days"};
  Date from;
  int days = 0;
  for (const auto& [key, value] : details_of(parts, keys, row.line)) {
    if (key == "from") from = date_in(value, row.line);
    if (key == "working days") days = std::stoi(value);
  }
  const auto deadline = desk_.definitions.calendar().deadline(from, days);
  if (!deadline) return "outside the calendar";
  std::vector<std::string> worked;
  for (const Date day : deadline->worked) worked.push_back(day.text());
  return "due " + deadline->due.text() + "; skipped " + std::to_string(deadline->skipped.size()) + "; make-up days " +
         joined(worked);
}

std::string Play::check_recorded_result(const Row& row, const std::string& words) {
  const auto from = words.find(" of ");
  if (from == std::string::npos) fault(row.line, "a recorded result of which unit?");
  const OfficeId unit = office(trimmed(words.substr(from + 4)), row.line);
  for (const RecordedResult& result : plan().recorded_results) {
    if (result.id != words.substr(0, from)) continue;
    std::vector<std::string> path;
    for (const std::string& role : result.path) {
      path.push_back(name_of_office(desk_.definitions.organisation().holder(role, unit, row.date).value_or(role)));
    }
    return "goes to " + joined(path, ", then ") + "; " + source_text(result.source);
  }
  return "none";
}

std::string Play::check_law(const Row& row, const std::string& words) {
  const auto parts = parts_of(words, ' ');
  const Era& era = desk_.definitions.law().on(row.date);
  const LegalRule* rule = parts.size() == 1 ? era.rule(parts[0]) : nullptr;
  if (!rule) return era.id + ": no such rule";
  return era.id + ": " + rule->value.value_or("not known");
}

/// The words of a version that was frozen, as whoever endorsed it saw them.
std::string Play::check_content(const Row& row, int version) {
  const auto wanted = [&](const FrozenContent& content) -> std::optional<std::string> {
    if (content.version != version) return std::nullopt;
    const auto values = desk_.store.personal({&content.value.id, 1});
    if (!values.contains(content.value.id)) return "erased";
    return decode<Content>(values.at(content.value.id).value).achievement;
  };
  for (const SealedEvent& sealed : desk_.store.events(StreamKind::dossier, dossier_id(row), 0, 1000)) {
    std::optional<std::string> found;
    if (const auto* sent = std::get_if<DossierSubmitted>(&sealed.event.body)) found = wanted(sent->content);
    if (const auto* sent = std::get_if<DossierResubmitted>(&sealed.event.body)) found = wanted(sent->content);
    if (const auto* corrected = std::get_if<CorrectionConfirmed>(&sealed.event.body))
      found = wanted(corrected->content);
    if (found) return *found;
  }
  return "no such version";
}

std::string Play::check(const Row& row, const std::string& question) {
  auto parts = parts_of(row.what, ';');
  parts.erase(parts.begin());
  std::string object;
  if (takes(question, "category", object)) return check_category(row, object, parts);
  if (takes(question, "deadline", object)) return check_deadline(row, parts);
  if (takes(question, "recorded result", object)) return check_recorded_result(row, object);
  if (takes(question, "forms at", object)) return forms_at(plan(), named<MilestoneKind>(object, row.line));
  if (takes(question, "number of dossiers", object))
    return std::to_string(example::all_dossiers(desk_.store, {}).size());
  if (takes(question, "content", object)) return check_content(row, std::stoi(object));
  if (takes(question, "law", object)) return check_law(row, object);
  if (takes(question, "as of", object)) return check_as_of(row, date_in(object, row.line));
  fault(row.line, "not understood: check " + question);
}

}  // namespace vinhdanh::scenarios
