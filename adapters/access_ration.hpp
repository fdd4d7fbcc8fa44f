/// An access log that takes alike entries together before they reach the disk, and bounds what a flood can write.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "engine/ports/access_log.hpp"

namespace vinhdanh {

/// Entries with the same key are alike: one minute, kind, person or else address, method, route, target and code.
std::string alike_key(const AccessEntry& entry);

/// The first of alike entries is written through before `add` returns; the others of its minute are counted in memory and
/// added to its row by `flush`, which `find` and the destructor call too; the owner calls it every few seconds. If it fails,
/// the next alike entry is written through again. Of what was denied or failed, a person or else an address gets 60 rows at
/// once and one more each second; what is beyond is counted in one row per minute, without route and target and with the
/// code `too_many`. Safe from several threads.
class RationedAccessLog final : public AccessLog {
 public:
  /// Borrows the log.
  explicit RationedAccessLog(AccessLog& log) : log_(log) {}
  ~RationedAccessLog() override;
  RationedAccessLog(const RationedAccessLog&) = delete;
  RationedAccessLog& operator=(const RationedAccessLog&) = delete;

  void add(std::span<const AccessEntry> entries) override;
  [[nodiscard]] std::vector<AccessEntry> find(const AccessQuery& query) const override;
  /// Writes the counts that wait. False when storage failed: they are kept.
  bool flush() const;

 private:
  struct Waiting {
    AccessEntry entry;  ///< as it was first written; `count` is what waits
    bool written = false;
  };
  struct Bucket {
    double tokens = 0;
    Instant filled;
  };

  AccessEntry rationed(AccessEntry entry);
  bool spend(const std::string& who, Instant now);
  bool is_known(const AccessEntry& entry);
  void make_room(Instant now);

  AccessLog& log_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Waiting> waiting_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace vinhdanh
