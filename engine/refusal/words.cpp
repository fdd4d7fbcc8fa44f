// Phases, roles and stage kinds in the words of the office.
#include "engine/refusal/words.hpp"

#include <array>
#include <span>

#include "engine/model/vocabulary.hpp"

namespace vinhdanh::detail {
namespace {

struct Word {
  std::string_view vi;
  std::string_view en;
};

constexpr auto kPhases = std::to_array<Word>({
    {"Dự thảo", "draft"},
    {"Chờ tiếp nhận", "awaiting receipt"},
    {"Đang xét duyệt", "under review"},
    {"Chuyên viên đã đề xuất", "proposed"},
    {"Chờ bổ sung", "returned for rework"},
    {"Đã có ý kiến duyệt, chờ ký", "approved, awaiting signature"},
    {"Đã ký, chờ cấp số", "signed, awaiting its number"},
    {"Đã có quyết định", "awarded"},
    {"Chưa khen thưởng", "not awarded"},
    {"Không đủ điều kiện", "ineligible"},
    {"Đã rút", "withdrawn"},
    {"Quá thời hạn trình", "lapsed"},
});
static_assert(kPhases.size() == Names<Phase>::all.size());

constexpr auto kRoles = std::to_array<Word>({
    {"cán bộ lập hồ sơ của đơn vị", "unit clerk"},
    {"thủ trưởng đơn vị", "head of the unit"},
    {"cán bộ tiếp nhận", "intake reviewer"},
    {"chuyên viên", "specialist"},
    {"cán bộ thẩm định", "appraiser"},
    {"thủ trưởng cơ quan", "head of the office"},
    {"thường trực Hội đồng", "council secretariat"},
    {"người có thẩm quyền quyết định", "decider"},
    {"cán bộ ghi kết quả", "recorder"},
    {"văn thư", "registry clerk"},
    {"cán bộ phụ trách đợt xét", "board officer"},
    {"người theo dõi", "observer"},
    {"kiểm tra nhật ký", "auditor"},
    {"người quản lý số lượng khen", "quota manager"},
    {"người quản lý kế hoạch, quy định", "definition manager"},
    {"quản trị hệ thống", "administrator"},
});
static_assert(kRoles.size() == Names<Role>::all.size());

constexpr auto kKinds = std::to_array<Word>({
    {"tổng hợp", "collect"},
    {"bình xét", "rank"},
    {"tiếp nhận", "receive"},
    {"xét duyệt", "review"},
    {"thẩm định", "appraise"},
    {"Hội đồng họp xét", "council advises"},
    {"thẩm tra", "verify before signature"},
    {"xác nhận, trình cấp trên", "endorse"},
    {"quyết định", "decide"},
    {"ghi kết quả từ cấp trên", "record a result"},
});
static_assert(kKinds.size() == Names<StageKind>::all.size());

template <class Enum>
std::string words_of(std::span<const Word> words, std::string_view codes, Language language) {
  std::string text;
  while (true) {
    const auto comma = codes.find(", ");
    const auto code = codes.substr(0, comma);
    if (const auto value = parse_name<Enum>(code)) {
      const auto& word = words[static_cast<std::size_t>(*value)];
      text += language == Language::vi ? word.vi : word.en;
    } else {
      text += code;
    }
    if (comma == std::string_view::npos) return text;
    text += ", ";
    codes.remove_prefix(comma + 2);
  }
}

}  // namespace

std::string in_words(std::string_view detail, const std::string& text, Language language) {
  if (detail == "role") return words_of<Role>(kRoles, text, language);
  if (detail == "phase" || detail == "expected") return words_of<Phase>(kPhases, text, language);
  if (detail == "kind") return words_of<StageKind>(kKinds, text, language);
  return text;
}

}  // namespace vinhdanh::detail
