/// The numbered migrations that are part of the binary.
#pragma once

#include "engine/ports/embedded.hpp"

namespace vinhdanh {

/// Paths are `sqlite/migrations/0001_initial.sql` and so on, in order.
std::span<const EmbeddedFile> sqlite_migrations();

}  // namespace vinhdanh
