// The shape of a plan file: one short list of members per struct, named as in engine/definition/plan.hpp.
#include "workflows/loader/plan_members.hpp"

#include "workflows/loader/source_members.hpp"

namespace vinhdanh {

void members(ObjectReader& r, PlanIssuer& issuer) {
  r.required("office", issuer.office, is::name);
  r.required("name", issuer.name);
}

void members(ObjectReader& r, PlanDocument& document) {
  r.required("kind", document.kind);
  r.optional("number", document.number);
  r.optional("symbol", document.symbol);
  r.optional("date", document.date);
  r.optional("date_text", document.date_text);
  r.optional("place", document.place);
}

void members(ObjectReader& r, ParentMovement& parent) {
  r.required("citation", parent.citation);
  r.defaulted("text_available", parent.text_available);
}

void members(ObjectReader& r, Movement& movement) {
  r.required("id", movement.id, is::name);
  r.required("name", movement.name);
  r.optional("parent", movement.parent);
}

void members(ObjectReader& r, Period& period) {
  r.required("from", period.from);
  r.required("to", period.to);
}

void members(ObjectReader& r, LegalBasis& basis) {
  r.required("citation", basis.citation);
  r.optional("date", basis.date);
  r.defaulted("text_available", basis.text_available);
  r.required("source", basis.source, is::plan_source);
}

void members(ObjectReader& r, MovementTarget& target) {
  r.required("id", target.id, is::name);
  r.required("text", target.text);
  r.required("source", target.source, is::plan_source);
}

void members(ObjectReader& r, Predicate& predicate) {
  if (!r.required("kind", predicate.kind)) return r.ignore_rest();
  const auto comparison = [&] {
    r.required("comparison", predicate.comparison.emplace());
    r.required("threshold", predicate.threshold.emplace());
  };
  switch (predicate.kind) {
    case PredicateKind::consecutive_drops:
      r.required("series", predicate.series, is::name);
      r.required("years", predicate.years.emplace(), is::within(1, 20));
      return comparison();
    case PredicateKind::reduction:
      r.required("baseline", predicate.baseline, is::name);
      r.required("current", predicate.current, is::name);
      return comparison();
    case PredicateKind::yearly_plan:
      r.required("series", predicate.series, is::name);
      r.required("plan_series", predicate.plan_series, is::name);
      r.required("from_year", predicate.from_year.emplace(), is::within(1900, 2199));
      r.required("to_year", predicate.to_year.emplace(), is::within(1900, 2199));
      r.optional("comparison", predicate.comparison);
      return;
    case PredicateKind::range:
      r.required("figure", predicate.figure, is::name);
      r.optional("minimum", predicate.minimum);
      r.optional("maximum", predicate.maximum);
      return;
    case PredicateKind::any:
    case PredicateKind::all:
      r.required("of", predicate.of, is::filled);
  }
}

void members(ObjectReader& r, Criterion& criterion) {
  r.required("id", criterion.id, is::name);
  r.required("text", criterion.text);
  r.required("kind", criterion.kind);
  r.defaulted("effect", criterion.effect);
  r.optional("applies_to", criterion.applies_to);
  r.defaulted("optional", criterion.optional);
  r.optional("predicate", criterion.predicate);
  r.required("source", criterion.source, is::plan_source);
  if ((criterion.kind == CriterionKind::numeric) == criterion.predicate.has_value()) return;
  r.place().report("inconsistent", "Chỉ tiêu chí định lượng (numeric), và mọi tiêu chí định lượng, có \"predicate\".",
                   "Expected a predicate exactly when the criterion is numeric.");
}

void members(ObjectReader& r, SubjectCategory& category) {
  r.required("id", category.id, is::name);
  r.required("letter", category.letter, is::any);
  r.required("name", category.name);
  r.required("subject_kinds", category.subject_kinds, is::filled);
  r.defaulted("reading", category.reading);
  r.required("criteria", category.criteria);
  r.required("source", category.source, is::plan_source);
}

void members(ObjectReader& r, FigureDefinition& figure) {
  r.required("id", figure.id, is::name);
  r.required("name", figure.name);
  r.required("unit", figure.unit);
  r.defaulted("yearly", figure.yearly);
  r.optional("minimum", figure.minimum);
  r.optional("maximum", figure.maximum);
  r.required("source", figure.source, is::plan_source);
}

void members(ObjectReader& r, PaperRequirement& paper) {
  r.required("slot", paper.slot, is::name);
  r.defaulted("level", paper.level);
  r.required("required_at", paper.required_at, is::name);
  r.required("source", paper.source, is::plan_source);
}

void members(ObjectReader& r, Hands& hands) {
  r.defaulted("receive", hands.receive);
  r.defaulted("propose", hands.propose);
  r.required("send", hands.send, is::filled);
}

void members(ObjectReader& r, ShownAs& words) {
  r.required("vi", words.vi);
  r.required("en", words.en);
}

void members(ObjectReader& r, Stage& stage) {
  r.required("id", stage.id, is::name);
  r.required("name", stage.name);
  r.required("kind", stage.kind);
  r.required("office_role", stage.office_role, is::name);
  r.required("hands", stage.hands);
  r.defaulted("accompanying", stage.accompanying, is::name);
  r.defaulted("mandatory", stage.mandatory);
  r.defaulted("attests", stage.attests);
  r.defaulted("may_return", stage.may_return);
  r.defaulted("may_conclude_ineligible", stage.may_conclude_ineligible);
  r.optional("limit_working_days", stage.limit_working_days, is::within(0, 2000));
  r.optional("limit_rule", stage.limit_rule, is::name);
  r.optional("shown_as", stage.shown_as);
  r.required("source", stage.source, is::plan_source);
}

void members(ObjectReader& r, Route& route) {
  r.required("id", route.id, is::name);
  r.required("name", route.name);
  r.defaulted("sender", route.sender);
  r.required("stages", route.stages, is::filled);
  r.optional("reserves_at", route.reserves_at, is::name);
  r.optional("reserves_source", route.reserves_source, is::plan_source);
  r.required("source", route.source, is::plan_source);
}

void members(ObjectReader& r, AwardForm& form) {
  r.required("code", form.code, is::name);
  r.required("name", form.name);
  r.required("subject_kinds", form.subject_kinds, is::filled);
  r.required("milestones", form.milestones, is::filled);
  r.required("authority", form.authority, is::name);
  r.required("rank", form.rank, is::within(1, 4));
  r.required("route", form.route, is::name);
  r.defaulted("lower_forms", form.lower_forms, is::name);
  r.defaulted("papers", form.papers);
  r.required("source", form.source, is::plan_source);
}

void members(ObjectReader& r, Quota& quota) {
  r.required("id", quota.id, is::name);
  r.required("award_form", quota.award_form, is::name);
  r.optional("subject_kind", quota.subject_kind);
  r.optional("limit", quota.limit, is::within(0, 2000));
  r.required("per", quota.per);
  r.required("organisation_role", quota.organisation_role, is::name);
  r.required("source", quota.source, is::plan_source);
}

void members(ObjectReader& r, ExpectedOccasion& occasion) {
  r.required("id", occasion.id, is::name);
  r.required("milestone", occasion.milestone);
  r.required("name", occasion.name);
  r.optional("window", occasion.window);
  r.required("opened_by", occasion.opened_by, is::name);
  r.required("award_forms", occasion.award_forms, is::filled);
  r.required("source", occasion.source, is::plan_source);
}

void members(ObjectReader& r, Milestone& milestone) {
  r.required("id", milestone.id, is::name);
  r.required("kind", milestone.kind);
  r.required("text", milestone.text);
  r.optional("from", milestone.from);
  r.optional("to", milestone.to);
  r.required("source", milestone.source, is::plan_source);
}

void members(ObjectReader& r, AssumedDue& due) { r.required("basis", due.basis); }

void members(ObjectReader& r, Duty& duty) {
  r.required("id", duty.id, is::name);
  r.required("kind", duty.kind);
  r.required("text", duty.text);
  r.required("who", duty.who, is::name);
  r.required("to", duty.to, is::name);
  r.optional("due", duty.due);
  r.optional("yearly_due", duty.yearly_due, is::month_day);
  r.optional("due_assumed", duty.due_assumed);
  r.required("source", duty.source, is::plan_source);
}

void members(ObjectReader& r, Oversight& oversight) {
  r.required("office_role", oversight.office_role, is::name);
  r.required("text", oversight.text);
  r.required("source", oversight.source, is::plan_source);
}

void members(ObjectReader& r, Funding& funding) {
  r.required("use", funding.use);
  r.required("fund", funding.fund);
  r.required("source", funding.source, is::plan_source);
}

void members(ObjectReader& r, Addressee& addressee) {
  r.required("name", addressee.name);
  r.optional("channel", addressee.channel);
  r.optional("purpose", addressee.purpose);
  r.optional("defined_by", addressee.defined_by);
  r.required("source", addressee.source, is::plan_source);
}

void members(ObjectReader& r, RecordedResult& result) {
  r.required("id", result.id, is::name);
  r.required("text", result.text);
  r.required("path", result.path, is::filled);
  r.required("source", result.source, is::plan_source);
}

void members(ObjectReader& r, SingleHolders& holders) {
  r.required("roles", holders.roles, is::filled);
  r.required("source", holders.source, is::plan_source);
}

void members(ObjectReader& r, PlanSettings& settings) {
  r.required("disagreement_forwards", settings.disagreement_forwards);
  r.required("double_award", settings.double_award);
  r.required("drop_reading", settings.drop_reading, is::OneOf{"percentage_points", "relative_percent"});
  r.required("consecutive_reading", settings.consecutive_reading, is::OneOf{"every_year", "mean"});
  r.required("latest_year", settings.latest_year, is::OneOf{"previous_year", "as_given"});
  r.required("source", settings.source, is::plan_source);
}

void members(ObjectReader& r, Plan& plan) {
  r.required("id", plan.id, is::name);
  r.required("version", plan.version, is::within(1, 9999));
  r.required("title", plan.title);
  r.required("issuer", plan.issuer);
  r.required("document", plan.document);
  r.required("movement", plan.movement);
  r.required("territory", plan.territory, is::name);
  r.required("period", plan.period);
  r.defaulted("notes", plan.notes);
  r.required("legal_bases", plan.legal_bases);
  r.required("targets", plan.targets);
  r.required("figures", plan.figures);
  r.required("subject_categories", plan.subject_categories, is::filled);
  r.required("award_forms", plan.award_forms, is::filled);
  r.required("routes", plan.routes, is::filled);
  r.defaulted("quotas", plan.quotas);
  r.defaulted("occasions", plan.occasions);
  r.defaulted("milestones", plan.milestones);
  r.defaulted("duties", plan.duties);
  r.defaulted("oversight", plan.oversight);
  r.defaulted("funding", plan.funding);
  r.defaulted("addressees", plan.addressees);
  r.defaulted("recorded_results", plan.recorded_results);
  r.optional("single_holders", plan.single_holders);
  r.required("settings", plan.settings);
}

}  // namespace vinhdanh
