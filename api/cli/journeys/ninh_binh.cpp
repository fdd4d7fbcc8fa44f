// Plan 003, Ninh Bình 2016-2020: a unit's own praise in 2018; merit, flag and State level at the final review of 2020.
#include <algorithm>

#include "api/cli/journeys/figures.hpp"
#include "api/cli/journeys/nomination.hpp"
#include "api/cli/journeys/provinces.hpp"

namespace vinhdanh::journeys {

namespace {

const Hand kNinhBinhBoard{"so_noi_vu_ninh_binh.board", "board_officer"};
constexpr const char* kNinhBinhPlan = "ninh-binh-2016-2020";
constexpr const char* kNinhBinhChairman = "ubnd_ninh_binh";

/// Every year of 2017-2020 at or above the year's plan, except what the caller puts in for 2019.
Json reductions(const std::string& in_2019 = "1.7") {
  return {{"poor_reduction", series(2017, {"1.8", "1.9", in_2019, "1.6"})},
          {"poor_reduction_plan", series(2017, {"1.5", "1.5", "1.5", "1.5"})},
          {"near_poor_reduction", series(2017, {"1.2", "1.1", "1.3", "1.0"})},
          {"near_poor_reduction_plan", series(2017, {"1.0", "1.0", "1.0", "1.0"})}};
}

Nominee commune() {
  return {.ref = "hanh-trinh-003-bk-tapthe",
          .form = "provincial_merit",
          .kind = "collective",
          .category = "commune",
          .name = "Nhân dân và cán bộ xã Cúc Phương",
          .title = "",
          .achievement = "Mô hình nuôi ong, trồng dược liệu giúp 64 hộ thoát nghèo.",
          .from = "2016-01-01",
          .to = "2020-08-31",
          .figures = {{"single", {{"pilot_villages", figure("1", "Báo cáo tổng kết của xã")}}},
                      {"yearly", reductions("7.1")}}};
}

/// The name is misspelt, for the technical correction.
Nominee official() {
  return {.ref = "hanh-trinh-003-bk-canhan",
          .form = "provincial_merit",
          .kind = "individual",
          .category = "official",
          .name = "Phạm Thị Thu Haà",
          .title = "Công chức Lao động - Xã hội huyện Nho Quan",
          .achievement = "Sáng kiến rà soát hộ nghèo theo bản đồ thôn.",
          .from = "2016-01-01",
          .to = "2020-08-31"};
}

Nominee household() {
  return {.ref = "hanh-trinh-003-bk-ho",
          .form = "provincial_merit",
          .kind = "household",
          .category = "household",
          .name = "Hộ ông Bùi Văn Thạch, Bản Nga",
          .title = "",
          .achievement = "Tự nguyện đăng ký thoát nghèo, giúp ba hộ cùng bản.",
          .from = "2017-01-01",
          .to = "2020-08-31"};
}

Nominee district(const std::string& ref, const std::string& name) {
  return {.ref = ref,
          .form = "emulation_flag",
          .kind = "collective",
          .category = "district",
          .name = name,
          .title = "",
          .achievement = "Dẫn đầu Phong trào thi đua của tỉnh.",
          .from = "2016-01-01",
          .to = "2020-08-31",
          .figures = {{"single", {{"pilot_communes", figure("2", "Báo cáo tổng kết của huyện")}}},
                      {"yearly", reductions()}}};
}

Nominee department() {
  return {.ref = "hanh-trinh-003-ttg",
          .form = "pm_merit",
          .kind = "collective",
          .category = "departments",
          .name = "Sở Thông tin và Truyền thông tỉnh Ninh Bình",
          .title = "",
          .achievement = "Đưa viễn thông công ích đến mọi xã nghèo.",
          .from = "2016-01-01",
          .to = "2020-08-31"};
}

Nominee company() {
  return {.ref = "hanh-trinh-003-ttg-chuyenxet",
          .form = "pm_merit",
          .kind = "enterprise",
          .category = "enterprise",
          .name = "Công ty TNHH Cúc Phương Xanh",
          .title = "",
          .achievement = "Bao tiêu dược liệu cho 120 hộ nghèo.",
          .from = "2017-01-01",
          .to = "2020-08-31"};
}

Nominee team_leader() {
  return {.ref = "hanh-trinh-003-ttg-khongduyet",
          .form = "pm_merit",
          .kind = "individual",
          .category = "enterprise",
          .name = "Lã Thị Mơ",
          .title = "Tổ trưởng vùng trồng dược liệu Công ty TNHH Cúc Phương Xanh",
          .achievement = "Hướng dẫn kỹ thuật trồng dược liệu cho 35 hộ nghèo.",
          .from = "2017-01-01",
          .to = "2020-08-31"};
}

/// Three nominees of one submission; one comes back for a wrong figure and resumes at the stage that returned it.
std::vector<Nomination> three_of_nho_quan(Movement& movement, const std::string& review) {
  const auto letter = movement.open_submission(review, "huyen_nho_quan", "hanh-trinh-003-ttr-nhoquan");
  std::vector<Nomination> all;
  all.emplace_back(movement, letter, official());
  all.emplace_back(movement, letter, commune());
  all.emplace_back(movement, letter, household());
  movement.submit_all(letter);
  for (auto& one : all) one.note("Đơn vị trình (một tờ trình)", hand_of("huyen_nho_quan", "unit_head"));
  for (auto& one : all) one.stands("awaiting_receipt", "labour_review");
  return all;
}

void repair_commune(Nomination& commune) {
  commune.pass_to("home_affairs_appraisal");
  commune.return_to_unit(
      {{"figure_wrong", "/figures/yearly/poor_reduction/2019", "Số liệu năm 2019 không khớp quyết định."}});
  commune.edit("/figures/yearly/poor_reduction/2019", figure("1.7", "Quyết định công nhận kết quả rà soát năm 2019"));
  commune.resubmit("Đã sửa theo quyết định công nhận năm 2019.");
  commune.stands("awaiting_receipt", "home_affairs_appraisal");
  if (commune.valid_endorsements() != 1)
    throw Unexpected("ý kiến của Sở LĐTBXH phải còn giá trị sau khi sửa đúng điểm trả lại");
}

void correct_name(Nomination& official) {
  official.pass_to("office_verification");
  official.record_correction("/nominee/name", "Phạm Thị Thu Hà");
  official.confirm_correction();
}

std::string open_final_review(Movement& movement) {
  return movement.open_occasion(
      {.ref = "hanh-trinh-003-tongket",
       .office = "so_noi_vu_ninh_binh",
       .milestone = "final_review",
       .name = "Tổng kết Phong trào thi đua 2016-2020",
       .document = "1520/HD-SNV",
       .forms = {"provincial_merit", "emulation_flag", "pm_merit"},
       .deadline = "2020-10-15",
       .places = Json::array({{{"form", "provincial_merit"}, {"subject_kind", nullptr}, {"limit", 4}}})});
}

/// One decision for four dossiers, signed by a Vice Chairman; the last was put forward to the Prime Minister.
void decide_merit(Movement& movement, const std::string& review, std::vector<Nomination>& three, Nomination& lowered) {
  const auto merit = movement.open_decision(review, "provincial_merit", kNinhBinhChairman);
  for (auto& one : three) one.approve(merit);
  lowered.approve_lower(merit, "provincial_merit");
  movement.sign(merit, true);
  movement.number(merit, "1387/QĐ-UBND");
  const auto end = [](Nomination& one) {
    one.note("Phó Chủ tịch ký quyết định", hand_of(kNinhBinhChairman, "decider", true));
    one.ends("awarded");
  };
  std::ranges::for_each(three, end);
  end(lowered);
}

/// There is one flag: the second district finds it taken.
void decide_flag(Movement& movement, const std::string& review, Nomination& best, Nomination& second) {
  const auto flag = movement.open_decision(review, "emulation_flag", kNinhBinhChairman);
  best.approve(flag);
  second.approve_refused(flag, "quota_full", best);
  second.decline("Tỉnh chỉ tặng một Cờ thi đua cho đơn vị dẫn đầu.");
  second.notify("so_noi_vu_ninh_binh", "office_head", "Cờ thi đua chỉ có một, đã tặng đơn vị dẫn đầu.");
  movement.sign(flag);
  movement.number(flag, "1388/QĐ-UBND");
  best.ends("awarded");
  second.ends("not_awarded");
}

/// Both go to the Prime Minister; one comes back approved, one not.
void record_state_level(Session& session, Nomination& approved, Nomination& turned_down) {
  approved.pass();
  turned_down.pass(true);
  session.day("2020-12-21");
  approved.record_result(true, "3011/TTr-BTĐKT", "196/TTr-UBND");
  turned_down.record_result(true, "3012/TTr-BTĐKT", "197/TTr-UBND");
  session.day("2021-02-25");
  approved.record_result(true, "308/QĐ-TTg", "196/TTr-UBND");
  turned_down.record_result(false, "1204/VPCP-TCCV", "197/TTr-UBND");
  turned_down.notify("so_noi_vu_ninh_binh", "office_head", "Thủ tướng Chính phủ chưa xét tặng trong đợt này.");
  approved.ends("awarded");
  turned_down.ends("not_awarded");
}

}  // namespace

void ninh_binh_unit_praise(Session& session, Report& report) {
  Movement movement(session, report, kNinhBinhPlan, "003", kNinhBinhBoard);
  if (movement.known({"hanh-trinh-003-giaykhen"})) return;
  session.day("2018-06-04");
  const auto review = movement.open_occasion({.ref = "hanh-trinh-003-soket-2018",
                                              .office = "huyen_kim_son",
                                              .milestone = "interim_review",
                                              .name = "Sơ kết giữa kỳ huyện Kim Sơn 2018",
                                              .document = "41/HD-UBND",
                                              .forms = {"unit_commendation"},
                                              .deadline = "2018-06-30",
                                              .territory = "huyen_kim_son"});
  const auto letter = movement.open_submission(review, "huyen_kim_son", "hanh-trinh-003-ttr-kimson");
  Nomination official(movement, letter,
                      {.ref = "hanh-trinh-003-giaykhen",
                       .form = "unit_commendation",
                       .kind = "individual",
                       .category = "official",
                       .name = "Tống Khánh Vân",
                       .title = "Công chức văn hóa - xã hội xã Kim Đông",
                       .achievement = "Vận động xóm 5 góp 40 ngày công sửa nhà cho hộ nghèo.",
                       .from = "2017-01-01",
                       .to = "2018-05-31"});
  official.submit();
  official.recall_by_unit();
  official.edit("/achievement", "Vận động xóm 5 góp 46 ngày công sửa nhà cho hộ nghèo.");
  official.submit();
  session.day("2018-06-20");
  const auto award = movement.open_decision(review, "unit_commendation", "huyen_kim_son");
  official.approve(award);
  movement.sign(award);
  movement.number(award, "655/QĐ-UBND");
  official.ends("awarded");
}

void ninh_binh_final_review(Session& session, Report& report) {
  Movement movement(session, report, kNinhBinhPlan, "003", kNinhBinhBoard);
  if (movement.known({"hanh-trinh-003-bk-canhan", "hanh-trinh-003-bk-tapthe", "hanh-trinh-003-bk-ho",
                      "hanh-trinh-003-co-1", "hanh-trinh-003-co-2", "hanh-trinh-003-ttg",
                      "hanh-trinh-003-ttg-khongduyet", "hanh-trinh-003-ttg-chuyenxet"})) {
    return;
  }
  session.day("2020-09-03");
  const auto review = open_final_review(movement);

  session.day("2020-09-21");
  auto three = three_of_nho_quan(movement, review);
  Nomination flag(movement, movement.open_submission(review, "huyen_gia_vien", "hanh-trinh-003-ttr-giavien"),
                  district("hanh-trinh-003-co-1", "Nhân dân và cán bộ huyện Gia Viễn"));
  Nomination second_flag(movement, movement.open_submission(review, "huyen_kim_son", "hanh-trinh-003-ttr-kimson-co"),
                         district("hanh-trinh-003-co-2", "Nhân dân và cán bộ huyện Kim Sơn"));
  Nomination state(movement, movement.open_submission(review, "so_tttt_ninh_binh", "hanh-trinh-003-ttr-sotttt"),
                   department());
  const auto company_letter = movement.open_submission(review, "cong_ty_cuc_phuong_xanh", "hanh-trinh-003-ttr-congty");
  Nomination turned_down(movement, company_letter, team_leader());
  Nomination lowered(movement, company_letter, company());
  for (auto* one : {&flag, &second_flag, &state, &turned_down, &lowered}) one->submit();

  session.day("2020-10-06");
  repair_commune(three[1]);
  state.forward_disagreeing("Chưa thấy rõ kết quả riêng của Sở so với kết quả của doanh nghiệp viễn thông.");
  state.receive();
  state.give_opinion("so_ldtbxh_ninh_binh", true, "Nếu bổ sung số liệu thì nhất trí.");
  correct_name(three[0]);
  for (auto& one : three) one.pass_to("chairman_decision");
  for (auto* one : {&flag, &second_flag}) one->pass_to("chairman_decision");
  for (auto* one : {&state, &turned_down, &lowered}) one->pass_to("chairman_endorsement");

  session.day("2020-11-10");
  decide_merit(movement, review, three, lowered);
  decide_flag(movement, review, flag, second_flag);
  record_state_level(session, state, turned_down);
}

}  // namespace vinhdanh::journeys
