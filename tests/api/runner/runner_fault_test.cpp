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
  Deps deps{p.store, p.lists, notices,  p.webhooks, p.duties, p.sign_in, p.access_log, *p.committer,
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

namespace {

/// Another node has the work until somebody says so; then this one has it.
class OneLease final : public Leases {
 public:
  Leased take(const std::string&, std::int64_t) override {
    ++asked;
    if (elsewhere) return Leased::no;
    return std::exchange(had, true) ? Leased::still : Leased::anew;
  }
  void give_back(const std::string&) override { given_back = true; }
  std::atomic<bool> elsewhere{true};
  std::atomic<int> asked{0};
  std::atomic<bool> given_back{false};
  bool had = false;
};

}  // namespace

TEST_CASE("a node whose turn it is not does nothing, and all that is due once it is", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  OneLease leases;
  Deps deps = *p.deps;
  deps.leases = &leases;
  {
    const Runner runner(deps, p.options, Logger(p.clock, [](const std::string&) {}));
    REQUIRE(comes_true([&] { return leases.asked > 1; }));
    CHECK(p.count(p.intake(), "dossier_arrived") == 0);
    leases.elsewhere = false;
    CHECK(comes_true([&] { return p.count(p.intake(), "dossier_arrived") == 1; }));
  }
  CHECK(leases.given_back);
}

TEST_CASE("whoever takes the work over looks at the whole day again", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  Pass pass = p.new_pass();
  pass.run();
  REQUIRE_FALSE(pass.new_day());
  pass.forget();
  CHECK(pass.new_day());
}
