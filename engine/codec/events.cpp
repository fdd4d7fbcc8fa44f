// Canonical bytes of events, and the way back by a table of type and version.
#include <array>
#include <map>
#include <stdexcept>
#include <utility>

#include "engine/codec/codec.hpp"
#include "engine/codec/direct.hpp"
#include "engine/codec/event_types.hpp"
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
  bool (*read_directly)(detail::DirectReader& reader, EventBody& body) = nullptr;
};

template <class Body>
EventBody read_body(const json& body, const std::string& type) {
  return read_as<Body>(body, type + " /body");
}

template <class Body>
bool read_body_of(detail::DirectReader& reader, EventBody& body) {
  return reader.read(body.emplace<Body>());
}

template <class... Bodies>
std::map<std::string_view, BodyReader> readers_of(const std::variant<Bodies...>*) {
  return {{Bodies::type, BodyReader{Bodies::version, &read_body<Bodies>, &read_body_of<Bodies>}}...};
}

const BodyReader* find_reader(std::string_view type) {
  static const auto readers = readers_of(static_cast<const EventBody*>(nullptr));
  const auto found = readers.find(type);
  return found == readers.end() ? nullptr : &found->second;
}

const BodyReader& reader_for(const std::string& type) {
  const auto* found = find_reader(type);
  if (found == nullptr) fail(type, "unknown type");
  return *found;
}

bool read_body_directly(std::string_view type, int version, std::string_view text, EventBody& body) {
  const auto* of_type = find_reader(type);
  detail::DirectReader reader(text);
  return of_type != nullptr && of_type->version == version && of_type->read_directly(reader, body) && reader.at_end();
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

bool is_event_type(std::string_view name) { return find_reader(name) != nullptr; }

std::string canonical_bytes(const Event& event, std::int64_t n, std::string_view prev) {
  using detail::write_value;
  std::string out;
  out.reserve(1'024);
  const auto text = [&](std::string_view key, std::string_view value) {
    out += key;
    detail::write_text(out, value);
  };
  out += R"({"actor":)";
  write_value(out, event.actor);
  out += R"(,"at":)";
  write_value(out, event.at);
  out += R"(,"body":)";
  std::visit([&](const auto& body) { write_value(out, body); }, event.body);
  if (event.definition) {
    out += R"(,"definition":)";
    write_value(out, *event.definition);
  }
  text(R"(,"event":)", event.id);
  if (event.from) text(R"(,"from":)", name_of(*event.from));
  text(R"(,"id":)", event.stream_id);
  out += R"(,"n":)";
  detail::write_integer(out, n);
  text(R"(,"prev":)", prev);
  text(R"(,"stream":)", name_of(event.stream));
  if (event.to) text(R"(,"to":)", name_of(*event.to));
  text(R"(,"type":)", type_of(event.body));
  out += R"(,"v":)";
  detail::write_integer(out, std::visit([]<class Body>(const Body&) { return Body::version; }, event.body));
  out += '}';
  return out;
}

OpenBytes open_bytes(const Event& event) {
  constexpr std::string_view before_number = R"(,"n":)";
  constexpr std::string_view place = R"(0,"prev":"")";
  const std::string bytes = canonical_bytes(event, 0, "");
  // The last one: what follows it holds names only, so the body before it may say what it likes.
  const auto at = bytes.rfind(std::string(before_number) + std::string(place)) + before_number.size();
  return {bytes.substr(0, at), bytes.substr(at + place.size())};
}

namespace {

/// Canonical bytes of an event in its current version; anything else is read the long way, which says what is wrong.
bool read_directly(std::string_view bytes, SealedEvent& sealed) {
  detail::DirectReader reader(bytes);
  Event& event = sealed.event;
  const auto member = [&](std::string_view key, auto& value) { return reader.eat(key) && reader.read(value); };
  const auto optional = [&](std::string_view key, auto& value) { return !reader.eat(key) || reader.read(value); };
  if (!member(R"({"actor":)", event.actor) || !member(R"(,"at":)", event.at) || !reader.eat(R"(,"body":)")) return false;
  const auto body = reader.skip();  // its type comes later
  std::string type;
  int version = 0;
  const bool rest = body && optional(R"(,"definition":)", event.definition) && member(R"(,"event":)", event.id) &&
                    optional(R"(,"from":)", event.from) && member(R"(,"id":)", event.stream_id) &&
                    member(R"(,"n":)", sealed.n) && member(R"(,"prev":)", sealed.prev) &&
                    member(R"(,"stream":)", event.stream) && optional(R"(,"to":)", event.to) &&
                    member(R"(,"type":)", type) && member(R"(,"v":)", version) && reader.eat('}') && reader.at_end();
  return rest && read_body_directly(type, version, *body, event.body);
}

}  // namespace

SealedEvent read_event(std::string_view bytes) {
  {
    SealedEvent direct;
    if (read_directly(bytes, direct)) {
      direct.hash = event_hash(bytes);
      direct.bytes = bytes;
      return direct;
    }
  }
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
