// Events as bytes: frozen golden files, the way there and back, and what is said of bytes that are not ours.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "engine/codec/codec.hpp"
#include "tests/engine/codec/same.hpp"
#include "tests/engine/codec/samples.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string golden(const Event& event) {
  const auto path =
      std::string(VINHDANH_SOURCE_DIR) + "/tests/engine/codec/golden/" + std::string(type_of(event.body)) + ".v1.json";
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

const Event& sample(const std::vector<Event>& events, std::string_view type) {
  return *std::ranges::find_if(events, [&](const Event& event) { return type_of(event.body) == type; });
}

}  // namespace

TEST_CASE("there is one sample of every type of event", "[codec]") {
  const auto events = sample_events();
  REQUIRE(events.size() == std::variant_size_v<EventBody::Variant>);
  for (std::size_t i = 0; i < events.size(); ++i) CHECK(events[i].body.index() == i);
  std::set<std::string_view> types;
  for (const auto& event : events) types.insert(type_of(event.body));
  CHECK(types.size() == events.size());
}

TEST_CASE("the bytes of every event are those of its golden file", "[codec]") {
  const auto events = sample_events();
  for (std::size_t i = 0; i < events.size(); ++i) {
    CAPTURE(type_of(events[i].body));
    CHECK(canonical_bytes(events[i], static_cast<std::int64_t>(i), hex('b')) == golden(events[i]));
  }
}

TEST_CASE("golden files read back to the values they were written from", "[codec]") {
  const auto events = sample_events();
  for (std::size_t i = 0; i < events.size(); ++i) {
    CAPTURE(type_of(events[i].body));
    const auto bytes = golden(events[i]);
    const auto sealed = read_event(bytes);
    CHECK(same_event(sealed.event, events[i]));
    CHECK(sealed.n == static_cast<std::int64_t>(i));
    CHECK(sealed.prev == hex('b'));
    CHECK(sealed.bytes == bytes);
    CHECK(sealed.hash == event_hash(bytes));
  }
}

TEST_CASE("a changed member makes another value and other bytes", "[codec]") {
  const auto events = sample_events();
  auto changed = sample(events, "dossier_ranked");
  std::get<DossierRanked>(changed.body).rank = 3;
  CHECK_FALSE(same_event(changed, sample(events, "dossier_ranked")));
  CHECK(canonical_bytes(changed, 10, hex('b')) != golden(changed));
}

TEST_CASE("bytes that are not ours are refused by type and member", "[codec]") {
  const auto bytes = golden(sample(sample_events(), "dossier_ranked"));
  const auto said = [](const std::string& text) -> std::string {
    try {
      (void)read_event(text);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "nothing";
  };
  CHECK(said(bytes) == "nothing");
  CHECK(said("") == "event envelope: not a JSON object");
  CHECK(said("[]") == "event envelope: not a JSON object");
  CHECK(said(replaced(bytes, "dossier_ranked", "dossier_renked")) == "event dossier_renked: unknown type");
  CHECK(said(replaced(bytes, "\"v\":1", "\"v\":2")) == "event dossier_ranked: unknown version 2");
  CHECK(said(replaced(bytes, "\"v\":1", "\"v\":0")) == "event dossier_ranked: unknown version 0");
  CHECK(said(replaced(bytes, "\"rank\":2", "\"rank\":\"2\"")) == "event dossier_ranked /body/rank: wrong_type");
  CHECK(said(replaced(bytes, "\"rank\":2,", "")) == "event dossier_ranked /body/rank: missing_member");
  CHECK(said(replaced(bytes, "\"rank\":2", "\"rank\":2,\"why\":1")) ==
        "event dossier_ranked /body/why: unknown_member");
  CHECK(said(replaced(bytes, "\"n\":10,", "")) == "event /n: missing_member");
  CHECK(said(replaced(bytes, "office_head", "office_hand")) == "event /actor/role: bad_value");
  CHECK(said(replaced(bytes, "\"v\":1", "\"v\":1,\"w\":1")) == "event /w: unknown_member");
}

TEST_CASE("a chain: each prev is the hash before, the first the genesis", "[codec]") {
  const auto events = sample_events();
  std::string prev = genesis("installation", StreamKind::dossier, uuid(10));
  for (std::int64_t n = 0; n < 5; ++n) {
    const auto sealed = seal(events[static_cast<std::size_t>(n)], n, prev);
    const auto read = read_event(sealed.bytes);
    CHECK(read.prev == prev);
    CHECK(read.n == n);
    CHECK(read.hash == sealed.hash);
    auto flipped = sealed.bytes;
    flipped[flipped.size() / 2] ^= 1;
    CHECK(event_hash(flipped) != sealed.hash);
    prev = sealed.hash;
  }
}
