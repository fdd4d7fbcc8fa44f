// Plan 001 again, left in the middle: so that whoever signs in finds something to do at every desk.
#include "api/cli/journeys/figures.hpp"
#include "api/cli/journeys/nomination.hpp"
#include "api/cli/journeys/provinces.hpp"

namespace vinhdanh::journeys {

namespace {

const Hand kOpenWorkBoard{"so_noi_vu_lang_son.board", "board_officer"};
constexpr const char* kDraft = "viec-001-du-thao";

Nominee asking_merit(const std::string& ref, const std::string& kind, const std::string& category, const std::string& name,
              const std::string& achievement) {
  return {.ref = ref,
          .form = "provincial_merit",
          .kind = kind,
          .category = category,
          .name = name,
          .title = "",
          .achievement = achievement,
          .from = "2021-01-01",
          .to = "2025-05-31"};
}

Nominee named_district(const std::string& ref, const std::string& name) {
  auto made = asking_merit(ref, "collective", "other_district", name, "Giảm nghèo đa chiều trên 4 điểm mỗi năm.");
  made.figures = {{"yearly", {{"mdp_rate", series(2021, {"31.2", "24.8", "17.9", "10.7"})}}},
                  {"single", {{"poor_near_poor_baseline", figure("3410", "Quyết định công nhận kết quả rà soát năm 2021")},
                              {"poor_near_poor_current", figure("1480", "Quyết định công nhận kết quả rà soát năm 2024")}}}};
  return made;
}

}  // namespace

void lang_son_open_work(Session& session, Report& report) {
  Movement movement(session, report, "lang-son-2021-2025", "001", kOpenWorkBoard);
  if (movement.has(kDraft)) return;
  session.day("2025-06-10");
  const auto review = movement.open_occasion({.ref = "viec-001-bo-sung",
                                              .office = "so_noi_vu_lang_son",
                                              .milestone = "final_review",
                                              .name = "Xét bổ sung Phong trào thi đua 2021-2025",
                                              .document = "61/HD-SNV",
                                              .forms = {"provincial_merit"},
                                              .deadline = "2025-07-31"});
  const auto put = [&](const std::string& unit, Nominee nominee) {
    return Nomination(movement, movement.open_submission(review, unit, nominee.ref + "-ttr"), std::move(nominee));
  };
  put("huyen_cao_loc", named_district(kDraft, "Nhân dân và cán bộ huyện Cao Lộc"));
  auto waiting = put("so_khcn_lang_son", asking_merit("viec-001-cho-tiep-nhan", "collective", "departments", "Phòng Quản lý khoa học, Sở Khoa học và Công nghệ",
                                               "Chuyển giao sáu mô hình trồng hồi, quế cho hộ nghèo."));
  auto appraised = put("huyen_van_quan", named_district("viec-001-tham-dinh", "Nhân dân và cán bộ huyện Văn Quan"));
  auto returned = put("so_gddt_lang_son", asking_merit("viec-001-tra-lai", "collective", "departments", "Trường THPT Bình Gia",
                                                "Không còn học sinh bỏ học vì hoàn cảnh nghèo."));
  auto at_council = put("nhcsxh_lang_son", asking_merit("viec-001-hoi-dong", "collective", "departments",
                                                 "Phòng Kế hoạch - Nghiệp vụ, Ngân hàng Chính sách xã hội tỉnh", "Cho vay 4.200 hộ thoát nghèo."));
  auto to_decide = put("hop_tac_xa_hoi_mau_son", asking_merit("viec-001-quyet-dinh", "enterprise", "enterprise", "Hợp tác xã Hồi Mẫu Sơn",
                                                       "Liên kết trồng hồi với 600 hộ nghèo."));
  for (auto* one : {&waiting, &appraised, &returned, &at_council, &to_decide}) one->submit();
  session.day("2025-06-12");
  for (auto* one : {&appraised, &returned}) one->receive();
  returned.return_to_unit({{"criterion_unproven", "/achievement", "Nêu số học sinh từng năm."},
                           {"content_unclear", "/achievement_from", "Ghi rõ tính từ năm học nào."}});
  at_council.pass_to("council_advice");
  to_decide.pass_to("chairman_decision");
}

}  // namespace vinhdanh::journeys
