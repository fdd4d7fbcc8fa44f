// Waits for its session and for its own node at once.
#include "adapters/postgres/commit_hints.hpp"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "adapters/postgres/address.hpp"
#include "adapters/postgres/pqxx_listener.hpp"

namespace vinhdanh {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// Between two notifications of one node: whatever is committed meanwhile is told with the next.
constexpr auto between_notices = 10ms;
constexpr auto first_rest = 100ms;
constexpr auto longest_rest = 5000ms;

/// A server that is gone without a word must not hold the thread, nor the end of the program, for as long as TCP would.
std::string patient_address(const std::string& url) {
  return detail::address_with(url, {{"application_name", "vinhdanh hints"},
                                    {"connect_timeout", "5"},
                                    {"keepalives_idle", "10"},
                                    {"keepalives_interval", "5"},
                                    {"keepalives_count", "3"},
                                    {"tcp_user_timeout", "10000"}});
}

}  // namespace

CommitHints::CommitHints(const std::string& address, const std::string& instance, std::function<void()> heard,
                         std::function<void(const std::string&)> fault)
    : address_(patient_address(address)),
      channel_("vinhdanh " + instance),
      heard_(std::move(heard)),
      fault_(std::move(fault)),
      signal_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!signal_) throw std::runtime_error("no eventfd can be had");
  thread_ = std::thread([this] { live(); });
}

CommitHints::~CommitHints() {
  ending_ = true;
  signal();
  thread_.join();
}

void CommitHints::signal() const { static_cast<void>(eventfd_write(signal_.get(), 1)); }

/// Until there is something to take, or then.
void CommitHints::wait(int session, std::optional<Clock::time_point> then) {
  pollfd waits[] = {{signal_.get(), POLLIN, 0}, {session, POLLIN, 0}};
  const auto left = then ? std::chrono::ceil<std::chrono::milliseconds>(*then - Clock::now()).count() : -1;
  poll(waits, session < 0 ? 1 : 2, then ? static_cast<int>(std::max<std::int64_t>(left, 0)) : -1);
  eventfd_t count = 0;
  if (eventfd_read(signal_.get(), &count) == 0) owed_ = true;
}

void CommitHints::follow(detail::PqxxListener& listener) {
  auto free = Clock::now();
  while (!ending_) {
    if (listener.take()) heard_();
    if (owed_ && Clock::now() >= free) {
      listener.notify();
      owed_ = false;
      free = Clock::now() + between_notices;
    } else {
      wait(listener.socket(), owed_ ? std::optional(free) : std::nullopt);
    }
  }
}

void CommitHints::live() {
  std::chrono::milliseconds rest = first_rest;
  bool failing = false;
  while (!ending_) {
    std::optional<Clock::time_point> since;
    try {
      detail::PqxxListener listener(address_, channel_);
      since = Clock::now();
      heard_();
      follow(listener);
    } catch (const std::exception& what) {
      // One that lasted may break, and the next is had soon; what fails again and again is a fault.
      const bool lasted = since && Clock::now() - *since >= longest_rest;
      if (lasted) rest = first_rest;
      else if (!failing) fault_(what.what());
      failing = !lasted;
    }
    for (const auto until = Clock::now() + rest; !ending_ && Clock::now() < until;) wait(-1, until);
    rest = std::min(2 * rest, longest_rest);
  }
}

}  // namespace vinhdanh
