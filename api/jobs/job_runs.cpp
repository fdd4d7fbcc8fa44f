// A few threads, each with one job at a time.
#include "api/jobs/job_runs.hpp"

#include <chrono>

#include "adapters/sheets/sheet_process.hpp"
#include "api/jobs/job_bodies.hpp"

namespace vinhdanh {
namespace {

constexpr int forgotten_at_once = 50;

void forget_files(const Deps& deps, const Job& job) {
  for (const auto& file : files_of(job)) deps.blobs.remove(file);
}

}  // namespace

ReadSheet read_in_own_process() {
  return [process = SheetProcess()](const std::string& bytes, const std::function<bool()>& given_up) {
    return process.read(bytes, given_up);
  };
}

JobRuns::JobRuns(const Deps& deps, Jobs& jobs, JobSettings settings, const Logger& log)
    : deps_(deps), jobs_(jobs), settings_(std::move(settings)), log_(log) {}

JobRuns::Working JobRuns::start() {
  for (int i = 0; i < settings_.threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { live(stop); });
  return Working(*this);
}

void JobRuns::stop() {
  ending_ = true;
  for (std::jthread& thread : threads_) thread.request_stop();
  signal_.notify_all();
  threads_.clear();
}

void JobRuns::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = settings_.threads;
  }
  signal_.notify_all();
}

void JobRuns::live(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      signal_.wait_for(lock, stop, std::chrono::milliseconds(settings_.look_milliseconds), [this] { return woken_ > 0; });
      if (woken_ > 0) --woken_;
    }
    try {
      while (!stop.stop_requested() && work()) {
      }
      tidy();
    } catch (const std::exception& fault) {
      log_.error("jobs met a fault and will be looked at again", {{"fault", fault.what()}});
    }
  }
}

bool JobRuns::work() {
  const Instant now = deps_.clock.system_now();
  auto job = jobs_.take_job(now, Instant{now.milliseconds + settings_.lease});
  if (!job) return false;
  work_on(std::move(*job));
  return true;
}

void JobRuns::work_on(Job job) {
  HeldJob held(*this, std::move(job));
  if (!held.job().started) held.job().started = held.now();
  if (held.job().attempts > kMostTakes) return fail_job(held, "job_interrupted");
  try {
    switch (held.job().kind) {
      case JobKind::list_export: work_on_export(held); break;
      case JobKind::verification: work_on_verification(held); break;
      case JobKind::sheet_import: work_on_import(held); break;
    }
  } catch (const StorageUnavailable&) {
    throw;  // its lease ends, and it is taken again
  } catch (const std::exception& fault) {
    log_.error("a job failed", {{"job", held.job().id}, {"fault", fault.what()}});
    fail_job(held, "job_failed");
  }
}

void JobRuns::tidy() {
  for (const Job& job : jobs_.expired_jobs(deps_.clock.system_now(), forgotten_at_once)) {
    forget_files(deps_, job);
    jobs_.drop_job(job.id);
  }
}

bool HeldJob::keep() {
  if (is_lost()) return false;
  const bool lasts = job_.state == JobState::running;
  const Instant until{lasts ? now().milliseconds + runs_.settings().lease : 0};
  lost_ = !runs_.jobs().change_job(job_, until);
  ++job_.version;
  return !lost_;
}

bool HeldJob::reached(std::int64_t done) {
  job_.done = done;
  return keep();
}

bool HeldJob::end(JobState state) {
  job_.state = state;
  job_.ended = now();
  return keep();
}

void fail_job(HeldJob& held, const std::string& code, const std::string& detail) {
  Job& job = held.job();
  put_fault(job, {code, detail});
  job.expires = Instant{held.now().milliseconds + kJobIsKept};
  held.end(JobState::failed);
}

}  // namespace vinhdanh
