// When what failed is sent again.
#include "api/webhooks/retries.hpp"

#include <limits>
#include <set>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

constexpr Instant now{1'700'000'000'000};

Delivery failed(int attempts, const std::string& event = "e") {
  return {{"w", StreamKind::dossier, "d", 3}, event, attempts, {}, false, ""};
}

std::int64_t pause_of(const Delivery& delivery, const std::optional<std::int64_t>& asked = std::nullopt) {
  return next_attempt(delivery, now, asked).value().milliseconds - now.milliseconds;
}

}  // namespace

TEST_CASE("pauses grow from 5 seconds to 10 hours, and behind the eighth attempt it is given up", "[webhooks]") {
  const std::vector<std::int64_t> seconds{5, 300, 1'800, 7'200, 18'000, 36'000, 36'000};
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    const auto pause = pause_of(failed(static_cast<int>(i) + 1));
    CAPTURE(i, pause);
    CHECK(pause >= seconds[i] * 900);
    CHECK(pause <= seconds[i] * 1'100);
  }
  CHECK_FALSE(next_attempt(failed(8), now, std::nullopt));
  CHECK_FALSE(next_attempt(failed(8), now, 60));
}

TEST_CASE("those that failed together do not come back together", "[webhooks]") {
  std::set<std::int64_t> pauses;
  for (int i = 0; i < 100; ++i) pauses.insert(pause_of(failed(2, std::to_string(i))));
  CHECK(pauses.size() > 80);
  CHECK(*pauses.begin() < 280'000);
  CHECK(*pauses.rbegin() > 320'000);
}

TEST_CASE("a receiver is not pressed sooner than it asks, for at most a day", "[webhooks]") {
  CHECK(pause_of(failed(1), 60) == 60'000);
  CHECK(pause_of(failed(1), 1) == pause_of(failed(1)));
  CHECK(pause_of(failed(6), 60) == pause_of(failed(6)));
  CHECK(pause_of(failed(1), 10'000'000) == 86'400'000);
  CHECK(pause_of(failed(1), std::numeric_limits<std::int64_t>::max()) == 86'400'000);
  CHECK(pause_of(failed(1), -5) == pause_of(failed(1)));
}
