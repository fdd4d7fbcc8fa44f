// A text between two threads.
#include "api/http/stream.hpp"

#include <utility>

namespace vinhdanh {

bool Stream::send(const std::string& text) {
  std::function<void()> wake;
  bool sent = false;
  {
    const std::lock_guard lock(mutex_);
    if (over_) return false;
    if (waiting_.size() + text.size() > most_unsent) {
      over_ = true;
      waiting_.clear();
    } else {
      waiting_ += text;
      sent = true;
    }
    wake = wake_;
  }
  if (wake) wake();
  return sent;
}

void Stream::end() {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
    wake = wake_;
  }
  if (wake) wake();
}

bool Stream::over() const {
  const std::lock_guard lock(mutex_);
  return over_;
}

void Stream::attach(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void Stream::detach() {
  const std::lock_guard lock(mutex_);
  over_ = true;
  waiting_.clear();
  wake_ = {};
}

std::optional<std::string> Stream::take() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty() && over_) return std::nullopt;
  return std::exchange(waiting_, {});
}

}  // namespace vinhdanh
