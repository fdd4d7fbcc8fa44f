/// The marks that a move leaves in `meta`, so that of two copies of an installation never both are served.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vinhdanh::detail {

class Connection;

inline constexpr std::string_view moved_to_name = "moved_to";    ///< in `meta`
inline constexpr std::string_view moving_in_name = "moving_in";  ///< in `meta`

/// Where the installation went, in words without secrets; nothing while it is here. Throws SqlError, as all of these.
std::optional<std::string> moved_to(Connection& session);
void mark_moved_to(Connection& writer, const std::string& where);

/// True from before the first row that comes until the side that is left is marked.
bool is_moving_in(Connection& session);
void mark_moving_in(Connection& writer);
void unmark_moving_in(Connection& writer);

enum class Opened { to_work, to_read };
/// What was moved away is only read; what is still moving in is not even that. Throws CannotOpen.
void refuse_moved(Connection& session, Opened opened);

}  // namespace vinhdanh::detail
