/// Those who look at the events as soon as something is committed.
#pragma once

#include <functional>
#include <list>
#include <mutex>

namespace vinhdanh {

/// Safe from several threads.
class CommitFollowers {
 public:
  /// A place among them, given up when this goes: from then on nobody is called.
  class Place {
   public:
    Place(CommitFollowers& among, std::function<void()> wake);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

   private:
    CommitFollowers& among_;
    std::list<std::function<void()>>::iterator at_;
  };

  /// From now on `wake` is called whenever something may have been committed, from any thread. It must not block nor throw, nor
  /// follow or leave from within.
  [[nodiscard]] Place follow(std::function<void()> wake) { return {*this, std::move(wake)}; }
  void wake();

 private:
  std::mutex mutex_;
  std::list<std::function<void()>> followers_;  ///< under `mutex_`
};

}  // namespace vinhdanh
