// Plan 002, the information department of Bắc Kạn: ad hoc awards of the Chairman, the Prime Minister and the President.
#include "api/cli/journeys/nomination.hpp"
#include "api/cli/journeys/provinces.hpp"

namespace vinhdanh::journeys {

namespace {

const Hand kBoard{"so_noi_vu_bac_kan.board", "board_officer"};
constexpr const char* kPlan = "bac-kan-ict-2021-2025";
constexpr const char* kChairman = "ubnd_bac_kan";

Review ad_hoc(const std::string& ref, const std::string& document, const std::vector<std::string>& forms,
              const std::string& deadline) {
  return {.ref = ref,
          .office = "so_tttt_bac_kan",
          .milestone = "ad_hoc",
          .name = "Khen thưởng đột xuất",
          .document = document,
          .forms = forms,
          .deadline = deadline};
}

}  // namespace

void bac_kan_ad_hoc(Session& session, Report& report) {
  Movement movement(session, report, kPlan, "002", kBoard);
  if (movement.known({"hanh-trinh-002-bk-tinh"})) return;
  session.day("2022-05-09");
  const auto review =
      movement.open_occasion(ad_hoc("hanh-trinh-002-dotxuat-2022", "210/TB-STTTT", {"provincial_merit"}, "2022-05-31"));
  Nomination division(movement,
                      movement.open_submission(review, "phong_buu_chinh_vien_thong_bac_kan", "hanh-trinh-002-ttr-bcvt"),
                      {.ref = "hanh-trinh-002-bk-tinh",
                       .form = "provincial_merit",
                       .kind = "collective",
                       .category = "collective",
                       .name = "Phòng Bưu chính - Viễn thông",
                       .title = "",
                       .achievement = "Khôi phục thông tin liên lạc cho bốn xã bị cô lập trong 36 giờ.",
                       .from = "2022-05-01",
                       .to = "2022-05-04"});
  division.submit();
  division.pass();
  division.receive();
  division.attest_not_applicable("collective_b_policy_review",
                                 "Khen thưởng đột xuất, không gắn việc rà soát chính sách.");
  division.pass();
  session.day("2022-05-16");
  division.pass(true);
  division.pass();
  session.day("2022-05-24");
  const auto award = movement.open_decision(review, "provincial_merit", kChairman);
  division.approve(award);
  movement.sign(award);
  movement.number(award, "871/QĐ-UBND");
  division.ends("awarded");
}

void bac_kan_to_the_state(Session& session, Report& report) {
  Movement movement(session, report, kPlan, "002", kBoard);
  if (movement.known({"hanh-trinh-002-ttg", "hanh-trinh-002-ctn"})) return;
  session.day("2024-03-04");
  const auto review = movement.open_occasion(
      ad_hoc("hanh-trinh-002-dotxuat-2024", "95/TB-STTTT", {"pm_merit", "state_award"}, "2024-04-15"));
  Nomination centre(movement, movement.open_submission(review, "trung_tam_cntt_tt_bac_kan", "hanh-trinh-002-ttr-cntt"),
                    {.ref = "hanh-trinh-002-ttg",
                     .form = "pm_merit",
                     .kind = "collective",
                     .category = "collective",
                     .name = "Trung tâm Công nghệ thông tin và Truyền thông",
                     .title = "",
                     .achievement = "Phủ truyền thanh thông minh cho toàn bộ xã đặc biệt khó khăn trong một năm.",
                     .from = "2023-01-01",
                     .to = "2024-02-29"});
  Nomination person(movement,
                    movement.open_submission(review, "phong_cong_nghe_thong_tin_bac_kan", "hanh-trinh-002-ttr-phong"),
                    {.ref = "hanh-trinh-002-ctn",
                     .form = "state_award",
                     .kind = "individual",
                     .category = "individual",
                     .name = "Hoàng Khánh Nhật",
                     .title = "Chuyên viên Phòng Công nghệ thông tin",
                     .achievement = "Lội lũ ba ngày dựng trạm phát sóng, cứu 41 người.",
                     .from = "2024-02-10",
                     .to = "2024-02-13"});
  centre.submit();
  person.submit();
  session.day("2024-03-18");
  centre.pass_to("chairman_endorsement");
  person.pass_to("director_dispatch");
  person.return_to_stage("department_collection",
                         {{"content_unclear", "/achievement", "Nêu rõ xác nhận của xã về số người được cứu."}});
  person.pass();
  person.stands("awaiting_receipt", "director_dispatch");
  person.pass_to("chairman_endorsement");
  centre.pass();
  person.pass(true);
  session.day("2024-05-06");
  centre.record_result(true, "1120/TTr-BTĐKT", "77/TTr-UBND");
  person.record_result(true, "1121/TTr-BTĐKT", "78/TTr-UBND");
  session.day("2024-06-17");
  centre.record_result(true, "540/QĐ-TTg", "77/TTr-UBND");
  person.record_result(true, "291/TTr-TTg", "78/TTr-UBND");
  session.day("2024-07-22");
  person.record_result(true, "702/QĐ-CTN", "291/TTr-TTg");
  centre.ends("awarded");
  person.ends("awarded");
}

void bac_kan_yearly(Session& session, Report& report) {
  Movement(session, report, kPlan, "002", kBoard).add_recorded_results();
}

}  // namespace vinhdanh::journeys
