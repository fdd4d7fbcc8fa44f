// Two threads and a queue with an end.
#include "adapters/work_line.hpp"

namespace vinhdanh {

WorkLine::~WorkLine() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    waiting_.clear();
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkLine::start(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || waiting_.size() >= most_waiting) return false;
    waiting_.push_back(std::move(job));
    while (threads_.size() < 2) threads_.emplace_back([this] { work(); });
  }
  wake_.notify_one();
  return true;
}

void WorkLine::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (ending_) return;
    auto job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
  }
}

}  // namespace vinhdanh
