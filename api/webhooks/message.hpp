/// What webhooks are sent: CloudEvents 1.0 as structured JSON, signed as Standard Webhooks.
#pragma once

#include <string>

#include "engine/model/events.hpp"
#include "engine/ports/poster.hpp"
#include "engine/ports/webhooks.hpp"

namespace vinhdanh {

/// An event with what live events tell of it as its data. Its `sequence` is its number in its stream, with leading zeros so that
/// texts compare as the numbers do. `source` is a URI reference.
std::string cloud_event(const SealedEvent& event, const std::string& source);
/// That somebody tries a webhook out.
std::string ping_event(const std::string& id, const std::string& webhook, Instant at, const std::string& source);

/// Signed for one attempt at `now`, also with the secret that was replaced while that still signs.
Post signed_post(const Webhook& webhook, const std::string& id, Instant now, std::string body);

}  // namespace vinhdanh
