/// Appointments as they were last read, until a change writes one: commands ask for those of an office, and rarely is one
/// granted.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/model/actor.hpp"

namespace vinhdanh::detail {

/// Only for the process that owns the folder, which hears of every write. Safe from several threads.
class KnownAppointments {
 public:
  using List = std::shared_ptr<const std::vector<Appointment>>;

  template <class Read>
  List get(Read read) {
    std::uint64_t before = 0;
    {
      const std::lock_guard lock(mutex_);
      if (known_) return known_;
      before = forgotten_;
    }
    auto list = std::make_shared<const std::vector<Appointment>>(read());
    const std::lock_guard lock(mutex_);
    // What was read while one was written may lack it.
    if (before == forgotten_) known_ = list;
    return list;
  }

  /// When a change that writes one has been committed, or may have been, and before anybody hears of it.
  void forget() {
    const std::lock_guard lock(mutex_);
    known_.reset();
    ++forgotten_;
  }

 private:
  std::mutex mutex_;
  List known_;
  std::uint64_t forgotten_ = 0;
};

}  // namespace vinhdanh::detail
