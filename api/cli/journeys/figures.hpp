/// Figures of a nominee as the API reads them, each with the document that states it.
#pragma once

#include <string>
#include <vector>

#include "engine/codec/json.hpp"

namespace vinhdanh::journeys {

/// {"value": "6.4", "source": …}
inline nlohmann::json figure(const std::string& value, const std::string& source) {
  return {{"value", value}, {"source", source}};
}

/// A yearly series: one value a year from `first` on.
inline nlohmann::json series(int first, const std::vector<std::string>& values) {
  auto years = nlohmann::json::object();
  for (const auto& value : values) {
    const auto year = std::to_string(first++);
    years[year] = figure(value, "Quyết định công nhận kết quả rà soát năm " + year);
  }
  return years;
}

}  // namespace vinhdanh::journeys
