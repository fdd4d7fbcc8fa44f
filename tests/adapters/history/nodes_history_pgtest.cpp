// Clients at several nodes read and write the same things at once, write down what they saw, and the checker finds no fault in it;
// the same over stores that are wrong in one way each, and it does.
#include <atomic>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <thread>

#include "tests/adapters/history/history.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr int things = 3;
constexpr int clients = 16;
constexpr std::int64_t places = 3;

/// A way to a node: the node's own, or one that is wrong.
struct Way {
  std::function<std::optional<Dossier>(const DossierId&)> read;
  std::function<CommitResult(const Change&)> commit;
};

Way straight(Store& node) {
  return {[&node](const DossierId& id) { return node.dossier(id); }, [&node](const Change& it) { return commit_one(node, it); }};
}

/// Forgets the If-Match.
Way unguarded(Store& node) {
  Way way = straight(node);
  way.commit = [&node](Change it) {
    it.guards.clear();
    return commit_one(node, it);
  };
  return way;
}

/// Reads what it read some time ago, as from a standby that lags behind.
Way lagging(Store& node) {
  Way way = straight(node);
  const auto kept = std::make_shared<std::map<DossierId, std::pair<int, Dossier>>>();
  way.read = [&node, kept](const DossierId& id) -> std::optional<Dossier> {
    auto& [age, dossier] = (*kept)[id];
    if (age++ % 6 == 0) dossier = node.dossier(id).value();
    return dossier;
  };
  return way;
}

/// Counts first and takes then, under a limit that always has room.
Way counting(Store& node) {
  Way way = straight(node);
  way.commit = [&node](Change it) {
    for (QuotaMove& move : it.quota) {
      if (move.step != QuotaStep::reserve) continue;
      const auto now = node.quota(move.key);
      if (now && static_cast<std::int64_t>(now->holders.size()) >= places) return CommitResult{CommitStatus::place_lost, move.key, {}};
      move.limit = 1'000;
    }
    return commit_one(node, it);
  };
  return way;
}

class Client {
 public:
  Client(int number, Way way, ClientHistory& history, unsigned seed)
      : number_(number), way_(std::move(way)), history_(history), random_(seed + static_cast<unsigned>(number)) {}

  void act() {
    const std::string thing = "d" + std::to_string(random_() % things);
    switch (random_() % 4) {
      case 0: read(thing); break;
      case 1: move_place(); break;
      default: write(thing); break;
    }
  }

 private:
  std::int64_t read(const std::string& thing) {
    const auto begun = history_.moment();
    const auto version = way_.read(thing).value().version;
    history_.add(Operation{Operation::Kind::read, thing, version, begun, history_.moment(), number_});
    return version;
  }
  void write(const std::string& thing) {
    const auto seen = read(thing);
    const auto begun = history_.moment();
    const auto result = way_.commit(withdrawing(thing, seen));
    if (result.status == CommitStatus::done)
      history_.add(Operation{Operation::Kind::write, thing, seen + 1, begun, history_.moment(), number_});
  }
  void move_place() {
    const bool take = holder_.empty();
    const std::string holder = take ? "h" + std::to_string(number_) + "-" + std::to_string(++held_) : holder_;
    const auto begun = history_.moment();
    const auto result =
        way_.commit(moving("k", static_cast<int>(places), take ? QuotaStep::reserve : QuotaStep::release_reserved, holder));
    if (result.status != CommitStatus::done) return;
    history_.add(PlaceOperation{take ? PlaceOperation::Kind::taken : PlaceOperation::Kind::given_back, "k", holder, begun,
                                history_.moment()});
    holder_ = take ? holder : "";
  }

  int number_;
  Way way_;
  ClientHistory& history_;
  std::mt19937 random_;
  std::string holder_;
  int held_ = 0;
};

struct Faults {
  std::vector<std::string> order;
  std::vector<std::string> places;
  std::size_t operations = 0;
};

Faults faults_of(const std::function<Way(Store&)>& way, int acts) {
  TemporarySchema schema;
  PostgresStore one({schema.url(), schema.name(), std::nullopt});
  PostgresStore other({schema.url(), schema.name(), std::nullopt});
  lay_ground(one);
  for (int i = 0; i < things; ++i) commit_one(one, opening("d" + std::to_string(i)));
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  ClientHistory history;
  std::atomic<int> failed{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < clients; ++i) {
      threads.emplace_back([&, i] {
        try {
          Client client(i, way(i % 2 == 0 ? static_cast<Store&>(one) : other), history, seed);
          for (int act = 0; act < acts; ++act) client.act();
        } catch (const std::exception&) {
          ++failed;
        }
      });
    }
  }
  CHECK(failed == 0);
  return {order_faults(history.operations()), place_faults(history.places(), places),
          history.operations().size() + history.places().size()};
}

}  // namespace

TEST_CASE("what clients of two nodes saw can have happened in one order, and no place was given too many", "[postgres][nodes][history]") {
  const Faults found = faults_of(straight, rounds_or(40));
  for (const auto* some : {&found.order, &found.places}) {
    if (!some->empty()) UNSCOPED_INFO(some->front());
    CHECK(some->empty());
  }
  std::cout << "history: " << found.operations << " operations of " << clients << " clients at two nodes\n";
}

TEST_CASE("the checker finds what a store does that is wrong", "[postgres][nodes][history]") {
  const int acts = rounds_or(40);
  SECTION("versions that nobody compares") { CHECK_FALSE(faults_of(unguarded, acts).order.empty()); }
  SECTION("reads of a copy that lags behind") { CHECK_FALSE(faults_of(lagging, acts).order.empty()); }
  SECTION("places that are counted first and taken then") { CHECK_FALSE(faults_of(counting, acts).places.empty()); }
}
