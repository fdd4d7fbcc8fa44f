// What every store promises of a commit: guards, atomicity, references, receipts and the chain.

#include "engine/codec/json.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

#define STORES InMemory, InSqlite, InPostgres

TEMPLATE_TEST_CASE("a new thing is written once", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  const CommitResult first = commit_one(home.store, opening("d1"));
  REQUIRE(first.status == CommitStatus::done);
  CHECK(home.store.dossier("d1")->code == "HS-2025-d1");

  const CommitResult second = commit_one(home.store, opening("d1"));
  CHECK(second.status == CommitStatus::stale);
  CHECK(second.detail == "d1");
  CHECK(second.receipts.empty());
  CHECK(home.store.raw_events(StreamKind::dossier, "d1").size() == 1);
}

TEMPLATE_TEST_CASE("a guard asks for the version it saw", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, opening("d1"));
  CHECK(commit_one(home.store, withdrawing("d1", 5)).status == CommitStatus::stale);
  CHECK(home.store.dossier("d1")->phase == Phase::drafting);
  CHECK(commit_one(home.store, withdrawing("d1", 0)).status == CommitStatus::done);
  CHECK(home.store.dossier("d1")->phase == Phase::withdrawn);
  CHECK(home.store.dossier("d1")->version == 1);
}

TEMPLATE_TEST_CASE("each kind of guard finds its version", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Decision numbered = decision("decision-1");
  numbered.version = 3;
  Account worker = account("p");
  worker.version = 4;
  Appointment post = appointment("a", Date(0));
  post.version = 5;
  Change change = writing({numbered, worker, post});
  change.events = {event(StreamKind::quota, "key", PlaceReserved{"key", "d"}),
                   event(StreamKind::quota, "key", PlaceReleased{"key", "d"}),
                   event(StreamKind::organisation, "office-1", AppointmentGranted{post})};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);

  const auto [kind, id, version] = GENERATE(table<StreamKind, std::string, int>(
      {{StreamKind::submission, "submission-1", 0}, {StreamKind::occasion, "occasion-1", 0},
       {StreamKind::decision, "decision-1", 3}, {StreamKind::account, "p", 4}, {StreamKind::organisation, "a", 5},
       {StreamKind::organisation, "office-1", 0}, {StreamKind::quota, "key", 1}, {StreamKind::definition, "none", -1},
       {StreamKind::dossier, "none", -1}}));
  CAPTURE(name_of(kind), id);
  Change guarded;
  guarded.guards = {{kind, id, version}};
  CHECK(commit_one(home.store, guarded).status == CommitStatus::done);
  guarded.guards = {{kind, id, version + 1}};
  CHECK(commit_one(home.store, guarded).status == CommitStatus::stale);
}

TEMPLATE_TEST_CASE("a change is written whole or not at all", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, opening("d1"));
  Change change = opening("d2");
  change.guards.push_back({StreamKind::dossier, "d1", 7});  // fails
  change.touches = {{StreamKind::submission, "submission-1", {}}};
  change.quota = {{"key", 3, QuotaStep::reserve, "d2"}};
  change.registers = {{"chairman", 2025, "1", "decision-1"}};
  change.personal = {{"value-1", StreamKind::dossier, "d2", "reason", "salt", "\"text\""}};
  change.tokens = {{"sha", "a", Instant{1}}};
  change.workspace = Workspace{"d2", 0, "{}"};
  change.answer = kept("a", "k", Instant{1000});
  REQUIRE(commit_one(home.store, change).status == CommitStatus::stale);

  CHECK_FALSE(home.store.dossier("d2"));
  CHECK(home.store.raw_events(StreamKind::dossier, "d2").empty());
  CHECK(home.store.submission("submission-1")->version == 0);
  CHECK_FALSE(home.store.quota("key"));
  const std::vector<std::string> ids = {"value-1"};
  CHECK(home.store.personal(ids).empty());
  CHECK_FALSE(home.store.token("sha"));
  CHECK_FALSE(home.store.workspace("d2"));
  CHECK_FALSE(home.store.answer("a", "k", Instant{0}));

  change.guards.pop_back();
  CHECK(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(home.store.dossier("d2"));
  CHECK(home.store.quota("key")->reserved == 1);
  CHECK(home.store.personal(ids).at("value-1").value == "\"text\"");
  CHECK(home.store.token("sha")->appointment == "a");
  CHECK(home.store.workspace("d2")->content == "{}");
  CHECK(home.store.answer("a", "k", Instant{0}));
}

TEMPLATE_TEST_CASE("a place lost at the second move undoes the first", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Change change = opening("d1");
  change.quota = {{"one", 3, QuotaStep::reserve, "d1"}, {"two", 0, QuotaStep::reserve, "d1"}};
  const CommitResult result = commit_one(home.store, change);
  CHECK(result.status == CommitStatus::place_lost);
  CHECK(result.detail == "two");
  CHECK_FALSE(home.store.quota("one"));
  CHECK_FALSE(home.store.quota("two"));
  CHECK_FALSE(home.store.dossier("d1"));
}

TEMPLATE_TEST_CASE("a refused change does not fail its neighbours", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  const std::vector<Change> batch = {opening("d1"), opening("d1"), opening("d2"),
                                     moving("key", 0, QuotaStep::reserve, "d2"), opening("d3")};
  const auto results = home.store.commit(batch);
  REQUIRE(results.size() == 5);
  CHECK(results[0].status == CommitStatus::done);
  CHECK(results[1].status == CommitStatus::stale);
  CHECK(results[2].status == CommitStatus::done);
  CHECK(results[3].status == CommitStatus::place_lost);
  CHECK(results[4].status == CommitStatus::done);
  CHECK(home.store.dossier("d3"));
  CHECK(chain_fault(home.store, StreamKind::dossier, "d1").empty());
}

TEMPLATE_TEST_CASE("a later change of a batch sees the earlier ones", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  const std::vector<Change> batch = {opening("d1"), withdrawing("d1", 0), withdrawing("d1", 0)};
  const auto results = home.store.commit(batch);
  CHECK(results[1].status == CommitStatus::done);
  CHECK(results[2].status == CommitStatus::stale);
}

TEMPLATE_TEST_CASE("nothing to commit is no fault", "[contract]", STORES) {
  TestType home;
  CHECK(home.store.commit({}).empty());
  CHECK(commit_one(home.store, Change{}).status == CommitStatus::done);
}

TEMPLATE_TEST_CASE("receipts name each event's place, and the answer keeps them", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Change change = opening("d1");
  change.events.push_back(event(StreamKind::submission, "submission-1", SubmissionOpened{"occasion-1", "unit-1", {}}));
  change.events.push_back(event(StreamKind::dossier, "d1", DossierLapsed{}));
  change.answer = kept("a", "k", Instant{1000});
  const CommitResult result = commit_one(home.store, change);
  REQUIRE(result.receipts.size() == 3);
  CHECK(result.receipts[0].stream_id == "d1");
  CHECK(result.receipts[0].n == 0);
  CHECK(result.receipts[1].stream == StreamKind::submission);
  CHECK(result.receipts[1].n == 0);
  CHECK(result.receipts[2].n == 1);

  const auto stored = home.store.raw_events(StreamKind::dossier, "d1");
  REQUIRE(stored.size() == 2);
  CHECK(result.receipts[0].hash == stored[0].hash);
  CHECK(result.receipts[2].hash == stored[1].hash);

  const auto answer = home.store.answer("a", "k", Instant{0});
  REQUIRE(answer);
  const auto list = nlohmann::json::parse(answer->receipts);
  REQUIRE(list.size() == 3);
  CHECK(list[0] == nlohmann::json({{"stream", "dossier"}, {"id", "d1"}, {"n", 0}, {"hash", stored[0].hash}}));
  CHECK(answer->receipts == list.dump());
  CHECK(answer->body == "{\"ok\":true}");
}

TEMPLATE_TEST_CASE("events are chained from the genesis of installation and stream", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, opening("d1"));
  commit_one(home.store, withdrawing("d1", 0));
  const auto sealed = home.store.events(StreamKind::dossier, "d1", 0, 10);
  REQUIRE(sealed.size() == 2);
  CHECK(sealed[0].prev == genesis(home.store.instance(), StreamKind::dossier, "d1"));
  CHECK(sealed[1].prev == sealed[0].hash);
  CHECK(sealed[1].hash == event_hash(sealed[1].bytes));
  CHECK(std::holds_alternative<DossierWithdrawn>(sealed[1].event.body));
  CHECK(sealed[1].event.actor.person == "person-1");
  CHECK(sealed[1].event.at == Instant{1'737'684'184'005});
  CHECK(chain_fault(home.store, StreamKind::dossier, "d1").empty());
}

TEMPLATE_TEST_CASE("shared streams go on from their head, so a stale head is no refusal", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  std::vector<Change> batch = {opening("d1"), opening("d2")};
  batch[0].events.push_back(event(StreamKind::decision, "decision-1", DecisionJoined{"d1"}));
  batch[1].events.push_back(event(StreamKind::decision, "decision-1", DecisionJoined{"d2"}));
  const auto results = home.store.commit(batch);
  CHECK(results[0].receipts.at(1).n == 0);
  CHECK(results[1].receipts.at(1).n == 1);
  CHECK(chain_fault(home.store, StreamKind::decision, "decision-1").empty());
}

TEMPLATE_TEST_CASE("one id in two kinds is two streams", "[contract]", STORES) {
  TestType home;
  Change change;
  change.events = {event(StreamKind::decision, "x", DecisionJoined{"d"}),
                   event(StreamKind::quota, "x", PlaceReserved{"x", "d"})};
  const auto result = commit_one(home.store, change);
  CHECK(result.receipts.at(0).n == 0);
  CHECK(result.receipts.at(1).n == 0);
  CHECK(home.store.events(StreamKind::decision, "x", 0, 9).at(0).prev !=
        home.store.events(StreamKind::quota, "x", 0, 9).at(0).prev);
}

TEMPLATE_TEST_CASE("a touch bumps the version and nothing else", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, writing({decision("decision-1")}));
  Change change = opening("d1");
  change.touches = {{StreamKind::submission, "submission-1", {}}, {StreamKind::decision, "decision-1", DecisionState::open}};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(home.store.submission("submission-1")->version == 1);
  CHECK(home.store.submission("submission-1")->unit == "unit-1");
  CHECK(home.store.decision("decision-1")->version == 1);
  CHECK(home.store.find_submissions({}).at(0).version == 1);

  Change guarded;
  guarded.guards = {{StreamKind::submission, "submission-1", 1}, {StreamKind::decision, "decision-1", 1}};
  CHECK(commit_one(home.store, guarded).status == CommitStatus::done);
}

TEMPLATE_TEST_CASE("a touch asks for the decision's state, and for the thing itself", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Decision done = decision("decision-1");
  done.state = DecisionState::signed_;
  commit_one(home.store, writing({done}));
  const auto touch = GENERATE(Touch{StreamKind::decision, "decision-1", DecisionState::open},
                              Touch{StreamKind::decision, "none", {}}, Touch{StreamKind::submission, "none", {}},
                              Touch{StreamKind::dossier, "d1", {}});
  Change change = opening("d1");
  change.touches = {touch};
  const CommitResult result = commit_one(home.store, change);
  CHECK(result.status == CommitStatus::stale);
  CHECK(result.detail == touch.id);
  CHECK_FALSE(home.store.dossier("d1"));
}

TEMPLATE_TEST_CASE("external references are unique in their scope", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Dossier first = dossier("d1");
  first.external_ref = "ref";
  REQUIRE(commit_one(home.store, opening(first)).status == CommitStatus::done);

  Dossier second = dossier("d2");
  second.external_ref = "ref";
  const CommitResult clash = commit_one(home.store, opening(second));
  CHECK(clash.status == CommitStatus::reference_taken);
  CHECK(clash.detail == "ref");
  second.unit = "unit-2";
  CHECK(commit_one(home.store, opening(second)).status == CommitStatus::done);

  first.phase = Phase::withdrawn;
  first.version = 1;
  CHECK(commit_one(home.store, writing({first})).status == CommitStatus::done);  // it may keep its own

  Submission a = submission("s-a");
  a.external_ref = "ref";
  Submission b = submission("s-b");
  b.external_ref = "ref";
  CHECK(commit_one(home.store, writing({a})).status == CommitStatus::done);
  CHECK(commit_one(home.store, writing({b})).status == CommitStatus::reference_taken);

  Occasion o1 = occasion("o1");
  o1.external_ref = "ref";
  Occasion o2 = occasion("o2");
  o2.external_ref = "ref";
  CHECK(commit_one(home.store, writing({o1})).status == CommitStatus::done);
  CHECK(commit_one(home.store, writing({o2})).status == CommitStatus::reference_taken);
  o2.territory = "lang_son";
  CHECK(commit_one(home.store, writing({o2})).status == CommitStatus::done);

  Decision q1 = decision("q1");
  q1.external_ref = "ref";
  Decision q2 = decision("q2");
  q2.external_ref = "ref";
  CHECK(commit_one(home.store, writing({q1})).status == CommitStatus::done);
  CHECK(commit_one(home.store, writing({q2})).status == CommitStatus::reference_taken);
}

TEMPLATE_TEST_CASE("one change cannot give a reference or a number twice", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Dossier one = dossier("d1");
  Dossier two = dossier("d2");
  one.external_ref = two.external_ref = "ref";
  CHECK(commit_one(home.store, writing({one, two})).status == CommitStatus::reference_taken);
  CHECK_FALSE(home.store.dossier("d1"));

  Change numbers;
  numbers.registers = {{"chairman", 2025, "7", "q1"}, {"chairman", 2025, "7", "q2"}};
  CHECK(commit_one(home.store, numbers).status == CommitStatus::number_taken);
}

TEMPLATE_TEST_CASE("a number is given once per authority and year", "[contract]", STORES) {
  TestType home;
  Change change;
  change.registers = {{"chairman", 2025, "417/QD-UBND", "q1"}};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  const CommitResult clash = commit_one(home.store, change);
  CHECK(clash.status == CommitStatus::number_taken);
  CHECK(clash.detail == "417/QD-UBND");
  change.registers[0].year = 2026;
  CHECK(commit_one(home.store, change).status == CommitStatus::done);
  change.registers[0] = {"director", 2025, "417/QD-UBND", "q3"};
  CHECK(commit_one(home.store, change).status == CommitStatus::done);
}

TEMPLATE_TEST_CASE("the acting appointment must be in force", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, writing({appointment("a", Date(100), Date(200)), appointment("open", Date(100)),
                                  account("person of a"), account("person of open")}));
  const auto acting = [&](const std::string& id, int day) {
    Change change;
    change.acting = id;
    change.acting_on = Date(day);
    return commit_one(home.store, change).status;
  };
  CHECK(acting("a", 99) == CommitStatus::not_in_role);
  CHECK(acting("a", 100) == CommitStatus::done);
  CHECK(acting("a", 200) == CommitStatus::done);
  CHECK(acting("a", 201) == CommitStatus::not_in_role);
  CHECK(acting("open", 9000) == CommitStatus::done);
  CHECK(acting("none", 150) == CommitStatus::not_in_role);

  commit_one(home.store, writing({account("person of open", true)}));
  CHECK(acting("open", 150) == CommitStatus::not_in_role);

  Change change = opening("d1");
  change.acting = "none";
  CHECK(commit_one(home.store, change).detail == "none");
  CHECK_FALSE(home.store.dossier("d1"));
}

TEMPLATE_TEST_CASE("a kept answer settles a key once, until it has expired", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Change change = opening("d1");
  change.answer = kept("a", "k", Instant{1000});
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);

  Change again = opening("d2");
  again.answer = kept("a", "k", Instant{3000});
  again.answer->status = 409;
  const CommitResult twin = commit_one(home.store, again);
  CHECK(twin.status == CommitStatus::duplicate_key);
  CHECK(twin.detail == "k");
  CHECK_FALSE(home.store.dossier("d2"));
  CHECK(home.store.answer("a", "k", Instant{999})->status == 201);
  CHECK_FALSE(home.store.answer("a", "other", Instant{999}));
  CHECK_FALSE(home.store.answer("b", "k", Instant{999}));

  CHECK_FALSE(home.store.answer("a", "k", Instant{1000}));
  CHECK(commit_one(home.store, again).status == CommitStatus::done);
  CHECK(home.store.answer("a", "k", Instant{1000})->status == 409);
}

TEMPLATE_TEST_CASE("the same key replays rather than going stale", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  Change change = opening("d1");
  change.answer = kept("a", "k", Instant{1000});
  commit_one(home.store, change);
  CHECK(commit_one(home.store, change).status == CommitStatus::duplicate_key);
}

TEMPLATE_TEST_CASE("a personal value is never overwritten", "[contract]", STORES) {
  TestType home;
  Change change;
  change.personal = {{"v", StreamKind::submission, "s", "name", "salt", "\"first\""}};
  commit_one(home.store, change);
  change.personal[0].value = "\"second\"";
  commit_one(home.store, change);
  const std::vector<std::string> ids = {"v", "none"};
  const auto found = home.store.personal(ids);
  REQUIRE(found.size() == 1);
  CHECK(found.at("v").value == "\"first\"");
  CHECK(found.at("v").stream == StreamKind::submission);
  CHECK(found.at("v").stream_id == "s");
  CHECK(found.at("v").path == "name");
  CHECK(found.at("v").salt == "salt");
}

TEMPLATE_TEST_CASE("a definition's bytes are never edited in place", "[contract]", STORES) {
  TestType home;
  const DefinitionRecord first{"plan", {"plan-a", 1, "hash-1"}, "{\"a\":1}", false};
  REQUIRE(commit_one(home.store, writing({first})).status == CommitStatus::done);
  const DefinitionRecord edited{"plan", {"plan-a", 1, "hash-2"}, "{\"a\":2}", false};
  CHECK(commit_one(home.store, writing({edited})).status == CommitStatus::stale);
  DefinitionRecord activated = first;
  activated.active = true;
  CHECK(commit_one(home.store, writing({activated})).status == CommitStatus::done);
  commit_one(home.store, writing({DefinitionRecord{"plan", {"plan-a", 2, "hash-2"}, "{\"a\":2}", false},
                                  DefinitionRecord{"law", {"law-a", 1, "hash-3"}, "{}", false}}));
  const auto all = home.store.definitions();
  REQUIRE(all.size() == 3);
  CHECK(all[0].kind == "law");
  CHECK(all[1].active);
  CHECK(all[1].bytes == "{\"a\":1}");
  CHECK(all[2].ref.version == 2);
  CHECK_FALSE(all[2].active);
}

namespace {

Change claiming(const std::string& id, std::optional<std::string> key) {
  Change change = opening(id);
  change.guards.clear();
  change.claims = {{id, std::move(key)}};
  return change;
}

}  // namespace

TEMPLATE_TEST_CASE("a nomination is one dossier's until it is given up", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  REQUIRE(commit_one(home.store, claiming("d1", "m/form/office/x")).status == CommitStatus::done);
  CHECK(commit_one(home.store, claiming("d1", "m/form/office/x")).status == CommitStatus::done);
  CHECK(commit_one(home.store, claiming("d3", "m/form/office/y")).status == CommitStatus::done);

  const CommitResult second = commit_one(home.store, claiming("d2", "m/form/office/x"));
  CHECK(second.status == CommitStatus::nomination_exists);
  CHECK(second.detail == "d1");
  CHECK_FALSE(home.store.dossier("d2"));

  REQUIRE(commit_one(home.store, claiming("d1", {})).status == CommitStatus::done);
  CHECK(commit_one(home.store, claiming("d2", "m/form/office/x")).status == CommitStatus::done);
}

TEMPLATE_TEST_CASE("another nomination takes the place of the dossier's own", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  commit_one(home.store, claiming("d1", "m/form/office/x"));
  REQUIRE(commit_one(home.store, claiming("d1", "m/form/office/y")).status == CommitStatus::done);
  CHECK(commit_one(home.store, claiming("d2", "m/form/office/y")).detail == "d1");
  CHECK(commit_one(home.store, claiming("d2", "m/form/office/x")).status == CommitStatus::done);
}

TEMPLATE_TEST_CASE("of two that claim a nomination together the second is refused", "[contract]", STORES) {
  TestType home;
  lay_ground(home.store);
  const std::vector<Change> batch = {claiming("d1", "key"), claiming("d2", "key")};
  const auto results = home.store.commit(batch);
  CHECK(results[0].status == CommitStatus::done);
  CHECK(results[1].status == CommitStatus::nomination_exists);
  CHECK(results[1].detail == "d1");

  Change both = opening("d3");
  both.claims = {{"d3", "other"}, {"d4", "other"}};
  const CommitResult within = commit_one(home.store, both);
  CHECK(within.status == CommitStatus::nomination_exists);
  CHECK(within.detail == "d3");
  CHECK_FALSE(home.store.dossier("d3"));
}
