/// What copying and comparing call and count alike.
#pragma once

#include <cstdint>

#include "adapters/move/moving_papers.hpp"

namespace vinhdanh::detail {

inline constexpr auto papers_name = "papers";  ///< where a table's name stands otherwise

inline std::int64_t count_papers(MovingPapers& papers) {
  std::int64_t count = 0;
  papers.each([&](const PaperId&) { ++count; });
  return count;
}

}  // namespace vinhdanh::detail
