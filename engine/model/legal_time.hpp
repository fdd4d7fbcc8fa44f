/// The time of the law, Viet Nam's, which is UTC+7 all year, and its days as they are written there.
#pragma once

#include <cstdint>
#include <string>

#include "engine/model/basics.hpp"

namespace vinhdanh {

/// Milliseconds that its clocks are ahead of UTC.
inline constexpr std::int64_t kVietNamOffset = 7 * 3'600'000;

/// DD/MM/YYYY.
std::string written_date(Date day);

}  // namespace vinhdanh
