/// Moves of places in a SQLite file.
#pragma once

#include <optional>
#include <vector>

#include "engine/ports/store.hpp"

namespace vinhdanh::detail {

class Connection;

/// Makes all moves, or none and says why. Inside the writer's transaction. Throws SqlError when the database fails.
std::optional<CommitResult> move_places(Connection& writer, const std::vector<QuotaMove>& moves);

}  // namespace vinhdanh::detail
