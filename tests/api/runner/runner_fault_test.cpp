// The thread meets a fault of the storage and goes on by itself.
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "api/runner/runner.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/api/runner/wrapped_notices.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// The feed cannot be read until somebody says so.
class BrokenFeed final : public WrappedNotices {
 public:
  using WrappedNotices::WrappedNotices;
  std::vector<FedEvent> feed(const FeedPlace& after, int limit) const override {
    if (broken) {
      ++faults;
      throw StorageUnavailable("the feed is broken");
    }
    return WrappedNotices::feed(after, limit);
  }
  std::atomic<bool> broken{true};
  mutable std::atomic<int> faults{0};
};

template <class F>
bool comes_true(F holds) {
  for (int i = 0; i < 1500; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

}  // namespace

TEST_CASE("a runner that met a fault says so once a try, and catches up when storage is back", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  BrokenFeed notices(p.notices);
  Deps deps{p.store, p.lists, notices,  p.duties, p.sign_in, p.access_log, *p.committer,
            p.blobs, p.clock, p.fresh,  p.deps->rulebook,    p.deps->lifecycle, {},       {}};
  std::mutex mutex;
  std::vector<std::string> log;
  const Runner runner(deps, p.options, Logger(p.clock, [&](const std::string& line) {
    const std::lock_guard lock(mutex);
    log.push_back(line);
  }));
  REQUIRE(comes_true([&] { return notices.faults > 0; }));
  CHECK(p.count(p.intake(), "dossier_arrived") == 0);
  notices.broken = false;
  CHECK(comes_true([&] { return p.count(p.intake(), "dossier_arrived") == 1; }));
  const std::lock_guard lock(mutex);
  CHECK(log.size() == static_cast<std::size_t>(notices.faults));
  CHECK(log.at(0).find("the feed is broken") != std::string::npos);
}
