// Called one after the other under the lock, so that nobody who left is called.
#include "api/commit_followers.hpp"

#include <utility>

namespace vinhdanh {

CommitFollowers::Place::Place(CommitFollowers& among, std::function<void()> wake) : among_(among) {
  const std::lock_guard lock(among_.mutex_);
  at_ = among_.followers_.insert(among_.followers_.end(), std::move(wake));
}

CommitFollowers::Place::~Place() {
  const std::lock_guard lock(among_.mutex_);
  among_.followers_.erase(at_);
}

void CommitFollowers::wake() {
  const std::lock_guard lock(mutex_);
  for (const auto& follower : followers_) follower();
}

}  // namespace vinhdanh
