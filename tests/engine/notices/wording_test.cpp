// Sentences of notices in both languages.
#include "engine/notices/wording.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("a sentence says what is known and leaves out what is not") {
  const auto full = notice_sentence("dossier_returned", {{"code", "HS-2025-00417"},
                                                         {"nominee", "Trường THPT Bình Gia"},
                                                         {"document", "33/SNV"},
                                                         {"date", "2025-02-07"}});
  CHECK(full.vi == "Hồ sơ HS-2025-00417 (Trường THPT Bình Gia) được trả lại bổ sung theo văn bản số 33/SNV ngày 07/02/2025.");
  CHECK(full.en == "Dossier HS-2025-00417 (Trường THPT Bình Gia) was returned for changes by letter 33/SNV of 07/02/2025.");
  const auto bare = notice_sentence("dossier_returned", {{"code", "HS-2025-00417"}});
  CHECK(bare.vi == "Hồ sơ HS-2025-00417 được trả lại bổ sung.");
}

TEST_CASE("overdue decides nothing, and says so") {
  const auto words = notice_sentence("overdue", {{"code", "HS-1"}, {"due", "2025-02-07"}, {"stage_name", "Thẩm định"}});
  CHECK(words.vi.find("quá hạn ngày 07/02/2025, bước Thẩm định") != std::string::npos);
  CHECK(words.vi.find("không có quyết định nào được tự động đưa ra") != std::string::npos);
  CHECK(words.en == "Dossier HS-1 is overdue: it was due on 07/02/2025, stage: Thẩm định; nothing is decided automatically.");
}

TEST_CASE("a subject names the dossier's code and no person") {
  const auto subject = notice_subject("due_soon", {{"code", "HS-1"}, {"nominee", "Nguyễn Văn A"}});
  CHECK(subject.vi == "Hồ sơ sắp đến hạn: HS-1");
  CHECK(subject.en == "Dossier due soon: HS-1");
}

TEST_CASE("roles become words, an unknown kind speaks all the same") {
  const auto words = notice_sentence(
      "role_granted", {{"role", "unit_clerk"}, {"office_name", "Sở Nội vụ"}, {"from", "2025-03-01"}});
  CHECK(words.vi == "Được giao vai trò cán bộ lập hồ sơ tại Sở Nội vụ từ ngày 01/03/2025.");
  CHECK_FALSE(notice_sentence("no_such_kind", {}).vi.empty());
}

TEST_CASE("the same thing has the same word as in refusals and in the regulations") {
  CHECK(notice_sentence("correction_waits", {{"code", "HS-1"}}).vi == "Hồ sơ HS-1 có đính chính kỹ thuật chờ đơn vị xác nhận.");
  CHECK(notice_sentence("hold_review", {{"code", "HS-1"}, {"review", "2025-03-03"}}).vi ==
        "Đã đến ngày xem lại việc tạm dừng xem xét hồ sơ HS-1: 03/03/2025.");
  CHECK(notice_sentence("dossier_awarded", {{"code", "HS-1"}, {"document", "100/QĐ-UBND"}, {"date", "2025-06-01"}}).vi ==
        "Hồ sơ HS-1 đã có quyết định khen thưởng số 100/QĐ-UBND ngày 01/06/2025.");
  CHECK(notice_sentence("role_ended", {{"role", "registry_clerk"}, {"to", "2025-03-01"}}).vi ==
        "Vai trò văn thư có hiệu lực đến hết ngày 01/03/2025.");
}
