/// The numbered PostgreSQL migrations that are part of the binary.
#pragma once

#include "engine/ports/embedded.hpp"

namespace vinhdanh {

/// Paths are `postgres/migrations/0001_tables.sql` and so on, in order.
std::span<const EmbeddedFile> postgres_migrations();

}  // namespace vinhdanh
