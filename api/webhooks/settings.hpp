/// What the operator says about webhooks.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "adapters/webhooks/targets.hpp"
#include "engine/model/names.hpp"
#include "engine/ports/poster.hpp"

namespace vinhdanh {

/// What became of one attempt.
enum class WebhookOutcome {
  delivered,
  retried,  ///< it did not arrive, and will be sent again
  dead,     ///< it did not arrive for the last time
  skipped,  ///< its owner may not be told any more
};
VINHDANH_NAMES(WebhookOutcome, "delivered", "retried", "dead", "skipped");

/// Asked by a poster at work: true ends it.
using GivenUp = std::function<bool()>;

struct WebhookSettings {
  WebhookTargets targets;    ///< none: webhooks are off
  std::string source = "/";  ///< of the events, as a URI reference
  std::function<std::unique_ptr<Poster>(GivenUp)> new_poster;  ///< for one thread
  std::function<void(WebhookOutcome)> ended;                   ///< behind each attempt, from any thread; may be empty
  int threads = 4;                        ///< that send; without any nobody looks and sends by himself
  std::int64_t look_milliseconds = 1'000; ///< between looks at the feed, which other nodes fill too, and at what is due
  std::int64_t gather_milliseconds = 100; ///< least time between two looks, however much is committed
};

}  // namespace vinhdanh
