/// A tiny province for tests: its offices, its law, and a plan with three routes. Invented names throughout.
#pragma once

#include <algorithm>

#include "engine/decide/decide.hpp"

namespace vinhdanh::test {

inline Date day(int year, unsigned month, unsigned date) { return *Date::of(year, month, date); }
/// 09:00 in Viet Nam on that day.
inline Instant morning(Date date) { return Instant{(date.days() * 24LL + 2) * 3'600'000}; }

/// A name that is not its id: "cơ quan so noi vu".
inline std::string called(const std::string& kind, std::string id) {
  std::ranges::replace(id, '_', ' ');
  return kind + " " + id;
}

inline Office office(std::string id, std::string level, std::optional<std::string> parent) {
  Office made{.id = id, .level = level, .names = {{called("cơ quan", id), {}}}, .source = {.clause = "test"}};
  if (parent) made.parents.push_back({*parent, {}});
  return made;
}

/// `an_thinh` and `binh_hoa` are communes that nominate; `cu_lam` was one until 2025-03-01, then became `binh_hoa`.
inline Organisation small_province() {
  Organisation made;
  auto add = [&](Office o) { made.offices.emplace(o.id, std::move(o)); };
  add(office("tinh", "province", std::nullopt));
  for (const char* id : {"so_lao_dong", "so_noi_vu", "van_phong", "chu_tich", "hoi_dong"})
    add(office(id, "department", "tinh"));
  add(office("trung_uong", "central", std::nullopt));
  for (const char* id : {"an_thinh", "binh_hoa", "cu_lam"}) add(office(id, "commune", "tinh"));
  made.offices.at("cu_lam").dissolution = Dissolution{day(2025, 3, 1), {"binh_hoa"}, {.clause = "test"}};
  auto holds = [&](std::string role, std::string office_id) {
    made.holdings.push_back({role, "tinh", office_id, {}, {.clause = "test"}});
  };
  holds("labour_department", "so_lao_dong");
  holds("home_affairs", "so_noi_vu");
  holds("provincial_office", "van_phong");
  holds("emulation_council", "hoi_dong");
  holds("provincial_chairman", "chu_tich");
  holds("prime_minister", "so_noi_vu");  // results from outside are recorded there
  return made;
}

/// E1 until 28 February 2025; E2 after it bars dissolved units.
inline Law two_eras() {
  Era before{.id = "E1", .name = "trước", .to = day(2025, 2, 28), .source = {.clause = "test"}};
  Era after{.id = "E2", .name = "sau", .from = day(2025, 3, 1), .source = {.clause = "test"}};
  after.rules.push_back(
      {"dissolved_unit_barred", "true", "không khen đơn vị đã giải thể", {.clause = "Thông tư thử, Điều 1"}});
  return {.id = "law", .eras = {before, after}};
}

inline PaperRequirement paper(std::string slot, PaperLevel level, std::string required_at) {
  return {slot, level, required_at, {.clause = "III.1"}};
}

inline Stage stage(std::string id, StageKind kind, std::string office_role, Hands hands) {
  return {
      .id = id, .name = called("bước", id), .kind = kind, .office_role = office_role, .hands = hands, .source = {.clause = "II." + id}};
}

/// Labour reviews, Home Affairs appraises (labour may give an opinion), the council advises, the Chairman decides.
inline Route province_route() {
  Stage review = stage("review", StageKind::review, "labour_department",
                       {{Role::intake_reviewer, Role::specialist}, {Role::specialist}, {Role::office_head}});
  review.attests = true;
  review.may_conclude_ineligible = true;
  Stage appraisal = stage("appraisal", StageKind::appraise, "home_affairs",
                          {{Role::intake_reviewer, Role::appraiser}, {Role::appraiser}, {Role::office_head}});
  appraisal.accompanying = {"labour_department"};
  appraisal.may_conclude_ineligible = true;
  const Stage advice = stage("advice", StageKind::advise, "emulation_council",
                             {{Role::council_secretariat}, {}, {Role::council_secretariat}});
  const Stage decision = stage("decision", StageKind::decide, "provincial_chairman",
                               {{Role::registry_clerk, Role::specialist}, {Role::specialist}, {Role::decider}});
  return {.id = "province",
          .name = "cấp tỉnh",
          .stages = {review, appraisal, advice, decision},
          .reserves_at = "appraisal",
          .source = {.clause = "II"}};
}

/// Labour reviews (nobody proposes), the Chairman endorses, results of the board and of the Prime Minister are
/// recorded.
inline Route state_route() {
  Stage review =
      stage("state_review", StageKind::review, "labour_department", {{Role::intake_reviewer}, {}, {Role::office_head}});
  review.may_return = false;
  const Stage endorsement =
      stage("endorsement", StageKind::endorse, "provincial_chairman", {{Role::registry_clerk}, {}, {Role::decider}});
  Stage board = stage("board", StageKind::record_result, "prime_minister", {{Role::recorder}, {}, {Role::recorder}});
  board.may_return = false;
  Stage result = stage("result", StageKind::record_result, "prime_minister", {{Role::recorder}, {}, {Role::recorder}});
  result.may_return = false;
  return {.id = "state",
          .name = "cấp Nhà nước",
          .stages = {review, endorsement, board, result},
          .source = {.clause = "II"}};
}

/// The unit ranks and decides for itself.
inline Route unit_route() {
  const Stage ranking = stage("ranking", StageKind::rank, "own_unit", {{Role::specialist}, {}, {Role::office_head}});
  const Stage decision =
      stage("unit_decision", StageKind::decide, "own_unit", {{Role::registry_clerk}, {}, {Role::decider}});
  return {.id = "unit",
          .name = "cấp đơn vị",
          .sender = Role::unit_clerk,
          .stages = {ranking, decision},
          .source = {.clause = "II"}};
}

inline AwardForm form(std::string code, std::string authority, int rank, std::string route) {
  return {.code = code,
          .name = called("hình thức", code),
          .subject_kinds = {SubjectKind::collective, SubjectKind::individual},
          .milestones = {MilestoneKind::final_review},
          .authority = authority,
          .rank = rank,
          .route = route,
          .papers = {paper("letter", PaperLevel::submission, "submit"), paper("report", PaperLevel::dossier, "submit")},
          .source = {.clause = "II"}};
}

inline SubjectCategory category_a() {
  Criterion fewer{
      .id = "fewer_poor", .text = "giảm từ 30%", .kind = CriterionKind::numeric, .source = {.clause = "I.a.1"}};
  fewer.predicate = Predicate{.kind = PredicateKind::reduction,
                              .baseline = "poor_before",
                              .current = "poor_now",
                              .comparison = Comparison::at_least,
                              .threshold = Decimal::parse("30")};
  const Criterion united{.id = "united", .text = "nội bộ đoàn kết", .source = {.clause = "I.a.2"}};
  return {.id = "a",
          .letter = "a",
          .name = "Xã",
          .subject_kinds = {SubjectKind::collective, SubjectKind::individual},
          .criteria = {fewer, united},
          .source = {.clause = "I.a"}};
}

/// Forms: `merit` (province; 2 places an occasion, lower form `letter_of_praise` with 1), `flag` (province, no places),
/// `pm_merit` (state; lower forms `merit`, which the endorsing Chairman decides, and `unit_praise`), `unit_praise`
/// (unit).
inline Plan small_plan() {
  Plan plan{.id = "small",
            .title = "Kế hoạch thử",
            .issuer = {"tinh", "Tỉnh"},
            .document = {.kind = "kế hoạch"},
            .movement = {.id = "phong_trao", .name = "Phong trào thử"},
            .territory = "tinh",
            .period = {day(2021, 1, 1), day(2025, 12, 31)}};
  plan.figures = {{.id = "poor_before", .name = "số hộ nghèo đầu kỳ", .unit = "hộ", .source = {.clause = "I"}},
                  {.id = "poor_now", .name = "số hộ nghèo cuối kỳ", .unit = "hộ", .source = {.clause = "I"}}};
  plan.subject_categories = {category_a()};
  plan.routes = {province_route(), state_route(), unit_route()};
  AwardForm merit = form("merit", "provincial_chairman", 2, "province");
  merit.lower_forms = {"letter_of_praise"};
  merit.papers.push_back(paper("minutes", PaperLevel::submission, "advice"));
  AwardForm pm_merit = form("pm_merit", "prime_minister", 3, "state");
  pm_merit.lower_forms = {"merit", "unit_praise"};
  plan.award_forms = {merit, form("flag", "provincial_chairman", 2, "province"), pm_merit,
                      form("unit_praise", "own_unit", 1, "unit"),
                      form("letter_of_praise", "provincial_chairman", 2, "province")};
  plan.quotas = {{.id = "merit_places",
                  .award_form = "merit",
                  .organisation_role = "provincial_chairman",
                  .source = {.clause = "II.3"}},
                 {.id = "praise_places",
                  .award_form = "letter_of_praise",
                  .limit = 1,
                  .per = QuotaPeriod::movement,
                  .organisation_role = "provincial_chairman",
                  .source = {.clause = "II.4"}}};
  plan.settings.double_award = DoubleAward::block;
  plan.settings.source = {.clause = "IV"};
  return plan;
}

}  // namespace vinhdanh::test
