// The sentences of notices: a pattern per kind and language.
//
// `{name}` is the detail of that name; a part in square brackets is left out when one of its details is missing.
#include "engine/notices/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/refusal/pattern.hpp"
#include "engine/refusal/words.hpp"

namespace vinhdanh {
namespace {

using detail::Language;
using Details = std::map<std::string, std::string>;

struct Pattern {
  std::string_view kind;
  std::string_view title_vi;
  std::string_view title_en;
  std::string_view vi;
  std::string_view en;
};

constexpr auto kPatterns = std::to_array<Pattern>({
    {"dossier_arrived", "Hồ sơ chờ tiếp nhận", "Dossier awaits receipt",
     "Hồ sơ {code}[ ({nominee})] đã chuyển đến và chờ tiếp nhận[, bước {stage_name}].",
     "Dossier {code}[ ({nominee})] has arrived and awaits receipt[, stage: {stage_name}]."},
    {"turn_came", "Hồ sơ chờ xử lý", "Dossier waits for you",
     "Hồ sơ {code}[ ({nominee})] chờ xử lý[, bước {stage_name}].",
     "Dossier {code}[ ({nominee})] waits for you[, stage: {stage_name}]."},
    {"dossier_returned", "Hồ sơ trả lại bổ sung", "Dossier returned for changes",
     "Hồ sơ {code}[ ({nominee})] được trả lại bổ sung[ theo văn bản số {document}][ ngày {date}].",
     "Dossier {code}[ ({nominee})] was returned for changes[ by letter {document}][ of {date}]."},
    {"dossier_recalled", "Hồ sơ được lấy lại", "Dossier recalled",
     "Nơi gửi đã lấy lại hồ sơ {code}[ ({nominee})] (chưa tiếp nhận).",
     "The sender has taken back dossier {code}[ ({nominee})] before its receipt."},
    {"dossier_withdrawn", "Xin rút đề nghị", "Nomination withdrawn",
     "Đơn vị xin rút đề nghị: hồ sơ {code}[ ({nominee})].",
     "The unit has withdrawn dossier {code}[ ({nominee})]."},
    {"dossier_ineligible", "Kết luận không đủ điều kiện", "Found not eligible",
     "Hồ sơ {code}[ ({nominee})] được kết luận không đủ điều kiện[ theo văn bản số {document}][ ngày {date}].",
     "Dossier {code}[ ({nominee})] was found not eligible[ by letter {document}][ of {date}]."},
    {"award_approved", "Hồ sơ đã có ý kiến duyệt", "Award approved",
     "Hồ sơ {code}[ ({nominee})] đã có ý kiến duyệt, chờ ký ban hành.",
     "Dossier {code}[ ({nominee})] was approved and awaits signature."},
    {"award_declined", "Chưa khen thưởng", "Not awarded",
     "Hồ sơ {code}[ ({nominee})]: chưa khen thưởng[, theo văn bản số {document}][ ngày {date}].",
     "Dossier {code}[ ({nominee})] was not awarded[, by document {document}][ of {date}]."},
    {"not_awarded", "Thông báo chưa khen thưởng", "Notice: not awarded",
     "Đã thông báo chưa khen thưởng đối với hồ sơ {code}[ ({nominee})][ theo văn bản số {document}][ ngày {date}].",
     "The unit was notified that dossier {code}[ ({nominee})] is not awarded[, by letter {document}][ of {date}]."},
    {"dossier_signed", "Quyết định đã ký", "Decision signed",
     "Quyết định khen thưởng đối với hồ sơ {code}[ ({nominee})] đã được ký, chờ cấp số.",
     "The decision on dossier {code}[ ({nominee})] was signed and awaits its number."},
    {"dossier_awarded", "Đã có quyết định khen thưởng", "Award decided",
     "Hồ sơ {code}[ ({nominee})] đã có quyết định khen thưởng số {document}[ ngày {date}].",
     "Dossier {code}[ ({nominee})] has decision {document}[ of {date}]."},
    {"result_recorded", "Cấp trên đồng ý, hồ sơ trình tiếp", "Agreed by the higher level",
     "Hồ sơ {code}[ ({nominee})] được cấp trên đồng ý, trình tiếp[: văn bản số {document}][ ngày {date}].",
     "Dossier {code}[ ({nominee})] was agreed to by the higher level and goes on[: document {document}][ of {date}]."},
    {"correction_waits", "Đính chính kỹ thuật chờ xác nhận", "Correction awaits confirmation",
     "Hồ sơ {code}[ ({nominee})] có đính chính kỹ thuật chờ đơn vị xác nhận.",
     "Dossier {code}[ ({nominee})] has a technical correction that awaits the unit's confirmation."},
    {"dossier_lapsed", "Quá thời hạn trình", "Draft lapsed",
     "Hồ sơ {code}[ ({nominee})] chưa trình khi đợt xét đóng: quá thời hạn trình.",
     "Dossier {code}[ ({nominee})] was not sent before the review round closed: it has lapsed."},
    {"dossier_assigned", "Phân công xử lý", "Assigned to you",
     "Được phân công xử lý hồ sơ {code}[ ({nominee})][, bước {stage_name}].",
     "Dossier {code}[ ({nominee})] was assigned to you[, stage: {stage_name}]."},
    {"comment_added", "Ý kiến mới về hồ sơ", "New comment",
     "Có ý kiến mới về hồ sơ {code}[ ({nominee})].", "There is a new comment on dossier {code}[ ({nominee})]."},
    {"dossier_held", "Tạm dừng xem xét", "Dossier on hold",
     "Tạm dừng xem xét hồ sơ {code}[ ({nominee})][ theo văn bản số {document}][; xem xét lại ngày {review}].",
     "Dossier {code}[ ({nominee})] is on hold[ by document {document}][; to be reviewed on {review}]."},
    {"hold_lifted", "Tiếp tục xem xét", "Hold lifted",
     "Hồ sơ {code}[ ({nominee})] được tiếp tục xem xét[ theo văn bản số {document}].",
     "The hold on dossier {code}[ ({nominee})] was lifted[ by document {document}]."},
    {"hold_review", "Đến ngày xem lại việc tạm dừng xem xét", "Hold to be reviewed",
     "Đã đến ngày xem lại việc tạm dừng xem xét hồ sơ {code}[ ({nominee})]: {review}.",
     "The hold on dossier {code}[ ({nominee})] is to be reviewed: {review}."},
    {"due_soon", "Hồ sơ sắp đến hạn", "Dossier due soon",
     "Hồ sơ {code}[ ({nominee})] đến hạn ngày {due}[, bước {stage_name}].",
     "Dossier {code}[ ({nominee})] is due on {due}[, stage: {stage_name}]."},
    {"overdue", "Hồ sơ quá hạn", "Dossier overdue",
     "Hồ sơ {code}[ ({nominee})] đã quá hạn ngày {due}[, bước {stage_name}]; không có quyết định nào được tự động đưa ra.",
     "Dossier {code}[ ({nominee})] is overdue: it was due on {due}[, stage: {stage_name}]; nothing is decided automatically."},
    {"number_waits", "Quyết định chờ cấp số", "Decision awaits its number",
     "Một quyết định đã ký ({count} hồ sơ) chờ cấp số.", "A signed decision ({count} dossiers) awaits its number."},
    {"occasion_opened", "Mở đợt xét khen thưởng", "Review round opened",
     "Mở đợt xét: {occasion}[, theo văn bản số {document}]; hạn nhận hồ sơ ngày {deadline}[, đóng sau ngày {closes}].",
     "A review round was opened: {occasion}[, by document {document}]; dossiers are due by {deadline}[, it closes after "
     "{closes}]."},
    {"role_granted", "Được giao vai trò", "Role granted",
     "Được giao vai trò {role}[ tại {office_name}] từ ngày {from}[ đến ngày {to}].",
     "You were given the role {role}[ at {office_name}] from {from}[ to {to}]."},
    {"role_ended", "Kết thúc vai trò", "Role ended",
     "Vai trò {role}[ tại {office_name}] có hiệu lực đến hết ngày {to}.",
     "Your role {role}[ at {office_name}] lasts until the end of {to}."},
    {"duty_assigned", "Nhiệm vụ mới", "New duty", "Nhiệm vụ mới[: {duty_name}]; hạn ngày {due}.",
     "New duty[: {duty_name}]; due on {due}."},
    {"duty_due_soon", "Nhiệm vụ sắp đến hạn", "Duty due soon", "Nhiệm vụ sắp đến hạn[: {duty_name}]; hạn ngày {due}.",
     "Duty due soon[: {duty_name}]; due on {due}."},
    {"duty_overdue", "Nhiệm vụ quá hạn", "Duty overdue", "Nhiệm vụ quá hạn[: {duty_name}]; hạn ngày {due}.",
     "Duty overdue[: {duty_name}]; it was due on {due}."},
    {"duty_reopened", "Nhiệm vụ phải nộp lại", "Duty reopened", "Nhiệm vụ phải nộp lại[: {duty_name}]; hạn ngày {due}.",
     "Duty to be handed in again[: {duty_name}]; due on {due}."},
});
constexpr Pattern kUnknown{"", "Thông báo", "Notice", "Có việc mới.", "There is something new."};

const Pattern& pattern_of(std::string_view kind) {
  const auto found = std::ranges::find(kPatterns, kind, &Pattern::kind);
  return found == kPatterns.end() ? kUnknown : *found;
}

bool is_date(std::string_view name) {
  return name == "due" || name == "review" || name == "closes" || name == "from" || name == "to" || name == "date" ||
         name == "deadline";
}

std::optional<std::string> value_of(std::string_view name, const Details& details, Language language) {
  const auto found = details.find(std::string(name));
  if (found == details.end() || found->second.empty()) return std::nullopt;
  if (name == "role") return detail::in_words("role", found->second, language);
  return is_date(name) ? detail::in_words("date", found->second, language) : std::optional(found->second);
}

std::string sentence(std::string_view pattern, const Details& details, Language language) {
  return detail::fill_pattern(pattern, [&](std::string_view name) { return value_of(name, details, language); });
}

std::string with_code(std::string_view title, const Details& details) {
  const auto code = details.find("code");
  return std::string(title) + (code == details.end() ? "" : ": " + code->second);
}

}  // namespace

NoticeSentence notice_sentence(std::string_view kind, const Details& details) {
  const Pattern& pattern = pattern_of(kind);
  return {sentence(pattern.vi, details, Language::vi), sentence(pattern.en, details, Language::en)};
}

NoticeSentence notice_subject(std::string_view kind, const Details& details) {
  const Pattern& pattern = pattern_of(kind);
  return {with_code(pattern.title_vi, details), with_code(pattern.title_en, details)};
}

}  // namespace vinhdanh
