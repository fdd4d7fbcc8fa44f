// What a change holds: its guard and touches, events that name their definition, no personal text, the folded snapshot.
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {


/// A dossier's life with a word from everyone, ending in an award.
DossierId long_life(Fixture& f) {
  const DossierId id = f.open();
  f.today = day(2025, 2, 3);
  REQUIRE(accepted(f.act(unit_head(), Submit{letter(), "mật: trình muộn"}, id)));
  f.bring_to(id, "review");
  f.act(labour_head(), Attest{{{"united", {Attestation::not_applicable, "mật: không áp dụng"}}}}, id);
  f.act(labour_specialist(), Propose{ProposalKind::forward, "mật: đề xuất"}, id);
  f.act(labour_head(), ReturnForRework{std::nullopt, letter(), {{"other", "/achievement", "mật: sửa"}}, std::nullopt},
        id);
  f.workspaces[id].achievement = "mật: thành tích";
  f.act(unit_head(), Resubmit{{{f.dossier().points.front().id, "mật: đã sửa"}}}, id);
  f.bring_to(id, "appraisal");
  f.act(labour_specialist(), GiveOpinion{false, "mật: ý kiến"}, id);
  f.act(home_head(), RecordCorrection{"/nominee/name", "mật: Xã An Thịnh"}, id);
  REQUIRE(accepted(f.act(unit_clerk(), ConfirmCorrection{}, id)));
  f.bring_to(id, "decision", true);
  REQUIRE(accepted(f.act(chairman(), Approve{f.open_decision()}, id)));
  REQUIRE(accepted(f.act(chairman(), Sign{}, id)));
  REQUIRE(accepted(f.act(chairman_clerk(), Number{"15/QĐ-UBND", f.today}, id)));
  return id;
}

}  // namespace

TEST_CASE("a long life ends in an award with its decision's number") {
  Fixture f;
  const DossierId id = long_life(f);
  const Dossier& dossier = f.dossiers.at(id);
  CHECK(dossier.phase == Phase::awarded);
  REQUIRE(dossier.result);
  CHECK(dossier.result->number == "15/QĐ-UBND");
  CHECK(dossier.result->authority == "provincial_chairman");
  CHECK(dossier.result->form == "merit");
  CHECK(f.workspaces.at(id).nominee.name == "mật: Xã An Thịnh");
  CHECK(f.workspace_versions.at(id) == 1);
}

TEST_CASE("no event holds a personal text; each is kept apart under a commitment that matches") {
  Fixture f;
  const DossierId id = long_life(f);
  std::int64_t n = 0;
  for (const Event& event : f.log) {
    CHECK(canonical_bytes(event, n++, "").find("mật") == std::string::npos);
  }
  std::set<std::string> paths;
  for (const auto& [value_id, value] : f.personal) {
    paths.insert(value.path);
    CHECK(value.stream_id == id);
    CHECK(value.salt.size() == 64);
  }
  CHECK(paths == std::set<std::string>{"answer", "attestation", "content", "correction", "opinion", "proposal",
                                       "reason", "return_point"});
  const PersonalValue& content = f.personal.at(f.dossier().content->value.id);
  CHECK(f.dossier().content->value.commitment == commitment(content.salt, content.path, content.value));
  CHECK(f.dossier().content->hash == content_hash(f.dossier().content->value.commitment, f.dossier().papers));
}

TEST_CASE("every event of a dossier steps from where the last one led, under the plan it is pinned to") {
  Fixture f;
  long_life(f);
  Phase at = Phase::drafting;
  std::set<std::string> ids;
  for (const Event& event : f.log) {
    CHECK(ids.insert(event.id).second);
    CHECK(event.definition->sha256 == "hash");
    CHECK(event.at == morning(event.at.legal_date()));
    if (event.stream != StreamKind::dossier) continue;
    REQUIRE(event.from);
    REQUIRE(event.to);
    CHECK(*event.from == at);
    at = *event.to;
  }
  CHECK(at == Phase::awarded);
}

TEST_CASE("a change is guarded by the version it saw and touches the submission, an approval also its open decision") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "decision", true);
  const Dossier before = f.dossiers.at(id);
  const DecisionId decision = f.open_decision();
  const Outcome outcome = f.attempt(chairman(), Approve{decision}, id);
  const Change& change = std::get<Change>(outcome);
  REQUIRE(change.guards.size() == 1);
  CHECK(change.guards.front().version == before.version);
  CHECK(change.acting == "long-decider");
  CHECK(change.acting_on == f.today);
  REQUIRE(change.touches.size() == 2);
  CHECK(change.touches[0].kind == StreamKind::submission);
  CHECK_FALSE(change.touches[0].required_state);
  CHECK(change.touches[1].id == decision);
  CHECK(change.touches[1].required_state == DecisionState::open);
  std::int64_t own_events = 0;
  bool joined = false;
  for (const Event& event : change.events) {
    own_events += event.stream == StreamKind::dossier;
    joined = joined || (event.stream == StreamKind::decision && std::holds_alternative<DecisionJoined>(event.body));
  }
  CHECK(joined);
  CHECK(std::get<Dossier>(change.next.front()).version == before.version + own_events);
}

TEST_CASE("an edit is allowed or not, and makes no change of its own") {
  Fixture f;
  const Outcome outcome = f.attempt(unit_clerk(), EditContent{}, f.open());
  const Change& change = std::get<Change>(outcome);
  CHECK(change.events.empty());
  CHECK(change.next.empty());
  CHECK(change.touches.empty());
}

TEST_CASE("a confirmed correction freezes the corrected member and carries every endorsement") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal");
  f.act(home_head(), RecordCorrection{"/nominee/title", "Chủ tịch xã"}, id);
  const Content before = f.frozen.at(id);
  REQUIRE(accepted(f.act(unit_head(), ConfirmCorrection{}, id)));
  CHECK(f.frozen.at(id).nominee.title == "Chủ tịch xã");
  CHECK(f.frozen.at(id).achievement == before.achievement);
  CHECK(f.dossier().content->version == 2);
  CHECK_FALSE(f.dossier().correction);
  REQUIRE(f.dossier().endorsements.size() == 1);
  CHECK(f.dossier().endorsements.front().valid);
  CHECK(f.dossier().endorsements.front().content_hash == f.dossier().content->hash);
}

TEST_CASE("results from outside: the board's on the way, the Prime Minister's at the end, or a no") {
  Fixture f;
  const DossierId id = f.open("pm_merit");
  f.bring_to(id, "board");
  REQUIRE(accepted(f.act(recorder(), RecordResult{true, {"20/BTĐKT", f.today}, DocumentRef{"7/TTr", f.today}}, id)));
  CHECK(f.dossier().phase == Phase::awaiting_receipt);
  CHECK(f.dossier().stage == "result");
  CHECK_FALSE(f.dossier().result);
  f.act(recorder(), Receive{}, id);
  const Dossier before = f.dossier();
  REQUIRE(accepted(f.act(recorder(), RecordResult{false, {"99/QĐ-TTg", f.today}, std::nullopt}, id)));
  CHECK(f.dossier().phase == Phase::not_awarded);
  f.dossiers[id] = before;
  REQUIRE(accepted(f.act(recorder(), RecordResult{true, {"99/QĐ-TTg", f.today}, std::nullopt}, id)));
  CHECK(f.dossier().phase == Phase::awarded);
  CHECK(f.dossier().result->number == "99/QĐ-TTg");
}

}  // namespace vinhdanh::test
