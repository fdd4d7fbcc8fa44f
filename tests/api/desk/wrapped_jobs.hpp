/// Jobs that take no change when they are told so.
#pragma once

#include <atomic>
#include <functional>

#include "engine/ports/jobs.hpp"
#include "engine/ports/nothing_written.hpp"

namespace vinhdanh::test {

class WrappedJobs final : public Jobs {
 public:
  explicit WrappedJobs(Jobs& inner) : inner_(inner) {}

  std::atomic<bool> frozen{false};              ///< writes throw, and write nothing
  std::function<void(const Job&)> before_change;  ///< may throw

  bool add_job(const Job& job, std::size_t most) override { return may_write().add_job(job, most); }
  std::optional<Job> job(const std::string& id) const override { return inner_.job(id); }
  std::vector<Job> jobs_of(const AppointmentId& appointment, const std::optional<Job>& after, int limit) const override {
    return inner_.jobs_of(appointment, after, limit);
  }
  std::optional<Job> job_with_file(const AppointmentId& appointment, const std::string& subject, const std::string& sha256,
                                   const std::string& other_than) const override {
    return inner_.job_with_file(appointment, subject, sha256, other_than);
  }
  std::optional<Job> take_job(Instant now, Instant lease_until) override { return may_write().take_job(now, lease_until); }
  bool change_job(const Job& job, Instant lease_until) override {
    if (before_change) before_change(job);
    return may_write().change_job(job, lease_until);
  }
  std::vector<Job> expired_jobs(Instant now, int limit) const override { return inner_.expired_jobs(now, limit); }
  void drop_job(const std::string& id) override { may_write().drop_job(id); }

 private:
  Jobs& may_write() {
    if (frozen) throw NothingWritten("frozen");
    return inner_;
  }
  Jobs& inner_;
};

}  // namespace vinhdanh::test
