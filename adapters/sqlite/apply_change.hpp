/// One change, checked and written inside the writer's transaction.
#pragma once

#include <string>

#include "engine/ports/store.hpp"

namespace vinhdanh::detail {

class Connection;

/// Applies the change or nothing of it; what is not `done` leaves no trace and does not fail the transaction. `seen` is the
/// latest system time that the store was told. Throws SqlError when the database fails.
CommitResult apply_change(Connection& writer, const std::string& instance, Instant seen, const Change& change);

}  // namespace vinhdanh::detail
