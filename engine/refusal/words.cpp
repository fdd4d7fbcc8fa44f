// Phases, roles, stage kinds, proposals and papers in the words of the office.
#include "engine/refusal/words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "engine/model/legal_time.hpp"

namespace vinhdanh::detail {
namespace {

constexpr auto kPhases = std::to_array<Words>({
    {"Dự thảo", "Draft"},
    {"Chờ tiếp nhận", "Awaiting receipt"},
    {"Đang xét duyệt", "Under review"},
    {"Chuyên viên đã đề xuất", "Proposed by the specialist"},
    {"Chờ bổ sung", "Returned for changes"},
    {"Đã có ý kiến duyệt, chờ ký", "Approved, awaiting signature"},
    {"Đã ký, chờ cấp số", "Signed, awaiting number"},
    {"Đã có quyết định", "Awarded"},
    {"Chưa khen thưởng", "Not awarded"},
    {"Không đủ điều kiện", "Not eligible"},
    {"Đã rút", "Withdrawn"},
    {"Quá thời hạn trình", "Lapsed"},
});
static_assert(kPhases.size() == Names<Phase>::all.size());

constexpr auto kRoles = std::to_array<Words>({
    {"cán bộ lập hồ sơ", "unit clerk"},
    {"thủ trưởng đơn vị", "head of the unit"},
    {"cán bộ tiếp nhận", "intake officer"},
    {"chuyên viên", "specialist"},
    {"cán bộ thẩm định", "appraiser"},
    {"thủ trưởng cơ quan", "head of the office"},
    {"thường trực Hội đồng TĐKT", "standing body of the Council"},
    {"người có thẩm quyền quyết định", "decider"},
    {"cán bộ ghi kết quả", "recorder of results"},
    {"văn thư", "registry clerk"},
    {"cán bộ phụ trách đợt xét", "board officer"},
    {"người theo dõi", "observer"},
    {"người kiểm tra nhật ký", "auditor"},
    {"người quản lý số lượng khen", "quota manager"},
    {"người quản lý kế hoạch, quy định", "definition manager"},
    {"người quản trị", "administrator"},
    {"chương trình theo dõi thời hạn", "automatic deadline watch"},
});
static_assert(kRoles.size() == Names<Role>::all.size());

constexpr auto kKinds = std::to_array<Words>({
    {"tổng hợp", "collect"},
    {"bình xét", "rank"},
    {"tiếp nhận", "receive"},
    {"xét duyệt", "review"},
    {"thẩm định", "appraise"},
    {"Hội đồng TĐKT họp xét", "council advises"},
    {"thẩm tra", "verify before signature"},
    {"xác nhận, trình cấp trên", "endorse"},
    {"quyết định", "decide"},
    {"ghi kết quả của cấp trên", "record the higher level's result"},
});
static_assert(kKinds.size() == Names<StageKind>::all.size());

constexpr auto kProposals = std::to_array<Words>({
    {"đồng ý, trình tiếp", "endorse and forward"},
    {"trình kèm ý kiến không nhất trí", "disagree, forward with opinion"},
    {"trả lại bổ sung", "return for changes"},
    {"kết luận không đủ điều kiện", "conclude not eligible"},
    {"đồng ý khen thưởng", "approve the award"},
    {"chuyển xét hình thức thấp hơn", "approve a lower form"},
    {"chưa khen thưởng", "do not award"},
});
static_assert(kProposals.size() == Names<ProposalKind>::all.size());

constexpr auto kSlots = std::to_array<std::pair<std::string_view, Words>>({
    {"submission_letter", {"tờ trình", "submission letter"}},
    {"achievement_report", {"báo cáo thành tích", "achievement report"}},
    {"summary_report", {"báo cáo tóm tắt thành tích", "summary report"}},
    {"council_minutes", {"biên bản họp Hội đồng TĐKT", "council minutes"}},
});

/// These bear ids of definitions or of things; only whoever knows those can say them.
constexpr auto kIds =
    std::to_array<std::string_view>({"office", "sender", "stage", "criterion", "point", "decision", "value", "person"});
constexpr auto kDates = std::to_array<std::string_view>({"opens", "deadline", "date", "today", "review"});

template <class Enum>
std::optional<std::string> words_of(std::span<const Words> words, std::string_view codes, Language language) {
  std::string text;
  while (true) {
    const auto comma = codes.find(", ");
    if (const auto value = parse_name<Enum>(codes.substr(0, comma))) {
      text += text.empty() ? "" : "; ";
      text += words[static_cast<std::size_t>(*value)].in(language);
    }
    if (comma == std::string_view::npos) break;
    codes.remove_prefix(comma + 2);
  }
  if (text.empty()) return std::nullopt;
  return text;
}

std::string date_words(const std::string& text) {
  const auto date = Date::parse(text);
  return date ? written_date(*date) : text;
}

std::optional<std::string> paper_words(const std::string& slot, Language language) {
  const auto words = slot_words(slot);
  if (!words) return std::nullopt;
  return std::string(words->in(language));
}

}  // namespace

Words phase_words(Phase phase) { return kPhases[static_cast<std::size_t>(phase)]; }

Words proposal_words(ProposalKind kind) { return kProposals[static_cast<std::size_t>(kind)]; }

std::optional<Words> slot_words(std::string_view slot) {
  for (const auto& [code, words] : kSlots) {
    if (code == slot) return words;
  }
  return std::nullopt;
}

std::optional<std::string> in_words(std::string_view detail, const std::string& text, Language language) {
  if (detail == "role") return words_of<Role>(kRoles, text, language);
  if (detail == "phase" || detail == "expected") return words_of<Phase>(kPhases, text, language);
  if (detail == "kind") return words_of<StageKind>(kKinds, text, language);
  if (detail == "slot" || detail == "ground") return paper_words(text, language);
  if (detail == "pointer") return member_words(text, language);
  if (detail == "member") return member_words("/" + text, language);
  if (std::ranges::find(kDates, detail) != kDates.end()) return date_words(text);
  if (std::ranges::find(kIds, detail) != kIds.end()) return std::nullopt;
  return text;
}

}  // namespace vinhdanh::detail
