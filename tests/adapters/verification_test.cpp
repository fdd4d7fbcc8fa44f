// Verification of a store, from its rows to what holds across dossiers.
#include "engine/invariants/verification.hpp"

#include "adapters/memory/memory_store.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/adapters/support/run_sql.hpp"
#include "tests/engine/invariants/history.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

/// One dossier's whole life, its quota with its own stream.
struct Kept {
  History history = whole_life();
  MemoryStore store;
  CommitResult result;

  /// The hash that the history speaks of becomes the one that its content and papers have.
  void bind_content() {
    FrozenContent& content = std::get<DossierSubmitted>(history.last<DossierSubmitted>().body).content;
    const auto& paper = std::get<PaperAttached>(history.last<PaperAttached>().body).paper;
    content.hash = content_hash(content.value.commitment, {paper});
    for (Event& event : history.events) {
      if (auto* forwarded = std::get_if<DossierForwarded>(&event.body)) forwarded->content_hash = content.hash;
      if (auto* approved = std::get_if<AwardApproved>(&event.body)) approved->content_hash = content.hash;
    }
  }

  Kept() {
    bind_content();
    Change change;
    change.guards = {{StreamKind::dossier, history.id, -1}};
    change.events = history.events;
    for (EventBody body : {EventBody(PlaceReserved{"key", history.id}), EventBody(PlaceConsumed{"key", history.id})}) {
      Event event = history.events.back();
      event.stream = StreamKind::quota;
      event.stream_id = "key";
      event.id += "-" + std::string(type_of(body));
      event.from.reset();
      event.to.reset();
      event.body = std::move(body);
      change.events.push_back(std::move(event));
    }
    change.quota = {{"key", 2, QuotaStep::reserve_and_consume, history.id}};
    change.next = {fold_dossier(history.sealed())};
    result = store.commit(std::span(&change, 1)).front();
  }
  [[nodiscard]] PlanLookup plans() const {
    return [this](const DefinitionRef& ref) { return ref.sha256 == kPlan.sha256 ? &history.plan : nullptr; };
  }
  [[nodiscard]] Verification verify() const {
    return verify_dossier(store, history.id, plans(), history.organisation, history.appointments);
  }
  [[nodiscard]] StoreVerification verify_whole(const Progress& progress = {}) const {
    return verify_all(store, plans(), history.organisation, history.appointments, progress);
  }
};

}  // namespace

TEST_CASE("a kept dossier verifies, and its head is the last receipt", "[verification]") {
  const Kept kept;
  REQUIRE(kept.result.status == CommitStatus::done);
  const Verification verification = kept.verify();
  CHECK(read_aloud(verification.violations) == "");
  CHECK(verification.intact);
  CHECK(verification.events == static_cast<std::int64_t>(kept.history.events.size()));
  CHECK(verification.head == kept.result.receipts[kept.history.events.size() - 1].hash);
}

TEST_CASE("a dossier that is not there is not intact", "[verification]") {
  const Kept kept;
  const Verification verification =
      verify_dossier(kept.store, "dossier-2", kept.plans(), kept.history.organisation, kept.history.appointments);
  CHECK_FALSE(verification.intact);
  CHECK(verification.events == 0);
  CHECK(verification.head.empty());
}

TEST_CASE("a snapshot that its events do not bear out is found", "[verification]") {
  Kept kept;
  Dossier altered = *kept.store.dossier(kept.history.id);
  Change change;
  change.guards = {{StreamKind::dossier, altered.id, altered.version}};
  altered.rank = 1;
  change.next = {altered};
  REQUIRE(kept.store.commit(std::span(&change, 1)).front().status == CommitStatus::done);
  const Verification verification = kept.verify();
  CHECK_FALSE(verification.intact);
  CHECK(read_aloud(verification.violations) == "INV-15 at 18: the stored rank is not what the events say\n"
                                               "INV-15 at 18: the stored state differs from the fold of its events");
}

TEST_CASE("an event whose bytes or place were changed is found, in one dossier and in all", "[verification]") {
  InSqlite home;
  lay_ground(home.store);
  REQUIRE(commit_one(home.store, opening("dossier-1")).status == CommitStatus::done);
  REQUIRE(commit_one(home.store, withdrawing("dossier-1", 0)).status == CommitStatus::done);
  const auto [changed, found] = GENERATE(table<std::string, std::string>(
      {{"bytes = replace(bytes, '\"at\":\"20', '\"at\":\"21')", "INV-16 at 1: "}, {"n = 5", "INV-16 at 5: "}}));
  CHECK(run_sql(home.folder.path() / "data", "DROP TRIGGER events_are_not_changed; UPDATE events SET " + changed + " WHERE n = 1") == "");
  const PlanLookup no_plan = [](const DefinitionRef&) { return nullptr; };
  const Verification one = verify_dossier(home.store, "dossier-1", no_plan, {}, {});
  CHECK_FALSE(one.intact);
  CHECK(read_aloud(one.violations).starts_with(found));
  const StoreVerification whole = verify_all(home.store, no_plan, {}, {});
  CHECK_FALSE(whole.intact);
  REQUIRE_FALSE(whole.violations.empty());
  CHECK(whole.violations[0].stream == "dossier/dossier-1");
  CHECK(read_aloud(Violations{whole.violations[0]}).starts_with(found));
}

TEST_CASE("the whole store verifies, and progress is told stream by stream", "[verification]") {
  const Kept kept;
  std::vector<std::int64_t> told;
  const StoreVerification whole = kept.verify_whole([&](std::int64_t, std::int64_t events) { told.push_back(events); });
  CHECK(read_aloud(whole.violations) == "");
  CHECK(whole.intact);
  CHECK(whole.streams == 2);
  CHECK(whole.events == 21);
  CHECK(told == std::vector<std::int64_t>{19, 21});
}

TEST_CASE("a quota that its stream does not bear out is found", "[verification]") {
  Kept kept;
  Change change;
  change.quota = {{"key", 2, QuotaStep::reserve, "dossier-2"}};
  REQUIRE(kept.store.commit(std::span(&change, 1)).front().status == CommitStatus::done);
  const StoreVerification whole = kept.verify_whole();
  CHECK_FALSE(whole.intact);
  REQUIRE(whole.violations.size() == 2);
  CHECK(whole.violations[0].stream == "quota/key");
  CHECK(whole.violations[0].invariant == "INV-8");
  CHECK(whole.violations[1].stream.empty());
}

TEST_CASE("a value other than the one committed to is found, in one dossier and in all", "[verification]") {
  Kept kept;
  Change change;
  change.personal = {{"value", StreamKind::dossier, kept.history.id, "content", "salt", "{}"}};
  REQUIRE(kept.store.commit(std::span(&change, 1)).front().status == CommitStatus::done);
  CHECK(read_aloud(kept.verify().violations) ==
        "INV-16 at 2: the personal value 'content' (value) is not the one committed to");
  CHECK_FALSE(kept.verify().intact);
  const StoreVerification whole = kept.verify_whole();
  CHECK_FALSE(whole.intact);
  REQUIRE(whole.violations.size() == 1);
  CHECK(whole.violations[0].stream == "dossier/" + kept.history.id);
}

TEST_CASE("a definition that cannot be found is named", "[verification]") {
  const Kept kept;
  const Verification verification = verify_dossier(
      kept.store, kept.history.id, [](const DefinitionRef&) { return nullptr; }, kept.history.organisation,
      kept.history.appointments);
  CHECK(read_aloud(verification.violations) == "INV-5 at 0: the pinned definition is not there");
}

}  // namespace vinhdanh::test
