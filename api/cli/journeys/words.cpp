// Short words for the table's route column.
#include "api/cli/journeys/words.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace vinhdanh::journeys {

namespace {

/// Long terms that every office shortens so on a narrow table.
constexpr auto kShort = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Lao động - Thương binh và Xã hội", "LĐTBXH"},
    {"Thi đua - Khen thưởng", "TĐKT"},
    {"Thủ tướng Chính phủ", "Thủ tướng"},
    {"Tổ chức - Hành chính", "TC-HC"},
    {"Thông tin và Truyền thông", "TTTT"},
});

}  // namespace

std::string short_stage(const nlohmann::json& stage) {
  auto name = stage.value("name", "");
  for (const auto& [term, letters] : kShort) {
    for (auto at = name.find(term); at != std::string::npos; at = name.find(term))
      name.replace(at, term.size(), letters);
  }
  return name;
}

std::string short_date(const std::string& date) {
  if (date.size() != 10) return date;
  return date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
}

}  // namespace vinhdanh::journeys
