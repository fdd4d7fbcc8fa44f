/// SQLite's way to write many rows.
#pragma once

#include <cstdint>
#include <string>

#include "adapters/move/table_writer.hpp"

namespace vinhdanh::detail {

/// A page in one statement: all its rows are one parameter, a JSON array of arrays.
class JsonWriter final : public TableWriter {
 public:
  /// Both are borrowed.
  JsonWriter(Connection& session, const MovedTable& table);
  void write(const std::vector<MovedRow>& rows) override;

 private:
  Connection& session_;
  const MovedTable& table_;
  const std::string text_;
  std::int64_t written_ = 0;
};

}  // namespace vinhdanh::detail
