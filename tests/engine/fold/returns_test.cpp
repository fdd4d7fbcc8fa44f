// Returns, resubmissions and recalls: each expected state is written from ADR 0001, "What a send does".
#include "tests/engine/codec/same.hpp"
#include "tests/engine/fold/story.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a return to the unit opens the points and resumes at the returning stage", "[fold]") {
  auto story = at_council();
  story.proposed("council").returned_to_unit("council");
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::returned);
  CHECK(d.stage == "council");
  CHECK(d.returned_from == "council");
  CHECK_FALSE(d.proposal);
  REQUIRE(d.points.size() == 1);
  CHECK(d.points[0].open);
  CHECK(endorsement(d, "review").valid);
  CHECK(endorsement(d, "appraisal").valid);
}

TEST_CASE("a resubmission within the points carries endorsements to the returning stage", "[fold]") {
  auto story = at_council();
  story.returned_to_unit("council").resubmitted("council", 2);
  story.tell("deputy", EndorsementCarried{"review", "h1", "h2"})
      .tell("deputy", EndorsementCarried{"appraisal", "h1", "h2"});
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::awaiting_receipt);
  CHECK(d.stage == "council");
  CHECK(same(*d.content, frozen(2)));
  CHECK(same(without_clock(*d.sender), Sender{"deputy", "deputy_office", {}, true}));
  CHECK(d.submitters == std::vector<PersonId>{"head", "deputy"});
  CHECK_FALSE(d.points[0].open);
  CHECK(same(*d.points[0].answer, personal("answer")));
  CHECK(endorsement(d, "review").content_hash == "h2");
  CHECK(endorsement(d, "appraisal").valid);
  CHECK(d.returned_from == "council");
  story.received("council");
  CHECK_FALSE(d.returned_from);
}

TEST_CASE("a resubmission outside the points voids endorsements and attestations", "[fold]") {
  auto story = at_council();
  story.tell("member", CriteriaAttested{"council", {{"a", Attestation::met, {}}}}, Phase::under_review);
  story.returned_to_unit("council").resubmitted("review", 2, {"review", "appraisal"});
  const auto& d = story.dossier;
  CHECK(d.stage == "review");
  CHECK_FALSE(endorsement(d, "review").valid);
  CHECK_FALSE(endorsement(d, "appraisal").valid);
  CHECK(endorsement(d, "review").content_hash == "h1");
  CHECK(d.attestations.empty());

  story.received("review").forwarded("review", "appraisal");
  CHECK(d.endorsements.size() == 2);
  CHECK(endorsement(d, "review").valid);
  CHECK(endorsement(d, "review").content_hash == "h2");
  CHECK(d.returned_from == "council");
  story.received("appraisal").forwarded("appraisal", "council");
  CHECK_FALSE(d.returned_from);
}

TEST_CASE("attestations stay when nothing was voided", "[fold]") {
  auto story = at_council();
  story.tell("member", CriteriaAttested{"council", {{"a", Attestation::met, {}}}}, Phase::under_review);
  story.returned_to_unit("council").resubmitted("council", 2);
  CHECK(story.dossier.attestations.size() == 1);
}

TEST_CASE("a second return on the way keeps the later stage to come back to", "[fold]") {
  auto story = at_council();
  story.returned_to_unit("council").resubmitted("review", 2, {"review", "appraisal"}).received("review");
  story.returned_to_unit("review");
  CHECK(story.dossier.returned_from == "council");
  CHECK(story.dossier.stage == "review");
}

TEST_CASE("a return to an earlier stage makes it speak again and holds no open point", "[fold]") {
  auto story = at_council();
  story.returned_to_stage("council", "review");
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::awaiting_receipt);
  CHECK(d.stage == "review");
  CHECK(d.returned_from == "council");
  CHECK_FALSE(endorsement(d, "review").valid);
  CHECK(endorsement(d, "appraisal").valid);
  CHECK_FALSE(d.points.at(0).open);
  CHECK(d.sender->stage == "council");
  story.received("review").forwarded("review", "council");
  CHECK(endorsement(d, "review").valid);
  CHECK_FALSE(d.returned_from);
}

TEST_CASE("recalling the first sending puts the draft back on the desk", "[fold]") {
  Story story;
  story.opened().submitted().tell("head", DossierRecalled{{}, {}, {}}, Phase::drafting);
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::drafting);
  CHECK_FALSE(d.stage);
  CHECK_FALSE(d.sender);
  CHECK(d.submitters == std::vector<PersonId>{"head"});
  CHECK(d.entered == story.now());
}

TEST_CASE("recalling a resubmission opens its points again; carried stays carried", "[fold]") {
  auto story = at_council();
  story.returned_to_unit("council").resubmitted("council", 2).tell("deputy", EndorsementCarried{"review", "h1", "h2"});
  story.tell("deputy", DossierRecalled{{}, {}, {}}, Phase::returned);
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::returned);
  CHECK(d.stage == "council");
  CHECK(d.returned_from == "council");
  CHECK(d.points.at(0).open);
  CHECK_FALSE(d.points[0].answer);
  CHECK(endorsement(d, "review").content_hash == "h2");
  CHECK(d.content->version == 2);
}

TEST_CASE("recalling a resubmission that voided keeps it voided and resumes at the first voided stage", "[fold]") {
  auto story = at_council();
  story.returned_to_unit("council").resubmitted("review", 2, {"review", "appraisal"});
  story.tell("deputy", DossierRecalled{{}, {}, {}}, Phase::returned);
  CHECK(story.dossier.stage == "review");
  CHECK_FALSE(endorsement(story.dossier, "review").valid);
}

TEST_CASE("an office that recalls its forward takes its endorsement back", "[fold]") {
  Story story;
  story.opened().submitted().received("review").proposed("review").forwarded("review", "appraisal");
  story.tell("head_of_review", DossierRecalled{"review", {"review"}, {}}, Phase::under_review);
  const auto& d = story.dossier;
  CHECK(d.stage == "review");
  CHECK(d.phase == Phase::under_review);
  CHECK(d.endorsements.empty());
  CHECK_FALSE(d.proposal);
}

TEST_CASE("an office that recalls its return gives the earlier stage its voice back", "[fold]") {
  auto story = at_council();
  story.returned_to_stage("council", "review");
  story.tell("head_of_council", DossierRecalled{"council", {}, {"review"}}, Phase::under_review);
  const auto& d = story.dossier;
  CHECK(d.stage == "council");
  CHECK(endorsement(d, "review").valid);
  CHECK_FALSE(d.returned_from);
}
