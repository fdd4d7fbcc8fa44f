// A counted pool.
#include "adapters/postgres/postgres_sessions.hpp"

#include <utility>

namespace vinhdanh::detail {

PostgresSessions::PostgresSessions(PostgresPlace place, int most, std::function<void(Connection&)> check)
    : place_(std::move(place)), most_(most), check_(std::move(check)) {}

PostgresSessions::Loan PostgresSessions::lend() { return {*this, borrow()}; }

std::unique_ptr<PostgresConnection> PostgresSessions::borrow() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return lent_ < most_; });
  ++lent_;
  if (!idle_.empty()) {
    auto session = std::move(idle_.back());
    idle_.pop_back();
    return session;
  }
  lock.unlock();
  try {
    auto session = std::make_unique<PostgresConnection>(place_);
    if (check_) check_(*session);
    return session;
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void PostgresSessions::give_back(std::unique_ptr<PostgresConnection> session) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (session) idle_.push_back(std::move(session));
  }
  returned_.notify_one();
}

void PostgresSessions::drop_idle() {
  std::vector<std::unique_ptr<PostgresConnection>> dropped;
  const std::lock_guard lock(mutex_);
  dropped.swap(idle_);
}

}  // namespace vinhdanh::detail
