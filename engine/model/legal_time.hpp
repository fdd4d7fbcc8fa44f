/// The time of the law: Viet Nam's, which is UTC+7 all year.
#pragma once

#include <cstdint>

namespace vinhdanh {

/// Milliseconds that its clocks are ahead of UTC.
inline constexpr std::int64_t kVietNamOffset = 7 * 3'600'000;

}  // namespace vinhdanh
