/// What somebody with the database's file in hand may try.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::test {

/// Empty when it worked; what SQLite says otherwise.
inline std::string run_sql(const std::filesystem::path& data_folder, const std::string& text) {
  sqlite3* db = nullptr;
  const int opened = sqlite3_open(SqliteStore::database_file(data_folder).c_str(), &db);
  char* message = nullptr;
  if (opened == SQLITE_OK) sqlite3_exec(db, text.c_str(), nullptr, nullptr, &message);
  const std::string said = message ? message : "";
  sqlite3_free(message);
  sqlite3_close(db);
  if (opened != SQLITE_OK) throw std::runtime_error("cannot open the database");
  return said;
}

}  // namespace vinhdanh::test
