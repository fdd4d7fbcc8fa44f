// One node hears of another's commits at once, and of all that may have been while it did not listen.
#include "adapters/postgres/commit_hints.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "adapters/postgres/address.hpp"
#include "adapters/postgres/postgres_connection.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

template <class F>
bool soon(F holds) {
  for (const auto end = Clock::now() + 30s; Clock::now() < end; std::this_thread::sleep_for(2ms))
    if (holds()) return true;
  return false;
}

/// A node that counts what it hears.
class Counting {
 public:
  Counting(const std::string& address, const std::string& instance)
      : hints_(address, instance, [this] { ++heard_; }, [this](const std::string& fault) { note(fault); }) {}
  [[nodiscard]] int heard() const { return heard_; }
  void committed() { hints_.committed(); }
  /// Its session began, which it hears of as of a commit.
  bool listens() {
    return soon([this] { return heard_ > 0; });
  }
  bool hears(int count) {
    return soon([&] { return heard_ >= count; });
  }
  std::vector<std::string> faults() {
    const std::lock_guard lock(mutex_);
    return faults_;
  }

 private:
  void note(const std::string& fault) {
    const std::lock_guard lock(mutex_);
    faults_.push_back(fault);
  }
  std::atomic<int> heard_{0};
  std::mutex mutex_;
  std::vector<std::string> faults_;
  CommitHints hints_;  ///< last: its thread starts when everything above stands
};

void end_listeners(const TemporarySchema& schema) {
  detail::PostgresConnection root({schema.superuser_url(), schema.name()});
  root.script("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'vinhdanh hints'");
}

}  // namespace

TEST_CASE("a node hears of the others' commits and not of its own, and another installation of neither", "[postgres]") {
  const TemporarySchema schema;
  Counting one(schema.url(), "a"), two(schema.url(), "a"), stranger(schema.url(), "b");
  REQUIRE((one.listens() && two.listens() && stranger.listens()));
  one.committed();
  REQUIRE(two.hears(2));
  two.committed();  // whatever `one` was told of itself came before this
  REQUIRE(one.hears(2));
  CHECK(one.heard() == 2);
  CHECK(two.heard() == 2);
  CHECK(stranger.heard() == 1);
}

TEST_CASE("many commits are told at once", "[postgres]") {
  const TemporarySchema schema;
  Counting one(schema.url(), "a"), two(schema.url(), "a");
  REQUIRE((one.listens() && two.listens()));
  const auto began = Clock::now();
  while (Clock::now() - began < 100ms) one.committed();
  REQUIRE(two.hears(2));
  two.committed();
  REQUIRE(one.hears(2));
  one.committed();  // told after all that was
  const int before = two.heard();
  REQUIRE(two.hears(before + 1));
  CHECK(two.heard() <= 3 + (Clock::now() - began) / 10ms);
}

TEST_CASE("a session that the server ended is replaced, and what was committed meanwhile is heard of", "[postgres]") {
  const TemporarySchema schema;
  Counting one(schema.url(), "a"), two(schema.url(), "a");
  REQUIRE((one.listens() && two.listens()));
  for (int round = 1; round <= 2; ++round) {
    const int before = two.heard();
    end_listeners(schema);
    one.committed();
    REQUIRE(two.hears(before + 1));  // its new session, or the commit
    const int since = two.heard();
    one.committed();
    REQUIRE(two.hears(since + 1));
  }
}

TEST_CASE("a server that cannot be reached is told of once, and listened to when it is there", "[postgres]") {
  const TemporarySchema schema;
  const TemporaryFolder folder;
  const auto link = folder.path() / "socket";
  const auto parts = detail::address_parts(schema.url()).value();
  Counting late("user='vinhdanh_app' dbname='tests' host='" + link.string() + "'", "a");
  REQUIRE(soon([&] { return late.faults().size() == 1; }));
  late.committed();
  std::this_thread::sleep_for(500ms);  // it tries again, and fails
  CHECK(late.heard() == 0);
  CHECK(late.faults().size() == 1);
  Counting other(schema.url(), "a");
  REQUIRE(other.listens());
  std::filesystem::create_directory_symlink(parts.at("host"), link);
  CHECK(late.listens());
  CHECK(other.hears(2));  // what was committed while nobody could be told
  CHECK(late.faults().size() == 1);
}

TEST_CASE("an address keeps what it says and gets what it lacks", "[postgres]") {
  const std::string url = "postgresql://vd:se'c%5Cret@one.example:5433,two.example/vd?target_session_attrs=read-write&connect_timeout=9";
  const auto parts = detail::address_parts(detail::address_with(url, {{"connect_timeout", "5"}, {"keepalives_idle", "10"}})).value();
  const std::map<std::string, std::string> expected{{"user", "vd"},          {"password", "se'c\\ret"},
                                                    {"host", "one.example,two.example"}, {"port", "5433,"},
                                                    {"dbname", "vd"},        {"target_session_attrs", "read-write"},
                                                    {"connect_timeout", "9"}, {"keepalives_idle", "10"}};
  CHECK(parts == expected);
  CHECK(detail::address_with("what=is this", {{"connect_timeout", "5"}}) == "what=is this");
}
