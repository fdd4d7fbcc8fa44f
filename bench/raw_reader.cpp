// Reading with SQLite alone.
#include "bench/raw_reader.hpp"

#include <sqlite3.h>

#include <map>
#include <stdexcept>

namespace vinhdanh::bench {

struct RawReader::Inside {
  sqlite3* db = nullptr;
  std::map<std::string, sqlite3_stmt*> statements;
};

RawReader::RawReader(const std::filesystem::path& database) : inside_(std::make_unique<Inside>()) {
  if (sqlite3_open(database.c_str(), &inside_->db) != SQLITE_OK) throw std::runtime_error("cannot open the database");
  sqlite3_exec(inside_->db, "PRAGMA query_only = ON; PRAGMA mmap_size = 0;", nullptr, nullptr, nullptr);
}

RawReader::~RawReader() {
  for (const auto& [text, statement] : inside_->statements) sqlite3_finalize(statement);
  sqlite3_close(inside_->db);
}

std::vector<std::vector<std::string>> RawReader::rows(const std::string& statement,
                                                      const std::vector<std::string>& parameters) {
  sqlite3_stmt*& prepared = inside_->statements[statement];
  if (prepared == nullptr && sqlite3_prepare_v2(inside_->db, statement.c_str(), -1, &prepared, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(inside_->db));
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    sqlite3_bind_text(prepared, static_cast<int>(i) + 1, parameters[i].data(), static_cast<int>(parameters[i].size()),
                      SQLITE_STATIC);
  }
  std::vector<std::vector<std::string>> found;
  while (sqlite3_step(prepared) == SQLITE_ROW) {
    std::vector<std::string>& row = found.emplace_back();
    for (int i = 0; i < sqlite3_column_count(prepared); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, i));
      row.emplace_back(text == nullptr ? "" : text);
    }
  }
  sqlite3_reset(prepared);
  return found;
}

}  // namespace vinhdanh::bench
