// Which kind of side it is.
#include "adapters/move/move_source.hpp"

#include "adapters/move/postgres_source.hpp"
#include "adapters/move/sqlite_source.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/moving_marks.hpp"

namespace vinhdanh::detail {
namespace {

std::unique_ptr<MoveSource> opened(const Home& home) {
  if (home.database.empty()) return std::make_unique<SqliteSource>(home.folder);
  return std::make_unique<PostgresSource>(PostgresPlace{home.database, home.schema});
}

}  // namespace

std::unique_ptr<MoveSource> open_move_source(const Home& home) {
  auto source = opened(home);
  if (is_moving_in(source->session()))
    throw CannotOpen(OpenFault::moved, "what is to be moved is itself still moving in: finish that move first");
  return source;
}

}  // namespace vinhdanh::detail
