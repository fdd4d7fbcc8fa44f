// Counters in memory, never more than a few thousand.
#include "api/desk/sign_in/throttle.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

constexpr std::size_t most_kept = 20'000;
constexpr std::int64_t forgotten_after = 3'600'000;
constexpr double failures_forgiven = 1.0 / 15;
constexpr double attempts_forgiven = 2;
constexpr double codes_forgiven = 1.0 / 360;

std::string network_of(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  std::string plain = address;
  std::erase_if(plain, [](char c) { return c == '[' || c == ']'; });
  if (inet_pton(AF_INET6, plain.c_str(), bytes.data()) != 1) return address;
  return std::string(bytes.begin(), bytes.begin() + 8);
}

std::pair<std::string, std::string> key_of(const std::string& login, const std::string& address) {
  return {sha256_hex(login), network_of(address)};
}

int seconds_until(double level, int room, double per_second) {
  return level < room ? 0 : std::max(1, static_cast<int>(std::ceil((level - room + 1) / per_second)));
}

}  // namespace

void Throttle::empty(Bucket& bucket, std::int64_t now, double per_second) {
  bucket.level =
      std::max(0.0, bucket.level - static_cast<double>(std::max<std::int64_t>(0, now - bucket.at)) / 1000 * per_second);
  bucket.at = now;
}

void Throttle::tidy(std::int64_t now) {
  const auto old = [&](std::int64_t at) { return now - at > forgotten_after; };
  if (failures_.size() > most_kept) {
    std::erase_if(failures_, [&](const auto& entry) { return old(entry.second.last); });
    while (failures_.size() > most_kept) failures_.erase(failures_.begin());
  }
  for (auto* buckets : {&failed_, &tried_}) {
    if (buckets->size() <= most_kept) continue;
    std::erase_if(*buckets, [&](const auto& entry) { return old(entry.second.at); });
    while (buckets->size() > most_kept) buckets->erase(buckets->begin());
  }
}

int Throttle::wait(const std::string& login, const std::string& address, Instant system_now) {
  const std::int64_t now = system_now.milliseconds;
  const std::lock_guard lock(mutex_);
  tidy(now);
  const auto key = key_of(login, address);
  int seconds = 0;
  if (const auto at = failures_.find(key); at != failures_.end()) {
    if (now - at->second.last > forgotten_after) {
      failures_.erase(at);
    } else if (const int beyond = at->second.count - free_failures; beyond >= 0) {
      const std::int64_t pause = std::min(longest_wait, 1 << std::min(beyond, 12));
      seconds = static_cast<int>(std::max<std::int64_t>(0, (at->second.last + pause * 1000 - now + 999) / 1000));
    }
  }
  if (const auto at = failed_.find(key.second); at != failed_.end()) {
    empty(at->second, now, failures_forgiven);
    seconds = std::max(seconds, seconds_until(at->second.level, address_failures, failures_forgiven));
  }
  Bucket& tried = tried_[key.second];
  empty(tried, now, attempts_forgiven);
  seconds = std::max(seconds, seconds_until(tried.level, address_attempts, attempts_forgiven));
  if (seconds == 0) tried.level += 1;
  return seconds;
}

void Throttle::failed(const std::string& login, const std::string& address, Instant system_now) {
  const std::int64_t now = system_now.milliseconds;
  const std::lock_guard lock(mutex_);
  const auto key = key_of(login, address);
  Failures& failures = failures_[key];
  ++failures.count;
  failures.last = now;
  Bucket& bucket = failed_[key.second];
  empty(bucket, now, failures_forgiven);
  bucket.level += 1;
}

void Throttle::succeeded(const std::string& login, const std::string& address) {
  const std::lock_guard lock(mutex_);
  failures_.erase(key_of(login, address));
}

bool Throttle::try_code(const std::string& person, Instant system_now) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = codes_[person];
  empty(bucket, system_now.milliseconds, codes_forgiven);
  if (seconds_until(bucket.level, wrong_codes, codes_forgiven) > 0) return false;
  bucket.level += 1;
  return true;
}

void Throttle::code_was_right(const std::string& person) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = codes_[person];
  bucket.level = std::max(0.0, bucket.level - 1);
}

int Throttle::code_wait(const std::string& person, Instant system_now) {
  const std::lock_guard lock(mutex_);
  Bucket& bucket = codes_[person];
  empty(bucket, system_now.milliseconds, codes_forgiven);
  return seconds_until(bucket.level, wrong_codes, codes_forgiven);
}

}  // namespace vinhdanh
