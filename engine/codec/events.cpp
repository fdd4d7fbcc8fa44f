// Canonical bytes of events, and the way back by a table of type and version.
#include <array>
#include <map>
#include <stdexcept>
#include <utility>

#include "engine/codec/codec.hpp"
#include "engine/codec/reflect.hpp"

namespace vinhdanh {
namespace {

using nlohmann::json;

[[noreturn]] void fail(const std::string& where, const std::string& what) {
  throw std::runtime_error("event " + where + ": " + what);
}

template <class T>
T read_as(const json& value, const std::string& where) {
  auto decoded = decode_stored<T>(value);
  if (!decoded.value) fail(where + decoded.errors[0].pointer, decoded.errors[0].code);
  return std::move(*decoded.value);
}

/// How a body of an older version becomes one of the next version. The stored bytes stay as they are.
struct Upcast {
  std::string_view type;
  int from_version;
  void (*raise)(json& body);
};
constexpr std::array<Upcast, 0> kUpcasts{};

struct BodyReader {
  int version = 0;
  EventBody (*read)(const json& body, const std::string& type) = nullptr;
};

template <class Body>
EventBody read_body(const json& body, const std::string& type) {
  return read_as<Body>(body, type + " /body");
}

template <class... Bodies>
std::map<std::string_view, BodyReader> readers_of(const std::variant<Bodies...>*) {
  return {{Bodies::type, BodyReader{Bodies::version, &read_body<Bodies>}}...};
}

const BodyReader& reader_for(const std::string& type) {
  static const auto readers = readers_of(static_cast<const EventBody*>(nullptr));
  const auto found = readers.find(type);
  if (found == readers.end()) fail(type, "unknown type");
  return found->second;
}

EventBody read_versioned(const std::string& type, int version, json body) {
  const auto& reader = reader_for(type);
  if (version < 1 || version > reader.version) fail(type, "unknown version " + std::to_string(version));
  for (; version < reader.version; ++version) {
    for (const auto& upcast : kUpcasts) {
      if (upcast.type == type && upcast.from_version == version) upcast.raise(body);
    }
  }
  return reader.read(body, type);
}

/// Takes the members of the envelope out one by one, so that what is left over is unknown.
class Envelope {
 public:
  explicit Envelope(std::string_view bytes) : json_(json::parse(bytes, nullptr, false)) {
    if (!json_.is_object()) fail("envelope", "not a JSON object");
  }
  json take(const std::string& name) {
    const auto found = json_.find(name);
    if (found == json_.end()) fail("/" + name, "missing_member");
    json value = std::move(*found);
    json_.erase(found);
    return value;
  }
  template <class T>
  T read(const std::string& name) {
    return read_as<T>(take(name), "/" + name);
  }
  template <class T>
  std::optional<T> read_if_any(const std::string& name) {
    if (!json_.contains(name)) return std::nullopt;
    return read<T>(name);
  }
  void expect_end() const {
    if (!json_.empty()) fail("/" + json_.begin().key(), "unknown_member");
  }

 private:
  json json_;
};

}  // namespace

std::string_view type_of(const EventBody& body) {
  return std::visit([]<class Body>(const Body&) { return Body::type; }, body);
}

std::string canonical_bytes(const Event& event, std::int64_t n, std::string_view prev) {
  json object = {
      {"stream", name_of(event.stream)}, {"id", event.stream_id}, {"n", n}, {"prev", prev}, {"event", event.id},
      {"type", type_of(event.body)},     {"at", event.at.text()}};
  object["actor"] = to_json_value(event.actor);
  if (event.definition) object["definition"] = to_json_value(*event.definition);
  if (event.from) object["from"] = name_of(*event.from);
  if (event.to) object["to"] = name_of(*event.to);
  std::visit(
      [&]<class Body>(const Body& body) {
        object["v"] = Body::version;
        object["body"] = to_json_value(body);
      },
      event.body);
  return object.dump();
}

SealedEvent read_event(std::string_view bytes) {
  Envelope envelope(bytes);
  SealedEvent sealed;
  sealed.n = envelope.read<std::int64_t>("n");
  sealed.prev = envelope.read<std::string>("prev");
  sealed.hash = event_hash(bytes);
  sealed.bytes = bytes;
  Event& event = sealed.event;
  event.stream = envelope.read<StreamKind>("stream");
  event.stream_id = envelope.read<std::string>("id");
  event.id = envelope.read<std::string>("event");
  event.at = envelope.read<Instant>("at");
  event.actor = envelope.read<Actor>("actor");
  event.definition = envelope.read_if_any<DefinitionRef>("definition");
  event.from = envelope.read_if_any<Phase>("from");
  event.to = envelope.read_if_any<Phase>("to");
  const auto type = envelope.read<std::string>("type");
  const auto version = envelope.read<int>("v");
  event.body = read_versioned(type, version, envelope.take("body"));
  envelope.expect_end();
  return sealed;
}

SealedEvent seal(const Event& event, std::int64_t n, const std::string& prev) {
  auto bytes = canonical_bytes(event, n, prev);
  auto hash = event_hash(bytes);
  return {event, n, prev, std::move(hash), std::move(bytes)};
}

}  // namespace vinhdanh
