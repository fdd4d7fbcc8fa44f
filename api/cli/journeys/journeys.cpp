// Runs the journeys in the order of the calendar, because the server's business clock only moves forward.
#include "api/cli/journeys/journeys.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>

#include "api/cli/journeys/provinces.hpp"
#include "api/cli/journeys/table.hpp"

namespace vinhdanh {

using namespace journeys;

namespace {

struct Journey {
  const char* title;
  void (*walk)(Session&, Report&);
  bool open_work = false;
};

constexpr std::array kJourneys = {
    Journey{"003 Ninh Bình: Giấy khen của đơn vị (2018)", ninh_binh_unit_praise},
    Journey{"003 Ninh Bình: Bằng khen, Cờ thi đua, cấp Nhà nước (2020)", ninh_binh_final_review},
    Journey{"002 Bắc Kạn: khen thưởng đột xuất của Chủ tịch UBND tỉnh (2022)", bac_kan_ad_hoc},
    Journey{"002 Bắc Kạn: kết quả hằng năm, không có hồ sơ", bac_kan_yearly},
    Journey{"004 Ninh Thuận: Giấy khen đợt 1 (2023)", ninh_thuan_round_one},
    Journey{"001 Lạng Sơn: Giấy khen của huyện (2023)", lang_son_unit_praise},
    Journey{"000 Ninh Thuận: Giấy khen, Bằng khen 1+1 (2023)", ninh_thuan_interim_review},
    Journey{"002 Bắc Kạn: hồ sơ quá hạn ở Trung ương, để xem trên cổng", bac_kan_overdue_work, true},
    Journey{"004 Ninh Thuận: Giấy khen đợt 2 (2023)", ninh_thuan_round_two},
    Journey{"002 Bắc Kạn: đột xuất, trình Thủ tướng và Chủ tịch nước (2024)", bac_kan_to_the_state},
    Journey{"001 Lạng Sơn: Bằng khen, Thủ tướng, Huân chương Lao động (2025)", lang_son_final_review},
    Journey{"001 Lạng Sơn: việc để làm tiếp trên cổng", lang_son_open_work, true},
};

nlohmann::json tokens_in(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw Unexpected("không đọc được " + file);
  auto tokens = nlohmann::json::parse(stream, nullptr, false);
  if (tokens.is_discarded()) throw Unexpected(file + " không phải JSON");
  return tokens;
}

void walk(const Journey& journey, Session& session, Report& report, std::ostream* progress) {
  if (progress) *progress << "  " << journey.title << " …" << std::flush;
  try {
    journey.walk(session, report);
    if (progress) *progress << " xong\n";
  } catch (const std::exception& fault) {
    report.misses.push_back({journey.title, fault.what()});
    if (progress) *progress << " KHÔNG ĐẾN ĐÍCH\n";
  }
}

std::string next_step(const JourneyOptions& options) {
  return "\nTài khoản thử (mã truy cập trong " + options.tokens_file +
         "):\n"
         "  huyen_cao_loc.clerk          soạn hồ sơ của huyện\n"
         "  huyen_cao_loc.head           ký trình\n"
         "  so_noi_vu_lang_son.specialist thẩm định, đề xuất\n"
         "  so_noi_vu_lang_son.head      gửi lên, trả lại, kết luận\n"
         "  ubnd_lang_son.head           quyết định (trên cổng: đăng ký xác thực hai lớp trước); ubnd_lang_son.deputy ký KT.\n"
         "  so_noi_vu_lang_son.board     mở đợt, xem mọi hồ sơ của tỉnh\n"
         "  so_noi_vu_lang_son.auditor   xem ai đã làm gì, kiểm tra nhật ký\n"
         "  so_noi_vu_bac_kan.board      xem hồ sơ quá hạn (khi chạy với --open-work)\n"
         "  ban_tdkt_tw.recorder         ghi kết quả của các hồ sơ đó\n"
         "Bước tiếp theo, xem các hồ sơ của tỉnh Lạng Sơn:\n"
         R"sh(  TOKEN=$(sed -n '/"so_noi_vu_lang_son.board"/,/]/s/.*"token": "\(.*\)".*/\1/p' ")sh" +
         options.tokens_file +
         R"sh(" | head -1)
  curl -s -H "Authorization: Bearer $TOKEN" ")sh" +
         options.urls.front() + "/v1/dossiers?limit=5\"\n";
}

Report walk_all(const JourneyOptions& options, std::ostream* progress) {
  Report report;
  try {
    Session session(Nodes(options.urls), tokens_in(options.tokens_file));
    for (const auto& journey : kJourneys) {
      if (!journey.open_work || options.open_work) walk(journey, session, report, progress);
    }
  } catch (const std::exception& fault) {
    report.misses.push_back({"chưa bắt đầu được", fault.what()});
  }
  std::ranges::stable_sort(report.rows, {}, &Row::plan);
  return report;
}

}  // namespace

int run_journeys(const JourneyOptions& options, std::ostream& out) {
  const auto report = walk_all(options, options.json ? nullptr : &out);
  if (options.json) {
    out << as_json(report).dump(2) << "\n";
  } else {
    out << "\n" << table_of(report);
    if (report.misses.empty()) out << next_step(options);
  }
  return report.misses.empty() ? 0 : 1;
}

}  // namespace vinhdanh
