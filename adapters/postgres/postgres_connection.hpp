/// A session with a PostgreSQL server.
#pragma once

#include <string>

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {

/// What the server said, with its SQLSTATE; empty when the connection broke instead.
struct PostgresError : SqlError {
  PostgresError(const std::string& what, std::string sqlstate) : SqlError(what), state(std::move(sqlstate)) {}
  /// The server answered that the statement failed, so that nothing of it stands. Otherwise nobody knows.
  [[nodiscard]] bool is_answer() const;
  /// Another transaction stood in the way; the same once more may go through.
  [[nodiscard]] bool is_retryable() const { return state == "40001" || state == "40P01"; }
  std::string state;
};

/// Where an installation's tables are.
struct PostgresPlace {
  std::string url;                  ///< as libpq takes it: "postgresql://…" or "host=… dbname=…"
  std::string schema = "vinhdanh";  ///< several installations may share a database
};

class PostgresConnection final : public Connection {
 public:
  /// Throws PostgresError.
  explicit PostgresConnection(const PostgresPlace& place);

  void script(const std::string& text) override;
  /// Adds rows inside the session's transaction: `copy` is a COPY FROM STDIN, `rows` are in its format. Throws PostgresError.
  void copy_in(const std::string& copy, std::string_view rows);

  /// A name as SQL takes it.
  static std::string quoted(const std::string& name);

 private:
  [[nodiscard]] std::exception_ptr fault_of(const soci::soci_error& said) const override;
};

}  // namespace vinhdanh::detail
