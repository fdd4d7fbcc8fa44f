// What holds across dossiers: quotas recounted, nominations and decision numbers unique.
#include "engine/invariants/ledger.hpp"

#include "tests/engine/invariants/history.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

std::vector<SealedEvent> quota_stream(std::vector<EventBody> bodies) {
  std::vector<SealedEvent> events;
  for (EventBody& body : bodies) {
    const auto n = static_cast<std::int64_t>(events.size());
    events.push_back({.event = {.stream = StreamKind::quota, .stream_id = "key", .body = std::move(body)}, .n = n});
  }
  return events;
}

Decision numbered(DecisionId id, std::string number, Date date) {
  Decision decision{.id = id, .authority = "chu_tich", .authority_role = "provincial_chairman", .form = "merit"};
  decision.number = number;
  decision.date = date;
  return decision;
}

}  // namespace

TEST_CASE("INV-8: a quota is what its dossiers hold, within its limit", "[invariants]") {
  World world = whole_life().world();
  SECTION("over the limit") {
    world.quotas[0].limit = 0;
    CHECK(read_aloud(check_world(world)) == "INV-8: the quota key has 0 reserved and 1 used, but its limit is 0");
  }
  SECTION("a place that no dossier holds") {
    world.quotas[0].reserved = 1;
    CHECK(read_aloud(check_world(world)) == "INV-8: the quota key says 1 reserved and 1 used, but its dossiers hold 0 and 1");
  }
  SECTION("the wrong holder") {
    world.quotas[0].holders = {"dossier-2"};
    CHECK(read_aloud(check_world(world)).starts_with("INV-8: the quota key says 0 reserved and 1 used"));
  }
  SECTION("a quota that is not counted at all") {
    world.quotas.clear();
    CHECK(read_aloud(check_world(world)) == "INV-8: dossiers hold places of key, which no quota counts");
  }
}

TEST_CASE("INV-8: places of a dossier whose chain is broken are no fault of the quota", "[invariants]") {
  World world = whole_life().world();
  world.dossiers[0].events[3].bytes += " ";
  const std::string broken = read_aloud(check_world(world));
  CHECK(broken.starts_with("INV-16 at 3"));
  CHECK(broken.find("INV-8") == std::string::npos);
  SECTION("but more places than such dossiers could hold are") {
    world.quotas[0].reserved = 1;
    CHECK(read_aloud(check_world(world)).find("INV-8") != std::string::npos);
  }
}

TEST_CASE("INV-8: a quota's own stream is never above its limit, not even for a moment", "[invariants]") {
  const QuotaState one_of_one{.key = "key", .limit = 1, .reserved = 1, .holders = {"b"}};
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceReleased{"key", "a"}, PlaceReserved{"key", "b"}}),
                                      one_of_one)) == "");
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceReserved{"key", "b"}, PlaceReleased{"key", "a"}}),
                                      one_of_one)) == "INV-8 at 1: 2 places were taken of 1");
}

TEST_CASE("INV-9: in a quota's own stream each place is paired", "[invariants]") {
  const QuotaState used{.key = "key", .limit = 3, .consumed = 1, .holders = {"a"}};
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceConsumed{"key", "a"}}), used)) == "");
  // Taken out of an unsigned decision: freed although used, and perhaps taken again.
  const QuotaState nobody{.key = "key", .limit = 3};
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceConsumed{"key", "a"}, PlaceReleased{"key", "a"}}),
                                      nobody)) == "");
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceReleased{"key", "a"}, PlaceReleased{"key", "a"}}),
                                      nobody)) == "INV-9 at 2: a place was used or freed that was not reserved");
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceConsumed{"key", "a"}, PlaceConsumed{"key", "a"}}),
                                      used)) == "INV-9 at 2: a place was used or freed that was not reserved");
  CHECK(read_aloud(check_quota_stream(quota_stream({PlaceReserved{"key", "a"}, PlaceReserved{"key", "a"}, PlaceConsumed{"key", "a"}}),
                                      used)) == "INV-9 at 1: a dossier took a second place");
}

TEST_CASE("INV-27: one live nomination per nominee, form and movement where the plan blocks a second", "[invariants]") {
  History first;
  first.open();
  first.submit();
  History second;
  second.id = "dossier-2";
  second.open();
  second.submit();
  World world = first.world();
  world.dossiers.push_back(second.told());
  SECTION("blocked") {
    CHECK(read_aloud(check_world(world)) == "INV-27: dossiers dossier-1 and dossier-2 nominate the same for the same award");
  }
  SECTION("only warned of") {
    world.plans[0].second.settings.double_award = DoubleAward::warn;
    CHECK(read_aloud(check_world(world)) == "");
  }
  SECTION("the first was withdrawn") {
    first.add(kHead, DossierWithdrawn{}, Phase::withdrawn);
    world.dossiers[0] = first.told();
    CHECK(read_aloud(check_world(world)) == "");
  }
  SECTION("recalled to the desk") {
    second.add(kHead, DossierRecalled{}, Phase::drafting);
    world.dossiers[1] = second.told();
    CHECK(read_aloud(check_world(world)) == "");
  }
}

TEST_CASE("INV-27: a decision number is unique per authority and year", "[invariants]") {
  const Organisation organisation = small_province();
  const auto check = [&](std::vector<Decision> decisions) { return read_aloud(check_uniqueness({}, decisions, organisation)); };
  CHECK(check({numbered("a", "15/QĐ", day(2024, 12, 31)), numbered("b", "15/QĐ", day(2025, 1, 1))}) == "");
  CHECK(check({numbered("a", "15/QĐ", day(2025, 1, 1)), numbered("b", "15/QĐ", day(2025, 12, 31))}) ==
        "INV-27: decisions a and b bear the same number");
}

TEST_CASE("INV-27: our own register has no gaps; a shared series may", "[invariants]") {
  Organisation organisation = small_province();
  const std::vector<Decision> gap = {numbered("a", "1/QĐ", day(2025, 1, 1)), numbered("b", "3/QĐ", day(2025, 1, 2))};
  CHECK(read_aloud(check_uniqueness({}, gap, organisation)) == "");
  organisation.offices.at("chu_tich").numbering = Numbering::issued;
  CHECK(read_aloud(check_uniqueness({}, gap, organisation)) == "INV-27: the register of chu_tich has no decision 2 in 2025");
}

}  // namespace vinhdanh::test
