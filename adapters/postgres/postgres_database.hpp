/// A PostgreSQL database as a database of the store.
#pragma once

#include <string>
#include <vector>

#include "adapters/postgres/postgres_list_table.hpp"
#include "adapters/postgres/postgres_sessions.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "adapters/sql/database.hpp"
#include "adapters/sql/expired_answers.hpp"
#include "adapters/sql/installation.hpp"

namespace vinhdanh::detail {

class PostgresDatabase final : public Database {
 public:
  /// Throws CannotOpen.
  explicit PostgresDatabase(PostgresOptions options);

  [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
  [[nodiscard]] const ListTable& list_table() const override { return list_table_; }
  /// Tries a broken session's question once more on a new one: nothing is changed by a question.
  void reading(const std::function<void(Connection&)>& work) override;
  void writing(const std::function<void(Connection&)>& work) override;
  /// One statement, and so one round trip (migrations/0003_apply_changes.sql).
  std::vector<CommitResult> commit(std::span<const Change> changes, Instant seen) override;
  [[nodiscard]] std::vector<Appointment> appointments_of(const OfficeId& office) override;
  [[nodiscard]] const std::string& instance() const override { return identity_.instance; }
  [[nodiscard]] bool demo() const override { return identity_.demo; }
  [[nodiscard]] int lanes() const override { return options_.lanes; }

 private:
  std::vector<CommitResult> commit_batch(const std::string& document, Instant seen);
  void check(Connection& session) const;
  /// After a fault that the server did not answer with: this session and the idle ones are not used again.
  void drop(PostgresSessions::Loan& session);

  const PostgresOptions options_;
  Identity identity_;
  PostgresSessions sessions_;
  PostgresSessions lanes_;  ///< of their own, so that no reader makes a commit wait
  ExpiredAnswers expired_answers_;
  PostgresListTable list_table_;
};

}  // namespace vinhdanh::detail
