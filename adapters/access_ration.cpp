// Counting alike entries, and a token bucket per address.
#include "adapters/access_ration.hpp"

#include <algorithm>
#include <utility>

#include "engine/ports/store.hpp"

namespace vinhdanh {
namespace {

constexpr std::int64_t minute_milliseconds = 60'000;
constexpr double burst = 60;
constexpr double per_second = 1;
constexpr std::size_t most_keys = 20'000;
constexpr std::size_t most_buckets = 4'000;

std::int64_t minute_of(const AccessEntry& entry) { return entry.at.milliseconds / minute_milliseconds; }

}  // namespace

std::string alike_key(const AccessEntry& it) {
  std::string key = std::to_string(minute_of(it));
  const std::string kind(name_of(it.kind));
  for (const std::string& part : {kind, it.person.value_or(it.address), it.method, it.route, it.target, it.code})
    key += '\n' + part;
  return key;
}

RationedAccessLog::~RationedAccessLog() { flush(); }

bool RationedAccessLog::flush() const {
  const std::lock_guard lock(mutex_);
  std::vector<AccessEntry> counted;
  for (const auto& [key, it] : waiting_) {
    if (it.entry.count > 0) counted.push_back(it.entry);
  }
  try {
    log_.add(counted);
  } catch (const StorageUnavailable&) {
    for (auto& [key, it] : waiting_) it.written = false;
    return false;
  }
  for (auto& [key, it] : waiting_) it.entry.count = 0;
  return true;
}

bool RationedAccessLog::spend(const std::string& who, Instant now) {
  if (!buckets_.contains(who) && buckets_.size() >= most_buckets) {
    std::erase_if(buckets_, [&](const auto& it) { return now.milliseconds - it.second.filled.milliseconds > minute_milliseconds; });
    if (buckets_.size() >= most_buckets) return false;
  }
  Bucket& bucket = buckets_.try_emplace(who, Bucket{burst, now}).first->second;
  const double passed = static_cast<double>(std::max<std::int64_t>(0, now.milliseconds - bucket.filled.milliseconds)) / 1000;
  bucket = {std::min(burst, bucket.tokens + passed * per_second), now};
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

/// What a flood's entry becomes: where even addresses are too many, one row for all of them.
AccessEntry RationedAccessLog::rationed(AccessEntry entry) {
  const bool failed = entry.kind == AccessKind::denied || entry.kind == AccessKind::sign_in_failed;
  const std::string who = entry.person.value_or(entry.address);
  if (!failed || spend(who, entry.at)) return entry;
  if (!entry.person && !buckets_.contains(who)) entry.address.clear();
  entry.method.clear();
  entry.route.clear();
  entry.target.clear();
  entry.code = "too_many";
  return entry;
}

bool RationedAccessLog::is_known(const AccessEntry& entry) {
  const auto known = waiting_.find(alike_key(entry));
  if (known == waiting_.end() || !known->second.written) return false;
  known->second.entry.count += entry.count;
  return true;
}

/// Called with the lock: forgets minutes that are over and hold no count.
void RationedAccessLog::make_room(Instant now) {
  const std::int64_t minute = now.milliseconds / minute_milliseconds;
  std::erase_if(waiting_, [&](const auto& it) { return minute_of(it.second.entry) != minute && it.second.entry.count == 0; });
}

void RationedAccessLog::add(std::span<const AccessEntry> entries) {
  std::vector<AccessEntry> fresh;
  bool full = false;
  {
    const std::lock_guard lock(mutex_);
    for (const AccessEntry& given : entries) {
      if (is_known(given)) continue;
      AccessEntry entry = rationed(given);
      if (!is_known(entry)) fresh.push_back(std::move(entry));
    }
    full = waiting_.size() + fresh.size() > most_keys;
  }
  if (fresh.empty()) return;
  if (full) flush();
  log_.add(fresh);
  const std::lock_guard lock(mutex_);
  make_room(fresh.back().at);
  for (AccessEntry& entry : fresh) {
    std::string key = alike_key(entry);
    const auto known = waiting_.find(key);
    entry.count = known == waiting_.end() ? 0 : known->second.entry.count;
    if (waiting_.size() < most_keys) waiting_.insert_or_assign(std::move(key), Waiting{std::move(entry), true});
  }
}

std::vector<AccessEntry> RationedAccessLog::find(const AccessQuery& query) const {
  flush();
  return log_.find(query);
}

}  // namespace vinhdanh
