/// Which texts may be a password.
#pragma once

#include <optional>
#include <string>

#include "api/http/problem.hpp"

namespace vinhdanh {

inline constexpr std::size_t kShortestPassword = 8;   ///< characters; the portal advises 15
inline constexpr std::size_t kLongestPassword = 256;  ///< bytes

/// In NFC and without blanks around it, as texts of request bodies arrive; the same must be done on the command line.
std::string tidy_password(std::string text);

/// Why it may not be the password of this login; nothing when it may: its length, the login itself, or one that
/// everybody tries first.
std::optional<ProblemError> password_fault(const std::string& password, const std::string& login,
                                           const std::string& pointer);

}  // namespace vinhdanh
