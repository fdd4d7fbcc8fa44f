/// The jobs of a store over SQL.
#pragma once

#include <atomic>

#include "adapters/sql/sql_store.hpp"
#include "engine/ports/jobs.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is. A PostgreSQL database that has no jobs yet (schema 6) is one in
/// which there are none, and `add_job` throws NothingWritten.
class SqlJobs final : public Jobs {
 public:
  explicit SqlJobs(SqlStore& store) : store_(store) {}

  bool add_job(const Job& job, std::size_t most) override;
  [[nodiscard]] std::optional<Job> job(const std::string& id) const override;
  [[nodiscard]] std::vector<Job> jobs_of(const AppointmentId& appointment, const std::optional<Job>& after,
                                         int limit) const override;
  [[nodiscard]] std::optional<Job> job_with_file(const AppointmentId& appointment, const std::string& subject,
                                                 const std::string& sha256, const std::string& other_than) const override;
  std::optional<Job> take_job(Instant now, Instant lease_until) override;
  bool change_job(const Job& job, Instant lease_until) override;
  [[nodiscard]] std::vector<Job> expired_jobs(Instant now, int limit) const override;
  void drop_job(const std::string& id) override;

 private:
  [[nodiscard]] bool are_there() const;

  SqlStore& store_;
  mutable std::atomic<bool> seen_{false};  ///< a table that is there stays
};

}  // namespace vinhdanh
