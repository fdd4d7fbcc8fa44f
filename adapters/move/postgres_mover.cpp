// Settings and names.
#include "adapters/move/postgres_mover.hpp"

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {

void set_up_mover(Connection& session) {
  session.script("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0");
  // A mark that is lost after the other side went on would let both be served.
  session.script("SET synchronous_commit = on");
  // The policy on lists binds the tables' owner.
  session.script("SET vinhdanh.everything = 'yes'");
}

std::vector<std::string> tables_of(Connection& session) {
  std::vector<std::string> tables;
  for (auto& [name] : session.rows<std::tuple<std::string>>(
           "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"))
    tables.push_back(std::move(name));
  return tables;
}

std::string schema_of(Connection& session) {
  return session.value<std::string>("SELECT quote_ident(current_schema())").value_or("");
}

}  // namespace vinhdanh::detail
