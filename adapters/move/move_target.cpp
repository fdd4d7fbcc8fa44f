// Which kind of side it is.
#include "adapters/move/move_target.hpp"

#include "adapters/move/postgres_target.hpp"
#include "adapters/move/sqlite_target.hpp"

namespace vinhdanh::detail {

std::unique_ptr<MoveTarget> move_target(const Home& home, const std::string& app_role) {
  if (home.database.empty()) return std::make_unique<SqliteTarget>(home.folder);
  return std::make_unique<PostgresTarget>(PostgresPlace{home.database, home.schema}, app_role);
}

}  // namespace vinhdanh::detail
