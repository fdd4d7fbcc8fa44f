// Two jobs run at once, a few wait.
#include "adapters/work_line.hpp"

#include <atomic>
#include <future>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("at most two jobs run at once, sixteen wait, the next is not taken", "[work-line]") {
  std::promise<void> gate;
  const auto opened = gate.get_future().share();
  std::atomic<int> running{0};
  std::atomic<int> most{0};
  std::atomic<int> done{0};
  std::promise<void> both;
  {
    WorkLine line;
    const auto job = [&] {
      const int now = ++running;
      int seen = most;
      while (seen < now && !most.compare_exchange_weak(seen, now)) {
      }
      if (now == 2 && done == 0) both.set_value();
      opened.wait();
      --running;
      ++done;
    };
    REQUIRE(line.start(job));
    REQUIRE(line.start(job));
    both.get_future().wait();
    for (std::size_t i = 0; i < WorkLine::most_waiting; ++i) CHECK(line.start(job));
    CHECK_FALSE(line.start(job));
    gate.set_value();
    while (done < 18) std::this_thread::yield();
    CHECK(line.start([&] { ++done; }));
    while (done < 19) std::this_thread::yield();
  }
  CHECK(most == 2);
}
