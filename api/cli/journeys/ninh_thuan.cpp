// Plans 000 and 004, the statistics office of Ninh Thuận: ranking, one place each for the province, two rounds of 2023.
#include "api/cli/journeys/nomination.hpp"
#include "api/cli/journeys/provinces.hpp"

namespace vinhdanh::journeys {

namespace {

const Hand kNinhThuanBoard{"cuc_thong_ke_ninh_thuan.board", "board_officer"};
const Hand kProvince{"ubnd_ninh_thuan.board", "board_officer"};
constexpr const char* kPoverty = "ninh-thuan-statistics-2021-2025";
constexpr const char* kYear2023 = "ninh-thuan-statistics-2023";
constexpr const char* kBureau = "cuc_thong_ke_ninh_thuan";
constexpr const char* kNinhThuanChairman = "ubnd_ninh_thuan";

Nominee collective(const std::string& ref, const std::string& form, const std::string& name,
                   const std::string& achievement) {
  return {.ref = ref,
          .form = form,
          .kind = "collective",
          .category = "collective",
          .name = name,
          .title = "",
          .achievement = achievement,
          .from = "2023-01-01",
          .to = "2023-06-15"};
}

Nominee individual(const std::string& ref, const std::string& form, const std::string& name, const std::string& title,
                   const std::string& achievement) {
  return {.ref = ref,
          .form = form,
          .kind = "individual",
          .category = "individual",
          .name = name,
          .title = title,
          .achievement = achievement,
          .from = "2023-01-01",
          .to = "2023-06-15"};
}

/// A division's nominee, sent to the personnel division and ranked there.
Nomination ranked(Movement& movement, const std::string& review, const std::string& unit, Nominee nominee, int rank) {
  const auto letter = movement.open_submission(review, unit, nominee.ref + "-ttr");
  Nomination made(movement, letter, std::move(nominee));
  made.submit();
  made.receive();
  made.rank(rank);
  made.pass();
  return made;
}

void decided(Movement& movement, const std::string& review, std::vector<Nomination*> all, const std::string& number,
             bool deputy) {
  const auto award = movement.open_decision(review, "unit_commendation", kBureau);
  for (auto* one : all) one->approve(award, deputy);
  movement.sign(award, deputy);
  movement.number(award, number);
  for (auto* one : all) one->ends("awarded");
}

}  // namespace

void ninh_thuan_round_one(Session& session, Report& report) {
  Movement movement(session, report, kYear2023, "004", kNinhThuanBoard);
  if (movement.known({"hanh-trinh-004-dot1"})) return;
  session.day("2023-06-12");
  const auto round = movement.open_occasion({.ref = "hanh-trinh-004-mo-dot1",
                                             .office = kBureau,
                                             .milestone = "round",
                                             .name = "Thi đua năm 2023, đợt 1",
                                             .document = "118/TB-CTK",
                                             .forms = {"unit_commendation"},
                                             .deadline = "2023-06-30"});
  auto branch =
      ranked(movement, round, "chi_cuc_thong_ke_ninh_hai_thuan_bac",
             collective("hanh-trinh-004-dot1", "unit_commendation", "Chi cục Thống kê khu vực Ninh Hải - Thuận Bắc",
                        "Hoàn thành điều tra giữa kỳ trước hạn 12 ngày."),
             1);
  session.day("2023-06-26");
  decided(movement, round, {&branch}, "204/QĐ-CTK", false);
}

void ninh_thuan_interim_review(Session& session, Report& report) {
  Movement movement(session, report, kPoverty, "000", kProvince);
  if (movement.known({"hanh-trinh-000-gk-tapthe", "hanh-trinh-000-gk-canhan", "hanh-trinh-000-bk-tapthe-1",
                      "hanh-trinh-000-bk-tapthe-2", "hanh-trinh-000-bk-tapthe-3", "hanh-trinh-000-bk-canhan"})) {
    return;
  }
  session.day("2023-10-02");
  const auto review = movement.open_occasion({.ref = "hanh-trinh-000-soket-2023",
                                              .office = kNinhThuanChairman,
                                              .milestone = "interim_review",
                                              .name = "Sơ kết năm 2023 của UBND tỉnh",
                                              .document = "4410/UBND-VXNV",
                                              .forms = {"unit_commendation", "provincial_merit"},
                                              .deadline = "2023-10-31"});
  session.day("2023-10-12");
  auto praised = ranked(movement, review, "phong_thong_ke_xa_hoi_ninh_thuan",
                        collective("hanh-trinh-000-gk-tapthe", "unit_commendation", "Phòng Thống kê Xã hội",
                                   "Đỡ đầu hai hộ nghèo xã Phước Thắng."),
                        1);
  auto person = ranked(movement, review, "phong_thu_thap_thong_tin_ninh_thuan",
                       individual("hanh-trinh-000-gk-canhan", "unit_commendation", "Thành Minh Quý", "Thống kê viên",
                                  "Sáng kiến đối chiếu danh sách hộ nghèo."),
                       1);
  decided(movement, review, {&praised, &person}, "377/QĐ-CTK", true);

  auto first = ranked(movement, review, "phong_thong_ke_tong_hop_ninh_thuan",
                      collective("hanh-trinh-000-bk-tapthe-1", "provincial_merit", "Phòng Thống kê Tổng hợp",
                                 "Bộ số liệu nghèo đa chiều cấp thôn."),
                      1);
  auto second = ranked(movement, review, "phong_thong_ke_kinh_te_ninh_thuan",
                       collective("hanh-trinh-000-bk-tapthe-2", "provincial_merit", "Phòng Thống kê Kinh tế",
                                  "Mô hình vốn quay vòng cho 30 hộ."),
                       2);
  auto third = ranked(movement, review, "chi_cuc_thong_ke_phan_rang_thap_cham",
                      collective("hanh-trinh-000-bk-tapthe-3", "provincial_merit",
                                 "Chi cục Thống kê TP Phan Rang - Tháp Chàm", "Xây năm nhà tình nghĩa."),
                      3);
  auto best = ranked(movement, review, "chi_cuc_thong_ke_ninh_son_bac_ai",
                     individual("hanh-trinh-000-bk-canhan", "provincial_merit", "Katơr Thu Diệp", "Chi cục phó",
                                "Đưa điều tra viên người Raglai về bản."),
                     1);

  first.pass();
  second.forward_refused("quota_full", first);
  best.pass();
  first.withdraw("Phòng vừa bị khiếu nại, xin rút để xác minh.");
  second.forward();
  third.forward_refused("quota_full", second);
  third.decline("Cục chỉ được trình một tập thể; đã trình tập thể xếp trên.");
  third.notify(kBureau, "decider", "Chưa đến lượt trong kỳ sơ kết này.");
  for (auto* one : {&second, &best}) one->pass_to("chairman_decision");

  session.day("2023-11-20");
  const auto award = movement.open_decision(review, "provincial_merit", kNinhThuanChairman);
  for (auto* one : {&second, &best}) one->approve(award);
  movement.sign(award);
  movement.number(award, "1640/QĐ-UBND");
  first.ends("withdrawn");
  second.ends("awarded");
  third.ends("not_awarded");
  best.ends("awarded");
}

void ninh_thuan_round_two(Session& session, Report& report) {
  Movement movement(session, report, kYear2023, "004", kNinhThuanBoard);
  if (movement.known({"hanh-trinh-004-dot2"})) return;
  session.day("2023-12-04");
  const auto round = movement.open_occasion({.ref = "hanh-trinh-004-mo-dot2",
                                             .office = kBureau,
                                             .milestone = "round",
                                             .name = "Thi đua năm 2023, đợt 2",
                                             .document = "291/TB-CTK",
                                             .forms = {"unit_commendation"},
                                             .deadline = "2023-12-25"});
  auto person = ranked(movement, round, "phong_thong_ke_kinh_te_ninh_thuan",
                       individual("hanh-trinh-004-dot2", "unit_commendation", "Đàng Quang Tín", "Thống kê viên",
                                  "Tự động hóa biểu báo cáo quý."),
                       1);
  session.day("2023-12-22");
  decided(movement, round, {&person}, "466/QĐ-CTK", false);
}

}  // namespace vinhdanh::journeys
