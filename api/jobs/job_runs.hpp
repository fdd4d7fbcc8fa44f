/// Jobs in a server: the threads that take them and work on them, and forget them at their time.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/log.hpp"
#include "api/jobs/settings.hpp"
#include "engine/ports/jobs.hpp"

namespace vinhdanh {

class JobRuns {
 public:
  /// `deps` and `jobs` outlive it. Nobody works until `start`.
  JobRuns(const Deps& deps, Jobs& jobs, JobSettings settings, const Logger& log);
  ~JobRuns() { stop(); }
  JobRuns(const JobRuns&) = delete;
  JobRuns& operator=(const JobRuns&) = delete;

  [[nodiscard]] const Deps& deps() const { return deps_; }
  [[nodiscard]] Jobs& jobs() { return jobs_; }
  [[nodiscard]] const JobSettings& settings() const { return settings_; }

  /// Starts its threads; when what is returned goes they end, and what is being worked on is taken by another node or at the next start.
  class Working {
   public:
    explicit Working(JobRuns& runs) : runs_(runs) {}
    Working(const Working&) = delete;
    Working& operator=(const Working&) = delete;
    ~Working() { runs_.stop(); }

   private:
    JobRuns& runs_;
  };
  [[nodiscard]] Working start();

  /// A job waits: look at once. From any thread.
  void wake();
  /// What its threads do, by hand: works on one job (false when none waits), and forgets those whose time has come.
  bool work();
  void tidy();

  /// Held while one is made, so that a key makes one.
  std::mutex& making() { return making_; }
  [[nodiscard]] bool is_ending() const { return ending_; }

 private:
  void stop();
  void live(const std::stop_token& stop);
  void work_on(Job job);

  const Deps& deps_;
  Jobs& jobs_;
  const JobSettings settings_;
  Logger log_;
  std::atomic<bool> ending_{false};
  std::mutex making_;
  std::mutex mutex_;
  std::condition_variable_any signal_;
  int woken_ = 0;  ///< under `mutex_`: threads that are to look
  std::vector<std::jthread> threads_;
};

/// A job while this node works on it. What is written is its whole row, while nobody else has changed it.
class HeldJob {
 public:
  HeldJob(JobRuns& runs, Job job) : runs_(runs), job_(std::move(job)) {}

  [[nodiscard]] const Deps& deps() const { return runs_.deps(); }
  [[nodiscard]] const JobSettings& settings() const { return runs_.settings(); }
  [[nodiscard]] Job& job() { return job_; }
  /// The newest jobs of the same appointment, this one among them.
  [[nodiscard]] std::vector<Job> jobs_beside(std::int64_t most) { return runs_.jobs().jobs_of(job_.appointment, std::nullopt, most); }
  /// Writes it and keeps it. False when it was cancelled, another node took it over, or the server ends: then nothing more is to be
  /// written for it.
  bool keep();
  bool reached(std::int64_t done);
  /// The same without a new write, for what asks often.
  [[nodiscard]] bool is_lost() const { return lost_ || runs_.is_ending(); }
  /// It ends here; with a fault it has failed.
  bool end(JobState state);
  [[nodiscard]] Instant now() const { return runs_.deps().clock.system_now(); }

 private:
  JobRuns& runs_;
  Job job_;
  bool lost_ = false;
};

/// What each kind does. They return when it has ended, is ready, or is lost.
void work_on_import(HeldJob& held);
void work_on_export(HeldJob& held);
void work_on_verification(HeldJob& held);

/// Ends it with that fault in its body.
void fail_job(HeldJob& held, const std::string& code, const std::string& detail = "");

}  // namespace vinhdanh
