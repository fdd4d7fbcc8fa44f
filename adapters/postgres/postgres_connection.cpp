// Opening a session, scripts, and errors.
#include "adapters/postgres/postgres_connection.hpp"

#include <soci/postgresql/soci-postgresql.h>

#include <algorithm>
#include <memory>

namespace vinhdanh::detail {
namespace {

PGconn* handle(const soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(const_cast<soci::session&>(session).get_backend())->conn_;
}

using Answer = std::unique_ptr<PGresult, decltype([](PGresult* it) { PQclear(it); })>;

[[noreturn]] void fail(PGconn* with, const Answer& answer) {
  const char* state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
  throw PostgresError(PQerrorMessage(with), state ? state : "");
}

constexpr std::size_t copied_at_once = 1024 * 1024;

// Names stand in a schema of their own. A statement that hangs must not hold a worker for ever, nor a transaction that nobody
// ends. Times come from the program, so the server's zone does not matter; messages are for the operator's log.
constexpr const char* session_settings =
    "SET statement_timeout = '30s';"
    "SET lock_timeout = '10s';"
    "SET idle_in_transaction_session_timeout = '30s';"
    "SET client_min_messages = warning;"
    "SET application_name = 'vinhdanh'";

}  // namespace

bool PostgresError::is_answer() const {
  // Class 08: the connection broke; 57P: the server is going down, which may be said after COMMIT was done; 40003: unknown.
  return !state.empty() && !state.starts_with("08") && !state.starts_with("57P") && state != "40003";
}

PostgresConnection::PostgresConnection(const PostgresPlace& place) : Connection(Dialect::postgres) {
  try {
    session_.open(soci::postgresql, place.url);
  } catch (const soci::soci_error& fault) {
    std::rethrow_exception(fault_of(fault));
  }
  script("SET search_path = " + quoted(place.schema) + ", pg_catalog");
  script(session_settings);
}

std::string PostgresConnection::quoted(const std::string& name) {
  std::string all = "\"";
  for (const char c : name) all += c == '"' ? std::string("\"\"") : std::string(1, c);
  return all + "\"";
}

void PostgresConnection::script(const std::string& text) {
  const Answer answer(PQexec(handle(session_), text.c_str()));
  const auto status = PQresultStatus(answer.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) fail(handle(session_), answer);
}

void PostgresConnection::copy_in(const std::string& copy, std::string_view rows) {
  PGconn* to = handle(session_);
  const Answer begun(PQexec(to, copy.c_str()));
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) fail(to, begun);
  bool sent = true;
  for (; sent && !rows.empty(); rows.remove_prefix(std::min(rows.size(), copied_at_once)))
    sent = PQputCopyData(to, rows.data(), static_cast<int>(std::min(rows.size(), copied_at_once))) == 1;
  if (!sent || PQputCopyEnd(to, nullptr) != 1) throw PostgresError(PQerrorMessage(to), "");
  // What the server found wrong with a row is its answer to all of them.
  const Answer ended(PQgetResult(to));
  if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) fail(to, ended);
  while (Answer(PQgetResult(to)) != nullptr) {
  }
}

std::exception_ptr PostgresConnection::fault_of(const soci::soci_error& said) const {
  const auto* known = dynamic_cast<const soci::postgresql_soci_error*>(&said);
  const bool connected = const_cast<soci::session&>(session_).get_backend() != nullptr && PQstatus(handle(session_)) == CONNECTION_OK;
  // Without SOCI's context, which says every parameter: what people wrote does not belong into a log. It writes blanks for a
  // state that it does not know.
  std::string state = known && connected ? known->sqlstate() : "";
  if (state.find_first_not_of(' ') == std::string::npos) state.clear();
  return std::make_exception_ptr(PostgresError(said.get_error_message(), state));
}

}  // namespace vinhdanh::detail
