// Plan 002 again, left at the central board: received under the law of 2023, which gives that board twenty working days, and sent up in
// 2025 only, so that boards and inboxes have dossiers that are late and some that are not yet. Later law states no such limit.
#include <memory>

#include "api/cli/journeys/nomination.hpp"
#include "api/cli/journeys/provinces.hpp"

namespace vinhdanh::journeys {

namespace {

const Hand kOverdueWorkBoard{"so_noi_vu_bac_kan.board", "board_officer"};
constexpr const char* kFirstLate = "viec-002-to-ung-cuu";

/// What the calendar's later days go on with.
struct WorkUnderWay {
  Movement movement;
  std::vector<Nomination> nominations = {};
};

struct Sending {
  const char* day;  ///< on which it reaches the central board
  const char* unit;
  Nominee nominee;
};

Nominee for_ad_hoc(const std::string& ref, const std::string& form, const std::string& kind, const std::string& name,
                   const std::string& title, const std::string& achievement) {
  return {.ref = ref,
          .form = form,
          .kind = kind,
          .category = kind,
          .name = name,
          .title = title,
          .achievement = achievement,
          .from = "2023-10-02",
          .to = "2023-11-10"};
}

std::vector<Sending> sendings() {
  return {{"2025-04-21", "trung_tam_cntt_tt_bac_kan",
           for_ad_hoc(kFirstLate, "pm_merit", "collective", "Tổ Ứng cứu sự cố thông tin", "",
                      "Giữ liên lạc cho tám xã bị lũ cô lập suốt bảy ngày.")},
          {"2025-05-06", "phong_cong_nghe_thong_tin_bac_kan",
           for_ad_hoc("viec-002-ban-do-so", "state_award", "individual", "Bế Thị Thơm", "Chuyên viên Phòng Công nghệ thông tin",
                      "Đưa dữ liệu hộ nghèo của 108 xã lên bản đồ số trong ba tuần.")},
          {"2025-05-06", "trung_tam_cntt_tt_bac_kan",
           for_ad_hoc("viec-002-tong-dai", "pm_merit", "collective", "Tổ Tổng đài khẩn cấp", "",
                      "Tiếp 2.300 cuộc gọi cứu nạn trong ba ngày lũ.")},
          {"2025-05-13", "phong_buu_chinh_vien_thong_bac_kan",
           for_ad_hoc("viec-002-vien-thong", "pm_merit", "collective", "Tổ Viễn thông công ích", "",
                      "Kéo cáp quang đến 14 thôn chưa có sóng trước mùa lũ.")},
          {"2025-05-16", "phong_thong_tin_bao_chi_xuat_ban_bac_kan",
           for_ad_hoc("viec-002-ban-tin", "pm_merit", "individual", "Hà Thị Pạ", "Chuyên viên Phòng Thông tin - Báo chí - Xuất bản",
                      "Soạn bản tin bằng bốn thứ tiếng phát cho vùng lũ.")},
          {"2025-05-26", "trung_tam_cntt_tt_bac_kan",
           for_ad_hoc("viec-002-tram-phat", "pm_merit", "individual", "Dương Văn Tụng", "Kỹ sư Trung tâm Công nghệ thông tin và Truyền thông",
                      "Dựng lại ba trạm truyền thanh ngay trong đêm lũ.")}};
}

}  // namespace

void bac_kan_overdue_work(Session& session, Report& report) {
  const auto work = std::make_shared<WorkUnderWay>(Movement(session, report, "bac-kan-ict-2021-2025", "002", kOverdueWorkBoard));
  auto& movement = work->movement;
  // Where 2024 has been walked without it, the calendar is past the law that it needs.
  if (movement.has(kFirstLate) || movement.has("hanh-trinh-002-ttg")) return;
  session.day("2023-11-21");
  const auto review = movement.open_occasion({.ref = "viec-002-dotxuat-2023",
                                              .office = "so_tttt_bac_kan",
                                              .milestone = "ad_hoc",
                                              .name = "Khen thưởng đột xuất phòng, chống lũ",
                                              .document = "487/TB-STTTT",
                                              .forms = {"pm_merit", "state_award"},
                                              .deadline = "2023-12-15"});
  const auto all = sendings();
  for (const auto& sending : all) {
    const auto letter = movement.open_submission(review, sending.unit, sending.nominee.ref + "-ttr");
    work->nominations.emplace_back(movement, letter, sending.nominee).submit();
  }
  session.day("2023-11-30");
  for (auto& one : work->nominations) {
    one.pass_to("home_affairs_appraisal");
    one.hold("215/QĐ-TTr", "2025-03-31", "Thanh tra tỉnh đang thanh tra các dự án công nghệ thông tin của Sở.");
  }
  session.on("2025-04-08", [work] {
    for (auto& one : work->nominations) one.lift_hold("31/KL-TTr", "Kết luận thanh tra: không có vi phạm.");
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    session.on(all[i].day, [work, i] {
      work->nominations[i].pass_to("central_appraisal");
      work->nominations[i].receive();
    });
  }
}

}  // namespace vinhdanh::journeys
