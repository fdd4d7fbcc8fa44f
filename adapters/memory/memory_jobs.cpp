// The jobs of the memory store.
#include "adapters/memory/memory_jobs.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/memory/inner.hpp"

namespace vinhdanh {
namespace {

auto age_of(const Job& it) { return std::tuple(it.made, it.id); }

bool is_unended(const Job& it) {
  return it.state == JobState::waiting || it.state == JobState::running || it.state == JobState::ready;
}

bool can_be_taken(const detail::KeptJob& it, Instant now) {
  return it.job.state == JobState::waiting || (it.job.state == JobState::running && it.leased <= now);
}

}  // namespace

bool MemoryJobs::add_job(const Job& it, std::size_t most) {
  const auto lock = store_.inner_->alone();
  auto& all = store_.inner_->tables.jobs;
  const auto unended = std::ranges::count_if(
      all, [&](const auto& entry) { return entry.second.job.person == it.person && is_unended(entry.second.job); });
  if (static_cast<std::size_t>(unended) >= most) return false;
  all[it.id] = {it, {}};
  return true;
}

std::optional<Job> MemoryJobs::job(const std::string& id) const {
  const auto lock = store_.inner_->alone();
  const auto& all = store_.inner_->tables.jobs;
  const auto at = all.find(id);
  return at == all.end() ? std::nullopt : std::optional(at->second.job);
}

std::vector<Job> MemoryJobs::jobs_of(const AppointmentId& appointment, const std::optional<Job>& after, int limit) const {
  const auto lock = store_.inner_->alone();
  std::vector<Job> found;
  for (const auto& [id, kept] : store_.inner_->tables.jobs) {
    if (kept.job.appointment == appointment && (!after || age_of(kept.job) < age_of(*after))) found.push_back(kept.job);
  }
  std::ranges::sort(found, std::greater{}, age_of);
  if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
  return found;
}

std::optional<Job> MemoryJobs::job_with_file(const AppointmentId& appointment, const std::string& subject,
                                             const std::string& sha256, const std::string& other_than) const {
  const auto lock = store_.inner_->alone();
  std::optional<Job> newest;
  for (const auto& [id, kept] : store_.inner_->tables.jobs) {
    const Job& it = kept.job;
    const bool same = it.appointment == appointment && it.subject == subject && it.sha256 == sha256 && id != other_than;
    if (same && (!newest || age_of(*newest) < age_of(it))) newest = it;
  }
  return newest;
}

std::optional<Job> MemoryJobs::take_job(Instant now, Instant lease_until) {
  const auto lock = store_.inner_->alone();
  detail::KeptJob* first = nullptr;
  for (auto& [id, kept] : store_.inner_->tables.jobs) {
    if (can_be_taken(kept, now) && (first == nullptr || age_of(kept.job) < age_of(first->job))) first = &kept;
  }
  if (first == nullptr) return std::nullopt;
  first->leased = lease_until;
  first->job.state = JobState::running;
  ++first->job.attempts;
  ++first->job.version;
  return first->job;
}

bool MemoryJobs::change_job(const Job& it, Instant lease_until) {
  const auto lock = store_.inner_->alone();
  auto& all = store_.inner_->tables.jobs;
  const auto at = all.find(it.id);
  if (at == all.end() || at->second.job.version != it.version) return false;
  at->second = {it, lease_until};
  ++at->second.job.version;
  return true;
}

std::vector<Job> MemoryJobs::expired_jobs(Instant now, int limit) const {
  const auto lock = store_.inner_->alone();
  std::vector<Job> found;
  for (const auto& [id, kept] : store_.inner_->tables.jobs) {
    if (kept.job.expires <= now && found.size() < static_cast<std::size_t>(limit)) found.push_back(kept.job);
  }
  return found;
}

void MemoryJobs::drop_job(const std::string& id) {
  const auto lock = store_.inner_->alone();
  store_.inner_->tables.jobs.erase(id);
}

}  // namespace vinhdanh
