/// The jobs of the memory store.
#pragma once

#include "adapters/memory/memory_store.hpp"
#include "engine/ports/jobs.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is.
class MemoryJobs final : public Jobs {
 public:
  explicit MemoryJobs(MemoryStore& store) : store_(store) {}

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
  MemoryStore& store_;
};

}  // namespace vinhdanh
