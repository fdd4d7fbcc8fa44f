// Plan 001, Lạng Sơn 2021-2025: a district's own praise in 2023; merit, Prime Minister and Labour Order in 2025.
#include "api/cli/journeys/figures.hpp"
#include "api/cli/journeys/nomination.hpp"
#include "api/cli/journeys/provinces.hpp"

namespace vinhdanh::journeys {

namespace {

const Hand kLangSonBoard{"so_noi_vu_lang_son.board", "board_officer"};
constexpr const char* kLangSonPlan = "lang-son-2021-2025";
constexpr const char* kLangSonChairman = "ubnd_lang_son";
constexpr const char* kLabour = "so_ldtbxh_lang_son";

/// Year-end rates of 2021 to 2024; poor and near-poor households at the start and now.
Json poverty(const std::vector<std::string>& rates, const std::string& before, const std::string& now) {
  return {{"yearly", {{"mdp_rate", series(2021, rates)}}},
          {"single",
           {{"poor_near_poor_baseline", figure(before, "Quyết định công nhận kết quả rà soát năm 2021")},
            {"poor_near_poor_current", figure(now, "Quyết định công nhận kết quả rà soát năm 2024")}}}};
}

Nominee other_district() {
  return {.ref = "hanh-trinh-001-bk",
          .form = "provincial_merit",
          .kind = "collective",
          .category = "other_district",
          .name = "Nhân dân và cán bộ huyện Văn Quan",
          .title = "",
          .achievement = "Giảm nghèo đa chiều trên 4 điểm mỗi năm ba năm liền.",
          .from = "2021-01-01",
          .to = "2024-12-31",
          .figures = poverty({"21.4", "17.2", "13.0", "8.9"}, "2980", "1310")};
}

/// The drops are 6.0, 5.99 and 7.0 points: the second is short of "từ 6% trở lên".
Nominee poor_district() {
  return {.ref = "hanh-trinh-001-khongdudk",
          .form = "provincial_merit",
          .kind = "collective",
          .category = "poor_district",
          .name = "Nhân dân và cán bộ huyện Bình Gia",
          .title = "",
          .achievement = "Giảm nghèo nhanh trong ba năm.",
          .from = "2021-01-01",
          .to = "2024-12-31",
          .figures = poverty({"41.5", "35.5", "29.51", "22.51"}, "5120", "2890")};
}

Nominee bank() {
  return {.ref = "hanh-trinh-001-ttg",
          .form = "pm_merit",
          .kind = "collective",
          .category = "departments",
          .name = "Ngân hàng Chính sách xã hội, chi nhánh tỉnh Lạng Sơn",
          .title = "",
          .achievement = "Tín dụng chính sách đến 18.000 lượt hộ.",
          .from = "2021-01-01",
          .to = "2024-12-31"};
}

Nominee cooperative() {
  return {.ref = "hanh-trinh-001-hcld",
          .form = "labour_order",
          .kind = "enterprise",
          .category = "enterprise",
          .name = "Hợp tác xã Hồi Mẫu Sơn",
          .title = "",
          .achievement = "Liên kết trồng hồi với 600 hộ nghèo.",
          .from = "2021-01-01",
          .to = "2024-12-31"};
}

}  // namespace

void lang_son_unit_praise(Session& session, Report& report) {
  Movement movement(session, report, kLangSonPlan, "001", kLangSonBoard);
  if (movement.known({"hanh-trinh-001-giaykhen", "hanh-trinh-001-quahan"})) return;
  session.day("2023-08-14");
  const auto review = movement.open_occasion({.ref = "hanh-trinh-001-soket-2023",
                                              .office = "huyen_binh_gia",
                                              .milestone = "interim_review",
                                              .name = "Sơ kết giữa kỳ huyện Bình Gia 2023",
                                              .document = "87/KH-UBND",
                                              .forms = {"unit_commendation"},
                                              .deadline = "2023-09-08",
                                              .territory = "huyen_binh_gia"});
  Nomination household(movement, movement.open_submission(review, "xa_thien_long", "hanh-trinh-001-ttr-thienlong"),
                       {.ref = "hanh-trinh-001-giaykhen",
                        .form = "unit_commendation",
                        .kind = "household",
                        .category = "household",
                        .name = "Hộ bà Nông Thị Mai, thôn Khuổi Cáp",
                        .title = "",
                        .achievement = "Tự nguyện đăng ký thoát nghèo, trả vốn vay đúng hạn.",
                        .from = "2021-06-01",
                        .to = "2023-07-31"});
  Nomination draft(movement, movement.open_submission(review, "xa_thien_thuat", "hanh-trinh-001-ttr-thienthuat"),
                   {.ref = "hanh-trinh-001-quahan",
                    .form = "unit_commendation",
                    .kind = "individual",
                    .category = "official",
                    .name = "Hứa Quang Đạt",
                    .title = "Phó Chủ tịch UBND xã",
                    .achievement = "Vận động mở 6 km đường thôn.",
                    .from = "2022-01-01",
                    .to = "2023-07-31"});
  household.submit();
  session.day("2023-09-05");
  const auto award = movement.open_decision(review, "unit_commendation", "huyen_binh_gia");
  household.approve(award, true);
  movement.sign(award, true);
  movement.number(award, "2210/QĐ-UBND");
  household.ends("awarded");
  session.day("2023-09-11");
  movement.close_occasion(review, "huyen_binh_gia");
  draft.note("Còn là dự thảo khi đóng đợt", hand_of("huyen_binh_gia", "board_officer"));
  draft.ends("lapsed");
}

void lang_son_final_review(Session& session, Report& report) {
  Movement movement(session, report, kLangSonPlan, "001", kLangSonBoard);
  if (movement.known({"hanh-trinh-001-bk", "hanh-trinh-001-khongdudk", "hanh-trinh-001-ttg", "hanh-trinh-001-hcld"}))
    return;
  session.day("2025-01-06");
  const auto review = movement.open_occasion({.ref = "hanh-trinh-001-tongket",
                                              .office = "so_noi_vu_lang_son",
                                              .milestone = "final_review",
                                              .name = "Tổng kết Phong trào thi đua 2021-2025",
                                              .document = "35/HD-SNV",
                                              .forms = {"provincial_merit", "pm_merit", "labour_order"},
                                              .deadline = "2025-01-24"});
  session.day("2025-01-13");
  Nomination merit(movement, movement.open_submission(review, "huyen_van_quan", "hanh-trinh-001-ttr-vanquan"),
                   other_district());
  Nomination poor(movement, movement.open_submission(review, "huyen_binh_gia", "hanh-trinh-001-ttr-binhgia"),
                  poor_district());
  Nomination credit(movement, movement.open_submission(review, "nhcsxh_lang_son", "hanh-trinh-001-ttr-nhcsxh"), bank());
  Nomination order(movement, movement.open_submission(review, "hop_tac_xa_hoi_mau_son", "hanh-trinh-001-ttr-htx"),
                   cooperative());
  for (auto* one : {&merit, &poor, &credit, &order}) one->submit();

  session.day("2025-01-20");
  merit.receive();
  merit.give_opinion(kLabour, true, "Số liệu nghèo đa chiều khớp kết quả rà soát.");
  merit.pass_to("office_verification");
  merit.return_to_stage("home_affairs_appraisal", {{"criterion_unproven", "/figures/yearly/mdp_rate/2024",
                                                    "Nêu rõ quyết định công nhận năm 2024."}});
  merit.pass();
  merit.stands("awaiting_receipt", "office_verification");
  merit.pass();
  poor.conclude_ineligible("b_poor_district_drops", "Năm 2023 giảm 5,99 điểm, dưới mức từ 6%/năm trở lên.");
  poor.notify("so_noi_vu_lang_son", "office_head", "Năm 2023 giảm 5,99 điểm, chưa đạt tiêu chí của huyện nghèo.");
  poor.ends("ineligible");
  credit.receive();
  credit.give_opinion(kLabour, false, "Đề nghị làm rõ nợ quá hạn của hai xã.");
  for (auto* one : {&credit, &order}) one->pass_to("chairman_endorsement");

  session.day("2025-02-17");
  const auto award = movement.open_decision(review, "provincial_merit", kLangSonChairman);
  merit.approve(award);
  movement.sign(award);
  movement.number(award, "318/QĐ-UBND");
  merit.ends("awarded");
  for (auto* one : {&credit, &order}) one->pass();

  session.day("2025-04-14");
  credit.record_result(true, "845/TTr-BTĐKT", "29/TTr-UBND");
  order.record_result(true, "846/TTr-BTĐKT", "30/TTr-UBND");
  session.day("2025-05-12");
  credit.record_result(true, "921/QĐ-TTg", "29/TTr-UBND");
  order.record_result(true, "377/TTr-TTg", "30/TTr-UBND");
  session.day("2025-06-09");
  order.record_result(true, "1104/QĐ-CTN", "377/TTr-TTg");
  credit.ends("awarded");
  order.ends("awarded");
}

}  // namespace vinhdanh::journeys
