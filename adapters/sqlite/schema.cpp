// Migrations, one transaction for all that are missing.
#include "adapters/sqlite/schema.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/sql/connection.hpp"
#include "adapters/sqlite/migration_files.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh::detail {
namespace {

/// `sqlite/migrations/0001_initial.sql` → 1
int number_of(const EmbeddedFile& file) {
  const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
  int number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

void apply(Connection& writer, const EmbeddedFile& file) {
  writer.script(std::string(file.bytes));
  writer.change(sql::put_meta, std::string("schema_version"), std::to_string(number_of(file)));
}

}  // namespace

int known_schema() {
  int last = 0;
  for (const EmbeddedFile& file : sqlite_migrations()) last = std::max(last, number_of(file));
  return last;
}

int stored_schema(Connection& connection) {
  if (connection.value<int>(sql::table_count) != 1) return 0;
  const auto text = connection.value<std::string>(sql::meta, std::string("schema_version"));
  return text ? std::stoi(*text) : 0;
}

void migrate(Connection& writer, const std::string& instance, bool demo) {
  // Whatever fails here, the caller closes the session, which undoes the transaction.
  writer.script("BEGIN IMMEDIATE");
  const int stored = stored_schema(writer);
  if (stored > known_schema()) {
    throw CannotOpen(OpenFault::newer_schema, "the database has schema " + std::to_string(stored) +
                                                  ", this program knows " + std::to_string(known_schema()) +
                                                  ": use the newer program");
  }
  for (const EmbeddedFile& file : sqlite_migrations()) {
    if (number_of(file) > stored) apply(writer, file);
  }
  if (stored == 0) {
    writer.change(sql::put_meta, std::string("instance"), instance);
    writer.change(sql::put_meta, std::string("demo"), std::string(demo ? "1" : "0"));
  }
  writer.script("COMMIT");
}

}  // namespace vinhdanh::detail
