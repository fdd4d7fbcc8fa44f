/// Randomness from the operating system.
#pragma once

#include <cstddef>
#include <string>

namespace vinhdanh {

/// `count` unpredictable bytes. Ends the process if the system gives none: there is nothing safe to go on with.
std::string random_bytes(std::size_t count);
/// Two lower-case hex digits per byte.
std::string hex_text(const std::string& bytes);

}  // namespace vinhdanh
