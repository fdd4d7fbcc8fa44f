// A commit at one node is looked at by whoever follows commits at another, without waiting for the next regular look.
#include <atomic>
#include <chrono>
#include <thread>

#include "adapters/postgres/postgres_connection.hpp"
#include "api/composition.hpp"
#include "api/live/live_events.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t an_hour = 3'600'000;

template <class F>
bool comes(F holds) {
  for (const auto end = std::chrono::steady_clock::now() + 30s; std::chrono::steady_clock::now() < end;
       std::this_thread::sleep_for(5ms))
    if (holds()) return true;
  return false;
}

const Actor clerk{"person-1", "appointment-1", "unit-1", Role::unit_clerk, Capacity::holder, {}};

/// A node whose listeners would hear nothing for an hour if it were not told to look.
class Following {
 public:
  explicit Following(const Home& home) : house_(home, std::nullopt) {
    house_.hear_other_nodes([](const std::string&) {});
  }
  Installation& house() { return house_; }
  /// It hears of other nodes, and its listener has looked for the last time in an hour.
  bool is_quiet() {
    if (!comes([this] { return woken_ > 0; })) return false;
    std::this_thread::sleep_for(1s);
    return true;
  }
  bool hears(const std::string& id) {
    return comes([&] {
      const auto text = stream_->take();
      if (text) heard_ += *text;
      return heard_.find("\"id\":\"" + id + "\"") != std::string::npos;
    });
  }

 private:
  Installation house_;
  Deps deps_ = house_.deps();
  LiveEvents live_{deps_, [](const HttpRequest&) { return clerk; }, LiveSettings{10, an_hour, an_hour}};
  std::atomic<int> woken_{0};
  CommitFollowers::Place follows_ = house_.follow_commits([this] {
    live_.wake();
    ++woken_;
  });
  std::shared_ptr<Stream> stream_ = live_.listen({}, clerk, std::nullopt);
  std::string heard_;
};

void commit_at(Installation& house, const std::string& dossier) {
  std::atomic<bool> done{false};
  house.committer().submit(opening(dossier), [&](const Fate& fate) {
    CHECK(fate.result.status == CommitStatus::done);
    done = true;
  });
  REQUIRE(comes([&] { return done.load(); }));
}

}  // namespace

TEST_CASE("what one node commits is heard at another whose next look is an hour away, also after its session was ended",
          "[postgres][nodes]") {
  const TemporarySchema schema;
  const Home home{{}, schema.url(), schema.name()};
  Installation one(home, std::nullopt);
  lay_ground(one.store());
  one.hear_other_nodes([](const std::string&) {});
  Following two(home);
  REQUIRE(two.is_quiet());
  commit_at(one, "d1");
  CHECK(two.hears("d1"));
  commit_at(two.house(), "d2");  // its own, too
  CHECK(two.hears("d2"));
  detail::PostgresConnection root({schema.superuser_url(), schema.name()});
  root.script("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'vinhdanh hints'");
  commit_at(one, "d3");
  CHECK(two.hears("d3"));
}

TEST_CASE("whoever follows commits is called after those that wrote, and not once he left", "[nodes]") {
  const TemporaryFolder folder;
  Installation house(Home{folder.path() / "data", "", ""}, std::nullopt);
  lay_ground(house.store());
  house.hear_other_nodes([](const std::string&) {});  // there are none
  std::atomic<int> first{0}, second{0};
  const auto stays = house.follow_commits([&] { ++first; });
  {
    const auto leaves = house.follow_commits([&] { ++second; });
    commit_at(house, "d1");
    CHECK(first == 1);
    CHECK(second == 1);
  }
  std::atomic<bool> refused{false};
  house.committer().submit(opening("d1"), [&](const Fate& fate) { refused = fate.result.status == CommitStatus::stale; });
  REQUIRE(comes([&] { return refused.load(); }));
  CHECK(first == 1);
  commit_at(house, "d2");
  CHECK(first == 2);
  CHECK(second == 1);
}
