// Refusals: statuses, what needs the payload, and a sentence in two languages for every reason.
#include "engine/refusal/refusal.hpp"

#include <set>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

std::vector<Reason> all_reasons() {
  std::vector<Reason> reasons;
  for (std::size_t i = 0; i < Names<Reason>::all.size(); ++i) reasons.push_back(static_cast<Reason>(i));
  return reasons;
}

RefusalReason with(Reason code, std::map<std::string, std::string> details) {
  return {code, std::move(details), {}, {}};
}

}  // namespace

TEST_CASE("the list is closed: 40 reasons, each with a name", "[refusal]") {
  CHECK(all_reasons().size() == 40);
  CHECK(all_reasons().back() == Reason::not_technical);
}

TEST_CASE("who is 403, the state of the case 409, what was sent 422", "[refusal]") {
  const std::set<std::string_view> who = {"not_in_role", "not_responsible_office", "own_nomination", "own_submission",
                                          "already_acted"};
  const std::set<std::string_view> sent = {"paper_missing",          "content_incomplete", "late_without_reason",
                                           "criterion_not_attested", "point_open",         "ground_not_found",
                                           "unknown_choice",         "reason_missing",     "document_incomplete",
                                           "date_in_future",         "date_in_past",       "not_technical"};
  int last = 0;
  for (const auto reason : all_reasons()) {
    CAPTURE(name_of(reason));
    CHECK(status_of(reason) == (who.contains(name_of(reason)) ? 403 : sent.contains(name_of(reason)) ? 422 : 409));
    CHECK(status_of(reason) >= last);
    last = status_of(reason);
  }
}

TEST_CASE("what belongs to a payload is not reported without one", "[refusal]") {
  const std::set<std::string_view> payload = {"unknown_choice",   "reason_missing",      "document_incomplete",
                                              "date_in_future",   "date_in_past",        "late_without_reason", "point_open",
                                              "ground_not_found", "number_taken",        "not_technical",
                                              "rank_taken",       "decision_not_open"};
  for (const auto reason : all_reasons()) {
    CAPTURE(name_of(reason));
    CHECK(depends_on_payload(reason) == payload.contains(name_of(reason)));
  }
}

TEST_CASE("every reason is a sentence in both languages, with or without details", "[refusal]") {
  std::map<std::string, std::string> details;
  for (const auto* name : {"role",      "office", "stage",  "phase",  "expected", "sender", "opens", "kind",
                           "decision",  "limit",  "holder", "rank",   "dossier",  "number", "slot",  "deadline",
                           "criterion", "point",  "ground", "member", "value",    "date",   "today", "occasion",
                           "document",  "review", "person"}) {
    details[name] = "<" + std::string(name) + ">";
  }
  std::set<std::string> different;
  for (const auto code : all_reasons()) {
    CAPTURE(name_of(code));
    for (const auto& reason : {RefusalReason{code, {}, {}, {}}, RefusalReason{code, details, "/nominee/name", {}}}) {
      const auto sentence = sentence_of(reason);
      CHECK(sentence.vi.starts_with("Cần "));
      CHECK(sentence.vi.find(", nhưng ") != std::string::npos);
      CHECK(sentence.en.starts_with("Expected "));
      CHECK(sentence.en.find(", but ") != std::string::npos);
      for (const auto& text : {sentence.vi, sentence.en}) {
        CHECK(text.ends_with("."));
        CHECK(text.find_first_of("{}[]") == std::string::npos);
        CHECK(text.find("  ") == std::string::npos);
      }
      different.insert(sentence.vi);
    }
  }
  CHECK(different.size() >= all_reasons().size());
}

TEST_CASE("details fill the sentence", "[refusal]") {
  const auto full = sentence_of(with(Reason::quota_full, {{"limit", "1"}, {"holder", "HS-2025-00003"}}));
  CHECK(full.vi ==
        "Cần còn chỗ trong số lượng khen, nhưng không còn. Đã đủ số lượng: 1/1; đang giữ chỗ: HS-2025-00003.");
  CHECK(full.en == "Expected a free place in the quota, but all places are taken: 1/1; held by HS-2025-00003.");
  const auto bare = sentence_of(with(Reason::quota_full, {{"limit", "8"}, {"holder", ""}}));
  CHECK(bare.vi == "Cần còn chỗ trong số lượng khen, nhưng không còn. Đã đủ số lượng: 8/8.");
}

TEST_CASE("a detail in one language wins over the plain one", "[refusal]") {
  const auto sentence = sentence_of(with(Reason::case_closed, {{"phase", "awarded"}, {"phase_vi", "Đã khen"}}));
  CHECK(sentence.vi == "Cần hồ sơ còn đang giải quyết, nhưng hồ sơ đã kết thúc: Đã khen.");
  CHECK(sentence.en == "Expected an open dossier, but the dossier is closed: Awarded.");
}

TEST_CASE("codes of roles, phases and stage kinds become words, unknown ones are left out", "[refusal]") {
  const auto role = sentence_of(with(Reason::not_in_role, {{"role", "registry_clerk, unit_head, porter"}}));
  CHECK(role.vi.find("(văn thư; thủ trưởng đơn vị)") != std::string::npos);
  CHECK(role.en.find("(registry clerk; head of the unit)") != std::string::npos);
  const auto phase = sentence_of(with(Reason::wrong_phase, {{"phase", "signed"}, {"expected", "drafting, returned"}}));
  CHECK(
      phase.vi ==
      "Cần hồ sơ ở trạng thái phù hợp (Dự thảo; Chờ bổ sung), nhưng hồ sơ đang ở trạng thái khác: Đã ký, chờ cấp số.");
  const auto kind = sentence_of(with(Reason::not_this_stage_kind, {{"kind", "verify"}}));
  CHECK(kind.vi.find("bước hiện tại (thẩm tra) không có") != std::string::npos);
  CHECK(sentence_of(with(Reason::not_last_sender, {{"sender", "signed"}})).en.ends_with("sent the dossier."));
}

TEST_CASE("a place is called by the name of the member, in a list by its number", "[refusal]") {
  const auto named = [](Reason code, const std::string& pointer) { return sentence_of({code, {}, pointer, {}}); };
  CHECK(named(Reason::reason_missing, "/points/0/text").vi ==
        "Cần nêu lý do hoặc ý kiến bằng văn bản, nhưng đang để trống: nội dung của điểm 1.");
  CHECK(named(Reason::reason_missing, "/points/0/text").en ==
        "Expected a written reason or opinion, but it is empty: text of point 1.");
  CHECK(named(Reason::content_incomplete, "/achievement_from").vi.ends_with(": thời gian lập thành tích, từ ngày."));
  CHECK(named(Reason::content_incomplete, "/figures/yearly/some_rate/2024").vi.ends_with(": số liệu."));
  CHECK(named(Reason::content_incomplete, "/no_such_member").vi.ends_with("chưa đúng."));
  CHECK(named(Reason::content_incomplete, "no pointer").vi.ends_with("chưa đúng."));
  CHECK(named(Reason::unknown_choice, "/forms").vi.find("(hình thức khen thưởng)") != std::string::npos);
}

TEST_CASE("papers have names, dates are written with the day first in both languages", "[refusal]") {
  const auto paper = sentence_of(with(Reason::paper_missing, {{"slot", "achievement_report"}}));
  CHECK(paper.vi == "Cần đủ thành phần hồ sơ, nhưng còn thiếu giấy tờ: báo cáo thành tích.");
  CHECK(paper.en == "Expected all required papers, but one is missing: achievement report.");
  const auto late = sentence_of(with(Reason::late_without_reason, {{"deadline", "2025-02-07"}}));
  CHECK(late.vi.find("sau hạn ngày 07/02/2025,") != std::string::npos);
  CHECK(late.en.find("deadline of 07/02/2025,") != std::string::npos);
}

TEST_CASE("an id or a code without words is left out of the sentence", "[refusal]") {
  for (const auto& [code, name] : std::map<Reason, std::string>{{Reason::not_responsible_office, "office"},
                                                                {Reason::return_not_allowed, "stage"},
                                                                {Reason::criterion_not_attested, "criterion"},
                                                                {Reason::point_open, "point"},
                                                                {Reason::ground_not_found, "ground"},
                                                                {Reason::decision_not_open, "decision"},
                                                                {Reason::paper_missing, "slot"},
                                                                {Reason::unknown_choice, "value"}}) {
    CAPTURE(name);
    const auto bare = sentence_of(with(code, {}));
    const auto coded = sentence_of(with(code, {{name, "some_code"}}));
    CHECK(coded.vi == bare.vi);
    CHECK(coded.en == bare.en);
    CHECK(sentence_of(with(code, {{name, "some_code"}, {name + "_vi", "lời"}})).vi.find("lời") != std::string::npos);
  }
}

TEST_CASE("a detail is never read as a pattern", "[refusal]") {
  CHECK(sentence_of(with(Reason::unknown_choice, {{"member", "form"}, {"value_en", "{member}[x]"}})).en ==
        "Expected one of the listed choices (award form), but the value is not among them: {member}[x].");
}

TEST_CASE("words are those of the office: one word for a role, the council by its name, a title is chức vụ", "[refusal]") {
  for (const auto code : all_reasons()) {
    const auto said = sentence_of({code, {}, {}, {}}).vi;
    CAPTURE(said);
    for (const auto* wrong : {"chức trách", "tư cách", "từ chối", "thu hồi", "chỉ tiêu", "chức danh"})
      CHECK(said.find(wrong) == std::string::npos);
  }
  CHECK(sentence_of(with(Reason::not_in_role, {{"role", "council_secretariat"}})).vi ==
        "Cần người có vai trò phù hợp (thường trực Hội đồng TĐKT), nhưng vai trò hiện tại không được làm việc này.");
  CHECK(sentence_of(with(Reason::paper_missing, {{"slot", "council_minutes"}})).vi ==
        "Cần đủ thành phần hồ sơ, nhưng còn thiếu giấy tờ: biên bản họp Hội đồng TĐKT.");
  CHECK(sentence_of(with(Reason::date_in_future, {{"today", "2025-02-07"}, {"date", "2025-02-08"}})).vi ==
        "Cần ngày không sau hôm nay (07/02/2025), nhưng ngày đã ghi chưa đến: 08/02/2025.");
}
