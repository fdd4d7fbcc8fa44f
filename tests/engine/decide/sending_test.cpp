// Where a dossier goes when it is sent on, back, again or recalled, and what becomes of its endorsements.
#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {

Payload council_forward() { return Forward{letter(), std::nullopt, minutes()}; }
Payload give_back(std::string pointer, std::optional<StageId> to = std::nullopt) {
  return ReturnForRework{to, letter(), {{"content_unclear", std::move(pointer), "viết rõ hơn"}}, std::nullopt};
}
Payload answers(const Dossier& dossier) {
  Resubmit resubmit;
  for (const ReturnPoint& point : dossier.points) resubmit.answers.push_back({point.id, "đã sửa"});
  return resubmit;
}

const Endorsement* endorsement(const Dossier& dossier, const StageId& stage) {
  const auto found = std::ranges::find(dossier.endorsements, stage, &Endorsement::stage);
  return found == dossier.endorsements.end() ? nullptr : &*found;
}
bool stands(const Dossier& dossier, const StageId& stage) {
  const Endorsement* found = endorsement(dossier, stage);
  return found && found->valid && found->content_hash == dossier.content->hash;
}

template <class Body>
std::vector<Body> made(const Outcome& outcome, StreamKind stream = StreamKind::dossier) {
  std::vector<Body> bodies;
  for (const Event& event : std::get<Change>(outcome).events) {
    if (event.stream != stream) continue;
    if (const auto* body = std::get_if<Body>(&event.body)) bodies.push_back(*body);
  }
  return bodies;
}

}  // namespace

TEST_CASE("the first receipt pins the era, a later one does not") {
  Fixture f;
  const DossierId id = f.open();
  f.act(unit_head(), Submit{letter(), std::nullopt}, id);
  CHECK_FALSE(f.dossier().era);
  f.bring_to(id, "review");
  CHECK(f.dossier().era == "E1");
  REQUIRE(f.dossier().law);
  CHECK(f.dossier().law->sha256 == "law-hash");
  f.today = day(2025, 3, 2);
  f.bring_to(id, "appraisal");
  CHECK(f.dossier().era == "E1");
}

TEST_CASE("a return resubmitted within its points goes straight back, with endorsements carried") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "advice");
  const std::string old_hash = f.dossier().content->hash;
  REQUIRE(accepted(f.act(secretary(), give_back("/achievement"), id)));
  CHECK(f.dossier().phase == Phase::returned);
  f.workspaces[id].achievement = "Giảm nghèo nhanh";
  const Outcome outcome = f.act(unit_head(), answers(f.dossier()), id);
  REQUIRE(accepted(outcome));
  CHECK(made<DossierResubmitted>(outcome).front().changed == std::vector<std::string>{"/achievement"});
  CHECK(made<EndorsementCarried>(outcome).size() == 2);
  CHECK(f.dossier().stage == "advice");
  CHECK(f.dossier().content->version == 2);
  CHECK(f.dossier().content->hash != old_hash);
  CHECK(stands(f.dossier(), "review"));
  CHECK(stands(f.dossier(), "appraisal"));
  CHECK_FALSE(f.dossier().attestations.empty());
}

TEST_CASE("a change outside the points voids every endorsement and starts at the first of them") {
  for (const bool by_paper : {false, true}) {
    Fixture f;
    const DossierId id = f.open();
    f.bring_to(id, "advice");
    f.act(secretary(), give_back("/achievement"), id);
    if (by_paper)
      REQUIRE(accepted(f.act(unit_clerk(), AttachPaper{{.id = "p", .slot = "report", .commitment = "new"}}, id)));
    else
      f.workspaces[id].figures.single["poor_now"].value = *Decimal::parse("55");
    const Outcome outcome = f.act(unit_head(), answers(f.dossier()), id);
    REQUIRE(accepted(outcome));
    const auto resubmitted = made<DossierResubmitted>(outcome).front();
    CHECK(resubmitted.changed ==
          std::vector<std::string>{by_paper ? "/papers/report" : "/figures/single/poor_now/value"});
    CHECK(resubmitted.voided == std::vector<StageId>{"review", "appraisal"});
    CHECK(f.dossier().stage == "review");
    CHECK_FALSE(stands(f.dossier(), "review"));
    CHECK(f.dossier().attestations.empty());
  }
}

TEST_CASE("what fell between must speak again before the dossier jumps back") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "decision");
  f.act(chairman(), give_back("/achievement"), id);
  f.workspaces[id].nominee.name = "Xã khác";
  f.act(unit_head(), answers(f.dossier()), id);
  CHECK(f.dossier().stage == "review");
  CHECK(f.dossier().returned_from == "decision");
  f.bring_to(id, "review", true);
  f.act(labour_head(), Attest{{{"united", {}}}}, id);
  REQUIRE(accepted(f.act(labour_head(), forward(), id)));
  CHECK(f.dossier().stage == "appraisal");
}

TEST_CASE("a point names its member and all under it, not its neighbours by spelling") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal");
  f.act(home_head(), give_back("/figures"), id);
  f.workspaces[id].figures.single["poor_now"].source = "05/BC";
  CHECK(made<EndorsementCarried>(f.act(unit_head(), answers(f.dossier()), id)).size() == 1);

  f.act(home_intake(), Receive{}, id);
  f.act(home_head(), give_back("/achievement"), id);
  f.workspaces[id].achievement_from = day(2022, 1, 1);
  const Outcome outcome = f.act(unit_head(), answers(f.dossier()), id);
  REQUIRE(accepted(outcome));
  CHECK(made<DossierResubmitted>(outcome).front().changed == std::vector<std::string>{"/achievement_from"});
  CHECK(made<DossierResubmitted>(outcome).front().voided == std::vector<StageId>{"review"});
}

TEST_CASE("a point on the whole names no member") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal");
  f.act(home_head(), give_back(""), id);
  f.workspaces[id].achievement = "Khác hẳn";
  const Outcome outcome = f.act(unit_head(), answers(f.dossier()), id);
  CHECK(made<DossierResubmitted>(outcome).front().voided == std::vector<StageId>{"review"});
}

TEST_CASE("returned to an earlier stage, it speaks again and the dossier jumps back") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "decision");
  REQUIRE(accepted(f.act(chairman(), give_back("/achievement", "review"), id)));
  CHECK(f.dossier().phase == Phase::awaiting_receipt);
  CHECK(f.dossier().stage == "review");
  CHECK(f.dossier().returned_from == "decision");
  CHECK_FALSE(stands(f.dossier(), "review"));
  f.act(labour_intake(), Receive{}, id);
  f.act(labour_specialist(), Propose{ProposalKind::forward, std::nullopt}, id);
  REQUIRE(accepted(f.act(labour_head(), forward(), id)));
  CHECK(f.dossier().stage == "decision");
  CHECK(stands(f.dossier(), "review"));
  CHECK_FALSE(f.dossier().returned_from);
}

TEST_CASE("a stage that was asked again and asks the unit must still speak after the resubmission") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "decision");
  f.act(chairman(), give_back("/achievement", "appraisal"), id);
  f.act(home_intake(), Receive{}, id);
  f.act(home_head(), give_back("/achievement"), id);
  f.workspaces[id].achievement = "Giảm nghèo bền vững";
  REQUIRE(accepted(f.act(unit_head(), answers(f.dossier()), id)));
  CHECK(f.dossier().stage == "appraisal");
  CHECK(f.dossier().returned_from == "decision");
}

TEST_CASE("whoever sent last may take it back until it is received") {
  Fixture f;
  const DossierId id = f.open();
  f.act(unit_head(), Submit{letter(), std::nullopt}, id);
  REQUIRE(accepted(f.act(unit_head(), Recall{}, id)));
  CHECK(f.dossier().phase == Phase::drafting);
  CHECK_FALSE(f.dossier().stage);

  f.bring_to(id, "review", true);
  f.act(labour_head(), Attest{{{"united", {}}}}, id);
  f.act(labour_head(), forward(), id);
  CHECK(stands(f.dossier(), "review"));
  REQUIRE(accepted(f.act(labour_head(), Recall{}, id)));
  CHECK(f.dossier().phase == Phase::under_review);
  CHECK(f.dossier().stage == "review");
  CHECK_FALSE(endorsement(f.dossier(), "review"));
}

TEST_CASE("a recalled resubmission has its points open again") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal");
  f.act(home_head(), give_back("/achievement"), id);
  f.workspaces[id].achievement = "Giảm nghèo nhanh";
  f.act(unit_head(), answers(f.dossier()), id);
  REQUIRE(accepted(f.act(unit_head(), Recall{}, id)));
  CHECK(f.dossier().phase == Phase::returned);
  CHECK(f.dossier().points.front().open);
  CHECK(stands(f.dossier(), "review"));
  REQUIRE(accepted(f.act(unit_head(), answers(f.dossier()), id)));
  CHECK(f.dossier().stage == "appraisal");
}

TEST_CASE("a recalled return gives the earlier stage its endorsement back") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal");
  f.act(home_head(), give_back("/achievement", "review"), id);
  CHECK_FALSE(stands(f.dossier(), "review"));
  REQUIRE(accepted(f.act(home_head(), Recall{}, id)));
  CHECK(f.dossier().stage == "appraisal");
  CHECK(stands(f.dossier(), "review"));
}

TEST_CASE("the lawful overlaps: the director appraises and sits in the council, the Chairman chairs it and signs") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "advice");
  CHECK(accepted(f.attempt(actor("quang", "hoi_dong", Role::council_secretariat), council_forward(), id)));
  REQUIRE(accepted(f.act(actor("long", "hoi_dong", Role::council_secretariat), council_forward(), id)));
  f.bring_to(id, "decision", true);
  CHECK(accepted(f.attempt(chairman(), Approve{f.open_decision()}, id)));
  const Actor director = actor("quang", "chu_tich", Role::decider);
  CHECK(codes(f.attempt(director, Approve{"decision-1"}, id)) == std::vector<Reason>{Reason::already_acted});
}

TEST_CASE("a disagreeing head still forwards, with his opinion kept apart") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "review", true);
  f.act(labour_head(), Attest{{{"united", {}}}}, id);
  REQUIRE(accepted(f.act(labour_head(), ForwardWithDisagreement{letter(), "chưa vững chắc", std::nullopt}, id)));
  const Endorsement* found = endorsement(f.dossier(), "review");
  REQUIRE(found);
  CHECK_FALSE(found->agrees);
  CHECK(f.personal.at(found->opinion->id).value == "\"chưa vững chắc\"");
}

}  // namespace vinhdanh::test
