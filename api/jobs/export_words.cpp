// Titles and words of exported tables.
#include "api/jobs/export_words.hpp"

#include "engine/model/legal_time.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh {

std::vector<std::string> dossier_titles(const ExportWords& words) {
  return {words.of("Mã hồ sơ", "Code"),
          words.of("Đối tượng", "Nominee"),
          words.of("Đơn vị trình", "Submitting unit"),
          words.of("Hình thức khen thưởng", "Award form"),
          words.of("Loại đối tượng", "Kind of nominee"),
          words.of("Nhóm đối tượng", "Subject category"),
          words.of("Trạng thái", "State"),
          words.of("Đang ở", "Now at"),
          words.of("Người xử lý", "Handled by"),
          words.of("Hạn xử lý", "Due"),
          words.of("Đến bước này lúc", "At this stage since")};
}

std::string subject_kind_word(SubjectKind kind, const ExportWords& words) {
  switch (kind) {
    case SubjectKind::collective: return words.of("Tập thể", "Collective");
    case SubjectKind::individual: return words.of("Cá nhân", "Individual");
    case SubjectKind::household: return words.of("Hộ gia đình", "Household");
    case SubjectKind::enterprise: return words.of("Doanh nghiệp, hợp tác xã", "Enterprise, cooperative");
  }
  return "";
}

std::string shown_date(const std::string& text) {
  const auto day = Date::parse(text.substr(0, 10));
  return day ? written_date(*day) : text;
}

std::string shown_moment(Instant at) {
  const std::string local = Instant{at.milliseconds + kVietNamOffset}.text();
  return local.substr(11, 5) + " " + shown_date(local);
}

}  // namespace vinhdanh
