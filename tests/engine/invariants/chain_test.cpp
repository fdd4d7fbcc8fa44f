// The chain of a stream: numbers, hashes, canonical bytes and time.
#include "engine/invariants/chain.hpp"

#include "tests/engine/invariants/history.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

std::vector<Store::RawEvent> rows_of(const std::vector<SealedEvent>& events) {
  std::vector<Store::RawEvent> rows;
  for (const SealedEvent& sealed : events) rows.push_back({sealed.n, sealed.hash, sealed.bytes});
  return rows;
}

Violations chain_of(const std::vector<Store::RawEvent>& rows) {
  return read_chain(rows, kInstance, StreamKind::dossier, "dossier-1").violations;
}

/// Seals again from `from` on, as one does who can write to the database.
void reseal(std::vector<SealedEvent>& events, std::size_t from) {
  for (std::size_t i = from; i < events.size(); ++i) {
    const std::string prev = i == 0 ? genesis(kInstance, StreamKind::dossier, "dossier-1") : events[i - 1].hash;
    events[i] = seal(events[i].event, events[i].n, prev);
  }
}

}  // namespace

TEST_CASE("an untouched chain holds", "[invariants][chain]") {
  CHECK(read_aloud(chain_of(rows_of(whole_life().sealed()))) == "");
}

TEST_CASE("INV-16: a flipped byte is named by its event, wherever it is", "[invariants][chain]") {
  const auto rows = rows_of(whole_life().sealed());
  for (std::size_t n = 0; n < rows.size(); ++n) {
    for (std::size_t at = 0; at < rows[n].bytes.size(); at += 7) {
      auto tampered = rows;
      tampered[n].bytes[at] = static_cast<char>(tampered[n].bytes[at] ^ 1);
      const auto found = chain_of(tampered);
      REQUIRE(found.size() == 1);
      REQUIRE(found[0].invariant == "INV-16");
      REQUIRE(found[0].n == static_cast<std::int64_t>(n));
    }
  }
}

TEST_CASE("INV-16: a row rewritten with its own hash breaks the link after it", "[invariants][chain]") {
  auto events = whole_life().sealed();
  auto& body = std::get<DossierForwarded>(events[9].event.body);
  body.agrees = false;
  events[9] = seal(events[9].event, 9, events[9].prev);
  CHECK(read_aloud(chain_of(rows_of(events))) == "INV-16 at 10: the event does not follow the one before it");
}

TEST_CASE("INV-16: a chain of another installation or stream does not begin here", "[invariants][chain]") {
  const auto rows = rows_of(whole_life().sealed());
  CHECK(read_aloud(read_chain(rows, "instance-2", StreamKind::dossier, "dossier-1").violations) ==
        "INV-16 at 0: the event does not follow the one before it");
  const auto moved = read_chain(rows, kInstance, StreamKind::dossier, "dossier-2").violations;
  REQUIRE_FALSE(moved.empty());
  CHECK(moved[0].text == "the event does not follow the one before it");
}

TEST_CASE("INV-16: bytes that say the same in another way are not canonical", "[invariants][chain]") {
  const auto first = whole_life().sealed().front();
  const auto rewritten = [&](const std::string& what, const std::string& with) {
    SealedEvent event = first;
    const auto at = event.bytes.find(what);
    REQUIRE(at != std::string::npos);
    event.bytes.replace(at, what.size(), with);
    event.hash = event_hash(event.bytes);
    return read_aloud(chain_of(rows_of({event})));
  };
  const std::string finding = "INV-16 at 0: the bytes are not canonical";
  CHECK(rewritten("{", "{ ") == finding);
  CHECK(rewritten(",\"v\":1}", ",\"v\":1}\n") == finding);
  CHECK(rewritten("{", "{\"v\":1,") == finding);
  CHECK(rewritten("\"actor\"", "\"\\u0061ctor\"") == finding);
  CHECK(rewritten("\"n\":0", "\"n\":-0") == finding);
}

TEST_CASE("INV-13: a missing event is a gap", "[invariants][chain]") {
  History history = whole_life();
  auto events = history.sealed();
  events.erase(events.begin() + 4);
  reseal(events, 4);
  CHECK(read_aloud(chain_of(rows_of(events))) == "INV-13 at 5: expected event 4, but it is 5");
}

TEST_CASE("INV-24: time does not run backwards", "[invariants][chain]") {
  History history = whole_life();
  history.events[8].at = Instant{history.events[7].at.milliseconds - 1};
  CHECK(read_aloud(history) == "INV-24 at 8: it happened at " + history.events[8].at.text() + ", before " +
                                   history.events[7].at.text());
}

TEST_CASE("of a broken chain nothing else is said", "[invariants][chain]") {
  History history = whole_life();
  World world = history.world();
  world.dossiers[0].events[6].event.actor.person = "nobody";
  world.dossiers[0].events[6].bytes[20] ^= 1;
  const auto found = check_world(world);
  REQUIRE_FALSE(found.empty());
  for (const Violation& one : found) CHECK((one.invariant == "INV-16" || one.invariant == "INV-8"));
  CHECK(found[0].n == 6);
  CHECK(found[0].stream == "dossier/dossier-1");
}

}  // namespace vinhdanh::test
