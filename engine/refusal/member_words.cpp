// What the members of a content and of payloads are called.
#include <algorithm>
#include <array>
#include <utility>

#include "engine/refusal/words.hpp"

namespace vinhdanh::detail {
namespace {

/// `*` is a place in a list, `#` in the words its number counted from 1.
constexpr auto kMembers = std::to_array<std::pair<std::string_view, Words>>({
    {"/nominee", {"tập thể, cá nhân được đề nghị", "nominee"}},
    {"/nominee/name", {"tên tập thể, cá nhân được đề nghị", "name of the nominee"}},
    {"/nominee/title", {"chức vụ của người được đề nghị", "position of the nominee"}},
    {"/achievement", {"thành tích", "achievement"}},
    {"/achievement_from", {"thời gian lập thành tích, từ ngày", "first day of the achievement period"}},
    {"/achievement_to", {"thời gian lập thành tích, đến ngày", "last day of the achievement period"}},
    {"/figures", {"số liệu", "figures"}},
    {"/papers", {"giấy tờ", "papers"}},
    {"/slot", {"giấy tờ", "paper"}},
    {"/reason", {"lý do", "reason"}},
    {"/review", {"ngày xem xét lại", "day of review"}},
    {"/person", {"người được phân công", "person to assign"}},
    {"/late_reason", {"lý do nộp muộn", "reason for lateness"}},
    {"/text", {"nội dung ý kiến", "text"}},
    {"/opinion", {"ý kiến không nhất trí", "dissenting opinion"}},
    {"/value", {"nội dung đính chính", "corrected text"}},
    {"/pointer", {"mục cần đính chính", "what to correct"}},
    {"/points", {"các điểm cần sửa", "points to fix"}},
    {"/points/*", {"điểm cần sửa #", "point # to fix"}},
    {"/points/*/code", {"loại của điểm #", "kind of point #"}},
    {"/points/*/text", {"nội dung của điểm #", "text of point #"}},
    {"/code", {"loại của điểm", "kind of a point"}},
    {"/point", {"điểm cần sửa", "point to fix"}},
    {"/answers", {"trả lời từng điểm", "answers"}},
    {"/attestations", {"xác nhận tiêu chí", "attestation of criteria"}},
    {"/grounds", {"căn cứ", "grounds"}},
    {"/grounds/*", {"căn cứ thứ #", "ground #"}},
    {"/rank", {"thứ tự bình xét", "rank"}},
    {"/kind", {"loại đề xuất", "kind of proposal"}},
    {"/to_stage", {"bước nhận lại hồ sơ", "stage it goes back to"}},
    {"/form", {"hình thức khen thưởng", "award form"}},
    {"/forms", {"hình thức khen thưởng", "award forms"}},
    {"/opens", {"ngày mở đợt xét", "day the review round opens"}},
    {"/decision", {"quyết định", "decision"}},
    {"/number", {"số quyết định", "number of the decision"}},
    {"/date", {"ngày quyết định", "date of the decision"}},
    {"/letter", {"văn bản kèm theo", "covering letter"}},
    {"/letter/number", {"số văn bản kèm theo", "number of the covering letter"}},
    {"/letter/date", {"ngày văn bản kèm theo", "date of the covering letter"}},
    {"/document", {"văn bản", "document"}},
    {"/document/number", {"số văn bản", "number of the document"}},
    {"/document/date", {"ngày văn bản", "date of the document"}},
    {"/sent", {"văn bản đã trình", "document sent upward"}},
    {"/sent/number", {"số văn bản đã trình", "number of the document sent upward"}},
    {"/sent/date", {"ngày văn bản đã trình", "date of the document sent upward"}},
    {"/minutes", {"biên bản họp Hội đồng TĐKT", "council minutes"}},
    {"/minutes/number", {"số biên bản họp Hội đồng TĐKT", "number of the minutes"}},
    {"/minutes/date", {"ngày biên bản họp Hội đồng TĐKT", "date of the minutes"}},
    {"/minutes/members_total", {"tổng số thành viên Hội đồng TĐKT", "number of council members"}},
    {"/minutes/members_present", {"số thành viên có mặt", "number of members present"}},
    {"/minutes/votes_for", {"số phiếu đồng ý", "votes in favour"}},
});

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The pointer with `*` for its first place in a list, which goes to `place`.
std::string generalised(std::string_view pointer, std::string& place) {
  std::string pattern;
  while (!pointer.empty()) {
    const auto end = pointer.find('/', 1);
    const auto part = pointer.substr(1, end == std::string_view::npos ? end : end - 1);
    const bool counts = place.empty() && is_number(part);
    if (counts) place = std::to_string(std::stoi(std::string(part)) + 1);
    pattern += "/" + (counts ? "*" : std::string(part));
    pointer.remove_prefix(end == std::string_view::npos ? pointer.size() : end);
  }
  return pattern;
}

}  // namespace

std::optional<std::string> member_words(std::string_view pointer, Language language) {
  if (!pointer.starts_with('/')) return std::nullopt;
  std::string place;
  auto pattern = generalised(pointer, place);
  while (!pattern.empty()) {
    for (const auto& [member, words] : kMembers) {
      if (member != pattern) continue;
      std::string text(words.in(language));
      if (const auto sign = text.find('#'); sign != std::string::npos) text.replace(sign, 1, place);
      return text;
    }
    pattern.erase(pattern.rfind('/'));
  }
  return std::nullopt;
}

}  // namespace vinhdanh::detail
