/// A plan of an emulation movement as data: who may be nominated, for which award forms, along which stages.
///
/// Members are named as in the JSON files (`workflows/plans/<id>/v<n>.json`, schema in `workflows/schema/`): a member
/// here is the member there, an enumeration is its stored name, an optional is absent or null, a vector an array.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/definition/source.hpp"
#include "engine/model/basics.hpp"

namespace vinhdanh {

struct PlanIssuer {
  OfficeId office;
  std::string name;  ///< as printed on the plan
};

/// The plan's own document. Three of the five plans bear neither number nor day.
struct PlanDocument {
  std::string kind;  ///< "kế hoạch"
  std::optional<std::string> number;
  std::optional<std::string> symbol;  ///< "KH-CTK" where only the symbol is printed
  std::optional<Date> date;
  std::optional<std::string> date_text;  ///< "tháng 8 năm 2021" where the day is blank
  std::optional<std::string> place;
};

struct ParentMovement {
  std::string citation;
  bool text_available = false;  ///< false: rules "as the parent says" are assumed
};

struct Movement {
  std::string id;
  std::string name;
  std::optional<ParentMovement> parent;
};

struct Period {
  Date from;
  Date to;
};

struct LegalBasis {
  std::string citation;
  std::optional<Date> date;
  bool text_available = false;
  Source source;
};

/// A goal of the whole movement ("Phấn đấu …"); never a condition on a nominee.
struct MovementTarget {
  std::string id;
  std::string text;
  Source source;
};

enum class PredicateKind { consecutive_drops, reduction, yearly_plan, range, any, all };
VINHDANH_NAMES(PredicateKind, "consecutive_drops", "reduction", "yearly_plan", "range", "any", "all");

enum class Comparison { at_least, more_than };  ///< "từ … trở lên" is >=, "trên …" is strictly >
VINHDANH_NAMES(Comparison, ">=", ">");

/// What the year-end figures of a nominee must show. Unused members are empty.
struct Predicate {
  PredicateKind kind = PredicateKind::range;
  std::string series;             ///< consecutive_drops, yearly_plan: id of a yearly series of figures
  std::string plan_series;        ///< yearly_plan: the series that states each year's planned value
  std::string baseline;           ///< reduction: figure at the start of the period
  std::string current;            ///< reduction: figure now
  std::string figure;             ///< range: a single figure
  std::optional<Comparison> comparison;
  std::optional<Decimal> threshold;  ///< drops: percentage points a year; reduction: percent
  std::optional<int> years;       ///< consecutive_drops: how many drops in a row, ending with the last year announced
  std::optional<int> from_year;   ///< yearly_plan
  std::optional<int> to_year;
  std::optional<Decimal> minimum;  ///< range, inclusive
  std::optional<Decimal> maximum;
  std::vector<Predicate> of;      ///< any, all
};

enum class CriterionKind { numeric, attested };
VINHDANH_NAMES(CriterionKind, "numeric", "attested");

/// Whether missing a criterion is a ground for "ineligible" or only warns (an aspiration, "phấn đấu").
enum class CriterionEffect { ground, warning };
VINHDANH_NAMES(CriterionEffect, "ground", "warning");

/// One bullet of a category.
struct Criterion {
  std::string id;
  std::string text;  ///< short term or quotation, Vietnamese
  CriterionKind kind = CriterionKind::attested;
  CriterionEffect effect = CriterionEffect::ground;
  std::optional<std::string> applies_to;  ///< words of the bullet that limit it; attestable as not applicable
  bool optional = false;                  ///< "(nếu có)"
  std::optional<Predicate> predicate;     ///< exactly when kind is numeric
  Source source;
};

/// How the bullets of a category add up: every one of them that applies, or one of them.
enum class CriteriaReading { all, any };
VINHDANH_NAMES(CriteriaReading, "all", "any");

struct SubjectCategory {
  std::string id;
  std::string letter;  ///< a, b, c, d, đ, e, g; may be empty
  std::string name;
  std::vector<SubjectKind> subject_kinds;
  CriteriaReading reading = CriteriaReading::all;
  std::vector<Criterion> criteria;  ///< each where it applies
  Source source;
};

/// A named figure asked of nominees: a single value, or a yearly series of year-end values.
struct FigureDefinition {
  std::string id;
  std::string name;
  std::string unit;     ///< "%", "hộ", "xã", …
  bool yearly = false;
  Source source;
  std::optional<Decimal> minimum;  ///< inclusive bounds of what can be true ("0" to "100" of a rate); null: none
  std::optional<Decimal> maximum;
};

enum class PaperLevel { submission, dossier };
VINHDANH_NAMES(PaperLevel, "submission", "dossier");

/// A paper that must be there before the dossier leaves the unit (`required_at` = "submit") or a stage (its id).
struct PaperRequirement {
  std::string slot;  ///< submission_letter, achievement_report, council_minutes, …
  PaperLevel level = PaperLevel::dossier;
  std::string required_at;
  Source source;
};

/// Who does what inside the office that holds a stage. An empty list of `propose`: nobody proposes, the sender acts.
struct Hands {
  std::vector<Role> receive;
  std::vector<Role> propose;
  std::vector<Role> send;
};

/// Words on screen, in both languages.
struct ShownAs {
  std::string vi;
  std::string en;
};

struct Stage {
  StageId id;
  std::string name;
  StageKind kind = StageKind::review;
  std::string office_role;  ///< labour_department, home_affairs, … or own_unit; which office, organisation data says
  Hands hands;
  std::vector<std::string> accompanying;  ///< office roles that may give an opinion inside the stage; never required
  bool mandatory = true;
  bool attests = false;                ///< the stage cannot be closed with an applicable bullet unattested
  bool may_return = true;
  bool may_conclude_ineligible = false;
  std::optional<int> limit_working_days;  ///< null: the plan states no limit
  std::optional<std::string> limit_rule;  ///< code of the rule with the limit, in the dossier's era; never both
  std::optional<ShownAs> shown_as;  ///< for a dossier that waits here ("Đã trình Chủ tịch"); null: by the kind of stage
  Source source;
};

struct Route {
  std::string id;
  std::string name;
  Role sender = Role::unit_head;  ///< who signs and sends from the unit
  std::vector<Stage> stages;      ///< in order; the last is of kind decide or record_result
  /// A place is taken when the dossier leaves this stage; null: at approval. A route that ends in a recorded result has
  /// one. A lower form takes its place, under its own key, at its approval.
  std::optional<StageId> reserves_at;
  std::optional<Source> reserves_source;  ///< set exactly with `reserves_at`
  Source source;
};

struct AwardForm {
  FormCode code;  ///< provincial_merit, pm_merit, labour_order, unit_commendation, emulation_flag
  std::string name;
  std::vector<SubjectKind> subject_kinds;
  std::vector<MilestoneKind> milestones;
  std::string authority;  ///< office role that decides: provincial_chairman, prime_minister, president, own_unit, …
  int rank = 0;           ///< 1 unit, 2 province, 3 Prime Minister, 4 President: for lower forms and the deciding rank
  std::string route;
  std::vector<FormCode> lower_forms;  ///< what may be given instead, by their own authority
  std::vector<PaperRequirement> papers;
  Source source;
};

enum class QuotaPeriod { occasion, movement };
VINHDANH_NAMES(QuotaPeriod, "occasion", "movement");

/// Số lượng khen: how many an organisation may send up or an authority award.
struct Quota {
  std::string id;
  FormCode award_form;
  std::optional<SubjectKind> subject_kind;  ///< null: all kinds together
  std::optional<int> limit;                 ///< null: the occasion's document says
  QuotaPeriod per = QuotaPeriod::occasion;
  std::string organisation_role;  ///< the office role whose places these are
  Source source;
};

/// A review that the plan expects; it opens only by a numbered document.
struct ExpectedOccasion {
  std::string id;
  MilestoneKind milestone = MilestoneKind::final_review;
  std::string name;
  std::optional<Period> window;
  std::string opened_by;  ///< office role
  std::vector<FormCode> award_forms;
  Source source;
};

struct Milestone {
  std::string id;
  MilestoneKind kind = MilestoneKind::final_review;
  std::string text;
  std::optional<Date> from;
  std::optional<Date> to;
  Source source;
};

enum class DutyKind { unit_plan, yearly_report, inspection, ad_hoc_report };
VINHDANH_NAMES(DutyKind, "unit_plan", "yearly_report", "inspection", "ad_hoc_report");

/// Says that the day of a duty is ours: the clause states the duty without one.
struct AssumedDue {
  std::string basis;
};

/// A duty that becomes one dated task per unit. `due` for a single date; `yearly_due` ("12-15") for every year of the period.
struct Duty {
  std::string id;
  DutyKind kind = DutyKind::yearly_report;
  std::string text;
  std::string who;               ///< "units" or an office role
  std::vector<std::string> to;   ///< office roles
  std::optional<Date> due;
  std::optional<std::string> yearly_due;
  std::optional<AssumedDue> due_assumed;
  Source source;  ///< of the duty itself
};

struct Oversight {
  std::string office_role;  ///< or "units"
  std::string text;
  Source source;
};

struct Funding {
  std::string use;
  std::string fund;
  Source source;
};

enum class DeliveryChannel { paper, electronic };
VINHDANH_NAMES(DeliveryChannel, "paper", "electronic");

struct Addressee {
  std::string name;
  std::optional<DeliveryChannel> channel;  ///< null: the plan does not say
  std::optional<std::string> purpose;  ///< báo cáo, t/hiện
  std::optional<std::string> defined_by;  ///< another decision that lists the group
  Source source;
};

enum class DoubleAward { block, warn, allow_chained };
VINHDANH_NAMES(DoubleAward, "block", "warn", "allow_chained");

struct PlanSettings {
  bool disagreement_forwards = true;  ///< a disagreeing reviewer still forwards, with the opinion
  DoubleAward double_award = DoubleAward::warn;
  std::string drop_reading = "percentage_points";
  std::string consecutive_reading = "every_year";
  /// previous_year: a series "before sending" ends with the year before it or a later one; as_given: with its last year.
  std::string latest_year = "previous_year";
  Source source;
};

/// A recorded result that makes no dossier (002 §IV.1: the yearly evaluation).
struct RecordedResult {
  std::string id;
  std::string text;
  std::vector<std::string> path;  ///< office roles it travels through
  Source source;
};

/// Roles that one person of an office holds by nature. While he is away nobody acts but his deputy, so the staffing check
/// only warns of it.
struct SingleHolders {
  std::vector<Role> roles;
  Source source;
};

struct Plan {
  std::string id;       ///< folder name
  int version = 1;
  std::string title;
  PlanIssuer issuer;
  PlanDocument document;
  Movement movement;
  std::string territory;  ///< root office whose roles serve the plan
  Period period;
  std::vector<std::string> notes;  ///< slips of the document, kept as they are
  std::vector<LegalBasis> legal_bases;
  std::vector<MovementTarget> targets;
  std::vector<FigureDefinition> figures;
  std::vector<SubjectCategory> subject_categories;
  std::vector<AwardForm> award_forms;
  std::vector<Route> routes;
  std::vector<Quota> quotas;
  std::vector<ExpectedOccasion> occasions;
  std::vector<Milestone> milestones;
  std::vector<Duty> duties;
  std::vector<Oversight> oversight;
  std::vector<Funding> funding;
  std::vector<Addressee> addressees;
  std::vector<RecordedResult> recorded_results;
  std::optional<SingleHolders> single_holders;
  PlanSettings settings;

  [[nodiscard]] const AwardForm* award_form(std::string_view code) const;
  [[nodiscard]] const Route* route(std::string_view id) const;
  [[nodiscard]] const SubjectCategory* category(std::string_view id) const;
};

}  // namespace vinhdanh
