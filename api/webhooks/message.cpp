// The attributes of CloudEvents 1.0 with its extension `sequence`, and the headers of Standard Webhooks 1.0.
#include "api/webhooks/message.hpp"

#include <algorithm>

#include "adapters/webhooks/signature.hpp"
#include "api/live/event_note.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using Attributes = nlohmann::ordered_json;

const std::string type_prefix = "vn.vinhdanh.";
constexpr std::size_t sequence_digits = 10;

Attributes attributes(const std::string& id, const std::string& source, std::string_view type) {
  return {{"specversion", "1.0"}, {"id", id}, {"source", source}, {"type", type_prefix + std::string(type)}};
}

std::string sequence_of(std::int64_t n) {
  const std::string digits = std::to_string(n);
  return std::string(sequence_digits - std::min(sequence_digits, digits.size()), '0') + digits;
}

}  // namespace

std::string cloud_event(const SealedEvent& sealed, const std::string& source) {
  const Event& event = sealed.event;
  Attributes message = attributes(event.id, source, type_of(event.body));
  message["subject"] = std::string(name_of(event.stream)) + "/" + event.stream_id;
  message["time"] = event.at.text();
  message["sequence"] = sequence_of(sealed.n);
  message["datacontenttype"] = "application/json";
  message["data"] = note_of(sealed);
  return message.dump();
}

std::string ping_event(const std::string& id, const std::string& webhook, Instant at, const std::string& source) {
  Attributes message = attributes(id, source, "ping");
  message["subject"] = "webhook/" + webhook;
  message["time"] = at.text();
  message["datacontenttype"] = "application/json";
  message["data"] = {{"webhook", webhook}};
  return message.dump();
}

Post signed_post(const Webhook& webhook, const std::string& id, Instant now, std::string body) {
  const std::int64_t seconds = now.milliseconds / 1000;
  std::string signatures = webhook_signature(webhook.secret, id, seconds, body);
  if (!webhook.earlier_secret.empty() && now < webhook.earlier_until)
    signatures += " " + webhook_signature(webhook.earlier_secret, id, seconds, body);
  return {webhook.url,
          {{"Content-Type", "application/cloudevents+json"},
           {"webhook-id", id},
           {"webhook-timestamp", std::to_string(seconds)},
           {"webhook-signature", std::move(signatures)}},
          std::move(body)};
}

}  // namespace vinhdanh
