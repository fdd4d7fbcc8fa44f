/// Data folders of other programs than this: an older one's, and one that says it is a newer one's.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "adapters/sqlite/migration_files.hpp"
#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::test {

/// Runs SQL on a folder's database that nobody else has open.
inline void run_on_database(const std::filesystem::path& folder, const std::string& text) {
  sqlite3* db = nullptr;
  const bool open = sqlite3_open(SqliteStore::database_file(folder).c_str(), &db) == SQLITE_OK;
  const bool done = open && sqlite3_exec(db, text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  const std::string fault = done ? "" : sqlite3_errmsg(db);
  sqlite3_close(db);
  if (!done) throw std::runtime_error(fault);
}

inline void say_schema(const std::filesystem::path& folder, int schema) {
  run_on_database(folder, "UPDATE meta SET value = '" + std::to_string(schema) + "' WHERE name = 'schema_version'");
}

/// An empty installation as the program with the first schema made it.
inline void make_first_schema(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  run_on_database(folder, std::string(sqlite_migrations().front().bytes) +
                              "INSERT INTO meta (name, value) VALUES ('schema_version', '1'), "
                              "('instance', '01890000-0000-7000-8000-0000000000cc'), ('demo', '0');");
}

}  // namespace vinhdanh::test
