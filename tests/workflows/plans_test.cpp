// The five shipped plans say what the documents say: counts, numbers, ways and what is only assumed.
#include <map>

#include "tests/workflows/plan_facts.hpp"
#include "tests/workflows/shipped_definitions.hpp"

using namespace vinhdanh;
using namespace vinhdanh::facts;
using shipped::date;

TEST_CASE("Ninh Binh 2016-2020: the plan that spells its way out") {
  const Plan plan = shipped::plan("ninh-binh-2016-2020");

  CHECK_FALSE(plan.document.number);
  CHECK_FALSE(plan.document.date);
  CHECK(plan.period.from == date("2016-01-01"));
  CHECK(plan.period.to == date("2020-12-31"));
  CHECK(plan.legal_bases.size() == 7);
  CHECK(plan.targets.size() == 5);
  CHECK_FALSE(plan.movement.parent->text_available);

  SECTION("seven categories; the numbers are aspirations, so they warn") {
    CHECK(each(plan.subject_categories, &SubjectCategory::letter) == Texts{"a", "b", "c", "d", "đ", "e", "g"});
    CHECK(predicates(plan, "district") == Texts{"1..2", "yearly 2017-2020", "yearly 2017-2020"});
    CHECK(predicates(plan, "commune") == Texts{"1..1", "yearly 2017-2020", "yearly 2017-2020"});
    CHECK(predicates(plan, "village") == Texts{"yearly 2017-2020", "yearly 2017-2020"});
    for (const char* category : {"district", "commune", "village"}) {
      for (const Criterion* criterion : numeric_criteria(plan, category)) {
        CHECK(criterion->effect == CriterionEffect::warning);
      }
    }
    for (const char* category : {"departments", "household", "official", "enterprise"}) {
      CHECK(predicates(plan, category).empty());
    }
    const auto& household = plan.category("household")->criteria;
    CHECK(std::ranges::count(household, true, &Criterion::optional) == 1);
    CHECK(household.back().optional);
  }
  SECTION("Labour receives and reviews, Home Affairs appraises, the council advises, the Chairman decides") {
    const Texts way{"labour_review", "home_affairs_appraisal", "council_advice", "office_verification",
                    "chairman_decision"};
    CHECK(stages_of(plan, "provincial_merit") == way);
    CHECK(stages_of(plan, "emulation_flag") == way);
    CHECK(assumed_stages(plan, "provincial_merit") == Texts{"office_verification"});
    CHECK(stage(plan, "provincial_merit", "labour_review").source.clause == "V.6.b");
    CHECK(stage(plan, "provincial_merit", "home_affairs_appraisal").accompanying == Texts{"labour_department"});
    CHECK(stages_where(plan, "provincial_merit", &Stage::attests) == Texts{"labour_review"});
  }
  SECTION("for the Prime Minister the Chairman endorses, and the centre's results are recorded") {
    CHECK(stages_of(plan, "pm_merit") == Texts{"labour_review", "home_affairs_appraisal", "council_advice",
                                               "office_verification", "chairman_endorsement", "central_appraisal",
                                               "pm_result"});
    CHECK(assumed_stages(plan, "pm_merit") == Texts{"office_verification", "central_appraisal"});
    CHECK_FALSE(stage(plan, "pm_merit", "central_appraisal").limit_working_days);
    CHECK(stage(plan, "pm_merit", "central_appraisal").limit_rule == "central_appraisal_days");
    CHECK(plan.route("prime_minister")->reserves_at == "chairman_endorsement");
    CHECK(plan.award_form("pm_merit")->lower_forms == Texts{"provincial_merit"});
  }
  SECTION("the head of the unit decides the commendation; how is assumed") {
    CHECK(stages_of(plan, "unit_commendation") == Texts{"unit_decision"});
    CHECK(assumed_stages(plan, "unit_commendation") == Texts{"unit_decision"});
    CHECK(plan.route("unit")->sender == Role::unit_clerk);
  }
  SECTION("one flag; the number of certificates is set late, by decision") {
    REQUIRE(plan.quotas.size() == 3);
    CHECK(plan.quotas[0].award_form == "emulation_flag");
    CHECK(plan.quotas[0].limit == 1);
    CHECK_FALSE(plan.quotas[1].limit);
    CHECK_FALSE(plan.quotas[2].limit);
  }
  SECTION("duties, money, addressees") {
    CHECK(plan.duties[0].due == date("2017-11-14"));
    CHECK(plan.duties[1].to == Texts{"home_affairs", "labour_department"});
    CHECK(plan.duties[2].kind == DutyKind::inspection);
    CHECK_FALSE(plan.duties[0].due_assumed);
    CHECK(plan.duties[1].due_assumed);
    CHECK(each(plan.duties, &Duty::id) == Texts{"unit_plan", "yearly_report", "inspection", "launch", "ad_hoc_report"});
    CHECK(plan.duties[3].due == date("2017-11-14"));
    CHECK(plan.duties[3].source.clause == "III.1.a");
    CHECK(plan.duties[4].source.clause == "III.2.h");
    CHECK_FALSE(plan.duties[4].due);
    CHECK(each(plan.oversight, &Oversight::office_role) ==
          Texts{"home_affairs", "fatherland_front", "emulation_council", "home_affairs", "information_department"});
    CHECK(plan.oversight.back().source.clause == "V.4");
    CHECK(plan.funding.size() == 4);
    CHECK(plan.addressees.size() == 2);
  }
}

TEST_CASE("Lang Son 2021-2025: nine categories with numbers, four award forms") {
  const Plan plan = shipped::plan("lang-son-2021-2025");

  CHECK_FALSE(plan.document.number);
  CHECK_FALSE(plan.document.date);
  CHECK(plan.legal_bases.size() == 2);
  CHECK(plan.targets.size() == 3);
  CHECK(plan.quotas.empty());
  CHECK(plan.funding.empty());

  SECTION("nine categories; from 6 % is >=, above 50 % is >") {
    CHECK(each(plan.subject_categories, &SubjectCategory::letter) ==
          Texts{"a", "b", "b", "c", "c", "d", "đ", "e", "g"});
    CHECK(predicates(plan, "poor_district") == Texts{">= 6 x 3"});
    CHECK(predicates(plan, "other_district") == Texts{"(>= 4 x 3 or > 50)"});
    CHECK(predicates(plan, "difficult_commune") == Texts{"(>= 6 x 3 or > 50)"});
    CHECK(predicates(plan, "area_commune") == Texts{"> 50"});
    CHECK(predicates(plan, "village") == Texts{"> 50"});
    CHECK(attested_count(plan, "village") == 2);
    for (const SubjectCategory& category : plan.subject_categories) {
      for (const Criterion& criterion : category.criteria) CHECK(criterion.effect == CriterionEffect::ground);
    }
  }
  SECTION("bullets that do not concern everyone say whom they concern") {
    const auto& departments = plan.category("departments")->criteria;
    REQUIRE(departments.size() == 4);
    CHECK_FALSE(departments[0].applies_to);
    CHECK_FALSE(departments[1].applies_to);
    CHECK(departments[2].applies_to == "Ngân hàng Chính sách xã hội");
    CHECK(departments[3].applies_to == "tổ chức tín dụng");
    CHECK(plan.category("household")->criteria.back().applies_to);
    CHECK(plan.category("official")->criteria.back().applies_to);
    CHECK(plan.category("enterprise")->criteria.back().applies_to);
  }
  SECTION("four forms; the units' own at both reviews, the others at the final one only") {
    CHECK(each(plan.award_forms, &AwardForm::code) ==
          Texts{"unit_commendation", "provincial_merit", "pm_merit", "labour_order"});
    CHECK(plan.award_form("unit_commendation")->milestones ==
          std::vector{MilestoneKind::interim_review, MilestoneKind::final_review});
    for (const char* form : {"provincial_merit", "pm_merit", "labour_order"}) {
      CHECK(plan.award_form(form)->milestones == std::vector{MilestoneKind::final_review});
    }
    CHECK(plan.award_form("labour_order")->lower_forms == Texts{"pm_merit", "provincial_merit"});
  }
  SECTION("everything before the Chairman is assumed") {
    CHECK(stages_of(plan, "provincial_merit") ==
          Texts{"home_affairs_appraisal", "council_advice", "office_verification", "chairman_decision"});
    CHECK(assumed_stages(plan, "provincial_merit") ==
          Texts{"home_affairs_appraisal", "council_advice", "office_verification"});
    CHECK(stage(plan, "provincial_merit", "home_affairs_appraisal").accompanying == Texts{"labour_department"});
    CHECK(stages_where(plan, "provincial_merit", &Stage::attests) == Texts{"home_affairs_appraisal"});
    CHECK(stages_of(plan, "labour_order") == Texts{"home_affairs_appraisal", "council_advice", "office_verification",
                                                   "chairman_endorsement", "central_appraisal", "pm_result",
                                                   "president_result"});
    CHECK(stages_of(plan, "pm_merit").back() == "pm_result");
    CHECK(stage(plan, "unit_commendation", "unit_decision").office_role == "commending_head");
  }
  SECTION("duties and addressees") {
    CHECK(plan.duties[0].due == date("2022-09-30"));
    CHECK(plan.duties[1].to == Texts{"home_affairs"});
    CHECK(plan.duties[1].source.clause == "VI.4");
    CHECK(plan.duties.back().kind == DutyKind::inspection);
    CHECK(plan.duties.back().source.clause == "III.4");
    CHECK(plan.addressees.size() == 9);
    CHECK(std::ranges::count_if(plan.addressees, [](const Addressee& to) { return to.defined_by.has_value(); }) == 2);
  }
}

TEST_CASE("Bac Kan information department 2021-2025: ad hoc awards, electronic copies") {
  const Plan plan = shipped::plan("bac-kan-ict-2021-2025");

  CHECK_FALSE(plan.document.number);
  CHECK(plan.document.symbol == "KH-STTTT");
  CHECK(plan.document.date_text == "tháng 8 năm 2021");
  REQUIRE(plan.legal_bases.size() == 1);
  CHECK(plan.legal_bases[0].date == date("2021-08-13"));
  CHECK(plan.figures.empty());
  CHECK(plan.quotas.empty());
  CHECK(plan.funding.empty());

  SECTION("check-lists only") {
    CHECK(attested_count(plan, "collective") == 4);
    CHECK(attested_count(plan, "individual") == 2);
    CHECK(predicates(plan, "collective").empty());
    CHECK(predicates(plan, "individual").empty());
  }
  SECTION("division, office, council, director, Home Affairs, Chairman; the level is chosen at nomination") {
    const Texts head{"department_collection", "department_council_advice", "director_dispatch",
                     "home_affairs_appraisal"};
    CHECK(assumed_stages(plan, "provincial_merit") == head);
    CHECK(stages_of(plan, "provincial_merit").back() == "chairman_decision");
    CHECK(stages_of(plan, "pm_merit") ==
          Texts{head[0], head[1], head[2], head[3], "chairman_endorsement", "central_appraisal", "pm_result"});
    CHECK(stages_of(plan, "state_award").back() == "president_result");
    CHECK(stages_where(plan, "provincial_merit", &Stage::attests) == Texts{"department_council_advice"});
    for (const AwardForm& form : plan.award_forms) CHECK(form.milestones == std::vector{MilestoneKind::ad_hoc});
  }
  SECTION("the yearly result is recorded and makes no dossier") {
    REQUIRE(plan.recorded_results.size() == 1);
    CHECK(plan.recorded_results[0].path == Texts{"department_office", "department_council"});
    CHECK(plan.recorded_results[0].source.clause == "IV.1");
  }
  CHECK(plan.addressees.size() == 4);
  for (const Addressee& to : plan.addressees) CHECK(to.channel == DeliveryChannel::electronic);
  for (const char* id : {"ninh-binh-2016-2020", "lang-son-2021-2025", "ninh-thuan-statistics-2021-2025",
                         "ninh-thuan-statistics-2023"}) {
    const Plan other = shipped::plan(id);
    for (const Addressee& to : other.addressees) CHECK_FALSE(to.channel);
  }
}

TEST_CASE("Ninh Thuan statistics 2021-2025: one collective and one individual per review") {
  const Plan plan = shipped::plan("ninh-thuan-statistics-2021-2025");

  CHECK_FALSE(plan.document.number);
  CHECK(plan.document.date_text == "tháng 7 năm 2022");
  CHECK(plan.legal_bases.size() == 6);
  CHECK(plan.targets.size() == 5);
  CHECK(plan.funding.empty());
  CHECK(plan.addressees.size() == 6);

  SECTION("no criteria for a nominee") {
    CHECK(each(plan.subject_categories, &SubjectCategory::id) == Texts{"collective", "individual", "household"});
    for (const SubjectCategory& category : plan.subject_categories) CHECK(category.criteria.empty());
  }
  SECTION("the places are the bureau's, taken when it sends up, at every review") {
    REQUIRE(plan.quotas.size() == 2);
    for (const Quota& quota : plan.quotas) {
      CHECK(quota.award_form == "provincial_merit");
      CHECK(quota.limit == 1);
      CHECK(quota.per == QuotaPeriod::occasion);
      CHECK(quota.organisation_role == "bureau_head");
      CHECK(quota.source.clause == "III");
    }
    CHECK(plan.quotas[0].subject_kind == SubjectKind::collective);
    CHECK(plan.quotas[1].subject_kind == SubjectKind::individual);
    CHECK(plan.route("province")->reserves_at == "bureau_dispatch");
    CHECK_FALSE(plan.route("bureau")->reserves_at);
    CHECK(plan.occasions.back().milestone == MilestoneKind::final_review);
    CHECK(std::ranges::count(plan.occasions, MilestoneKind::interim_review, &ExpectedOccasion::milestone) == 3);
  }
  SECTION("ranking and Home Affairs are assumed") {
    CHECK(stages_of(plan, "unit_commendation") == Texts{"personnel_ranking", "bureau_decision"});
    CHECK(stages_of(plan, "provincial_merit") ==
          Texts{"personnel_ranking", "bureau_dispatch", "home_affairs_appraisal", "chairman_decision"});
    CHECK(assumed_stages(plan, "provincial_merit") == Texts{"personnel_ranking", "home_affairs_appraisal"});
  }
}

TEST_CASE("the units of the bureau watch over the movement, as the clause says") {
  const Plan plan = shipped::plan("ninh-thuan-statistics-2021-2025");
  CHECK(plan.duties[0].who == "units");
  CHECK(plan.duties[0].source.clause == "V.1");
  CHECK(plan.oversight[0].office_role == "units");
  CHECK(plan.oversight[0].source.clause == "V.1");
}

TEST_CASE("Ninh Thuan statistics 2023: two rounds, a form that is assumed") {
  const Plan plan = shipped::plan("ninh-thuan-statistics-2023");

  CHECK_FALSE(plan.document.number);
  CHECK(plan.period.from == date("2023-01-01"));
  CHECK(plan.period.to == date("2023-12-31"));
  CHECK(plan.legal_bases.size() == 4);
  CHECK(plan.quotas.empty());
  CHECK(plan.funding.empty());
  CHECK(plan.addressees.size() == 5);

  REQUIRE(plan.award_forms.size() == 1);
  CHECK(plan.award_forms[0].code == "unit_commendation");
  CHECK(plan.award_forms[0].source.assumed);
  CHECK(stages_of(plan, "unit_commendation") == Texts{"personnel_ranking", "bureau_decision"});
  CHECK(assumed_stages(plan, "unit_commendation") == Texts{"bureau_decision"});

  REQUIRE(plan.occasions.size() == 2);
  CHECK(plan.occasions[0].window->to == date("2023-06-30"));
  CHECK(plan.occasions[1].window->from == date("2023-07-01"));
  CHECK(plan.occasions[1].window->to == date("2023-12-31"));

  CHECK(plan.targets[0].text.find("98,49%") != std::string::npos);
  for (const SubjectCategory& category : plan.subject_categories) CHECK(category.criteria.empty());
}

TEST_CASE("every item of every plan names its clause or what it is assumed from") {
  for (const char* id : {"ninh-binh-2016-2020", "lang-son-2021-2025", "bac-kan-ict-2021-2025",
                         "ninh-thuan-statistics-2021-2025", "ninh-thuan-statistics-2023"}) {
    const Plan plan = shipped::plan(id);
    CHECK(plan.id == id);
    for (const Source& source : sources(plan)) {
      CHECK(source.clause.has_value() != source.assumed);
      CHECK(source.assumed == source.basis.has_value());
      if (source.assumed) CHECK(source.confidence != Confidence::confirmed);
    }
    for (const AwardForm& form : plan.award_forms) {
      for (const PaperRequirement& paper : form.papers) CHECK(paper.source.assumed);
    }
    CHECK(plan.settings.double_award == DoubleAward::warn);
    CHECK(plan.settings.drop_reading == "percentage_points");
    CHECK(plan.settings.consecutive_reading == "every_year");
    CHECK(plan.settings.latest_year == "previous_year");
  }
}

TEST_CASE("no plan states the day of a yearly duty, so each one says that the day is assumed") {
  int assumed = 0;
  for (const Plan& plan : shipped::plans()) {
    for (const Duty& duty : plan.duties) {
      CHECK(duty.yearly_due.has_value() == duty.due_assumed.has_value());
      assumed += duty.due_assumed ? 1 : 0;
    }
  }
  CHECK(assumed == 7);
}

TEST_CASE("places that the Prime Minister or the President decides are reserved when the Chairman sends the dossier up") {
  int outside = 0;
  for (const Plan& plan : shipped::plans()) {
    for (const Route& route : plan.routes) {
      CHECK(route.reserves_at.has_value() == route.reserves_source.has_value());
      if (route.reserves_source) CHECK(route.reserves_source->assumed);
      if (route.stages.back().kind != StageKind::record_result) continue;
      CHECK(route.reserves_at == "chairman_endorsement");
      ++outside;
    }
  }
  CHECK(outside == 5);
}

TEST_CASE("every bullet of a category counts: assumed, since no plan writes a conjunction between them") {
  for (const Plan& plan : shipped::plans()) {
    bool has_criteria = false;
    for (const SubjectCategory& category : plan.subject_categories) {
      CHECK(category.reading == CriteriaReading::all);
      has_criteria = has_criteria || !category.criteria.empty();
    }
    const bool told = std::ranges::any_of(
        plan.notes, [](const std::string& note) { return note.find("reading: all") != std::string::npos; });
    CHECK(told == has_criteria);
  }
}

TEST_CASE("a stage that waits for someone above says for whom") {
  const std::map<std::string, std::string> words{{"provincial_chairman", "Đã trình Chủ tịch"},
                                                 {"central_board", "Đã trình Ban TĐKT Trung ương"},
                                                 {"prime_minister", "Đã trình Thủ tướng"},
                                                 {"president", "Đã trình Chủ tịch nước"}};
  for (const Plan& plan : shipped::plans()) {
    for (const Route& route : plan.routes) {
      for (const Stage& stage : route.stages) {
        INFO(plan.id << " " << route.id << " " << stage.id);
        const auto found = words.find(stage.office_role);
        CHECK(stage.shown_as.has_value() == (found != words.end()));
        if (stage.shown_as) CHECK(stage.shown_as->vi == found->second);
      }
    }
  }
}

TEST_CASE("a rate lies between 0 and 100, a number of households is not negative") {
  const Plan lang_son = shipped::plan("lang-son-2021-2025");
  CHECK(lang_son.figures[0].minimum == Decimal::parse("0"));
  CHECK(lang_son.figures[0].maximum == Decimal::parse("100"));
  CHECK(lang_son.figures[1].minimum == Decimal::parse("0"));
  CHECK_FALSE(lang_son.figures[1].maximum);
  // The poverty rate may also have risen: then the reduction is negative.
  CHECK(shipped::plan("ninh-binh-2016-2020").figures[0].minimum == Decimal::parse("-100"));
}
