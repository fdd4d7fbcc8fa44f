// One node at a time has a work, another as soon as it is free, and every one where the schema knows no leases.
#include <atomic>
#include <chrono>
#include <thread>

#include "adapters/postgres/postgres_leases.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr std::int64_t long_time = 60'000;

struct TwoHolders {
  InPostgres home;
  PostgresStore other_store{{home.schema.url(), home.schema.name(), std::nullopt}};
  PostgresLeases one{home.store, "one"};
  PostgresLeases two{other_store, "two"};
};

}  // namespace

TEST_CASE("a work is one node's until it gives it back, and each work by itself", "[postgres][nodes]") {
  TwoHolders at;
  CHECK(at.one.take("time", long_time) == Leased::anew);
  CHECK(at.two.take("time", long_time) == Leased::no);
  CHECK(at.one.take("time", long_time) == Leased::still);
  CHECK(at.two.take("hooks", long_time) == Leased::anew);
  at.two.give_back("time");  // not his
  CHECK(at.two.take("time", long_time) == Leased::no);
  at.one.give_back("time");
  CHECK(at.two.take("time", long_time) == Leased::anew);
  CHECK(at.one.take("time", long_time) == Leased::no);
}

TEST_CASE("a lease that ran out is taken by whoever asks first, who knows that others were there", "[postgres][nodes]") {
  TwoHolders at;
  CHECK(at.one.take("time", 1) == Leased::anew);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(at.one.take("time", 1) == Leased::still);  // nobody came meanwhile
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(at.two.take("time", long_time) == Leased::anew);
  CHECK(at.one.take("time", long_time) == Leased::no);
}

TEST_CASE("of many that ask at once one gets it", "[postgres][nodes]") {
  InPostgres home;
  std::atomic<int> got{0};
  std::vector<std::jthread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&home, &got, i] {
      PostgresLeases leases(home.store, "node " + std::to_string(i));
      if (leases.take("time", long_time) != Leased::no) ++got;
    });
  }
  threads.clear();
  CHECK(got == 1);
}

TEST_CASE("a newer node serves a database of an older schema, where all nodes do everything", "[postgres][nodes]") {
  REQUIRE(oldest_postgres_schema() < newest_postgres_schema());
  const TemporarySchema schema(false, oldest_postgres_schema());
  PostgresStore store({schema.url(), schema.name(), std::nullopt});
  CHECK(store.schema_version() == oldest_postgres_schema());
  PostgresLeases one(store, "one");
  PostgresLeases two(store, "two");
  CHECK(one.take("time", long_time) == Leased::still);
  CHECK(two.take("time", long_time) == Leased::still);
  one.give_back("time");
}
