// A dossier event by event: each expected state is written from ADR 0001, "What a send does".
#include "tests/engine/codec/same.hpp"
#include "tests/engine/fold/story.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("opening names the case and nothing of its nominee", "[fold]") {
  Story story;
  story.opened();
  const auto& d = story.dossier;
  CHECK(d.id == "d1");
  CHECK(d.code == "HS-2025-00001");
  CHECK(d.submission == "s1");
  CHECK(d.occasion == "o1");
  CHECK(same(d.plan, DefinitionRef{"plan", 2, hex('a')}));
  CHECK(d.unit == "unit");
  CHECK(d.territory == "province");
  CHECK(d.form == "provincial_merit");
  CHECK(d.subject_kind == SubjectKind::household);
  CHECK(d.category == "poor_household");
  CHECK(d.external_ref == "ref-1");
  CHECK(d.drafter == "clerk");
  CHECK(d.phase == Phase::drafting);
  CHECK_FALSE(d.stage);
  CHECK(d.version == 0);
  CHECK(d.entered == story.now());
  CHECK(d.last_event == story.now());
  CHECK_FALSE(d.nominee_person);
}

TEST_CASE("a paper supersedes the one in its slot, of the same hands", "[fold]") {
  Story story;
  story.opened();
  const auto entered = story.now();
  const auto attach = [&](const PaperId& id, const std::string& slot, std::optional<StageId> stage) {
    PaperEntry paper;
    paper.id = id;
    paper.slot = slot;
    paper.stage = std::move(stage);
    story.tell("clerk", PaperAttached{paper}, story.dossier.phase);
  };
  attach("a", "report", {});
  attach("b", "list", {});
  attach("c", "report", {});
  CHECK(story.dossier.entered == entered);
  story.submitted();
  attach("d", "report", "review");
  const auto& papers = story.dossier.papers;
  REQUIRE(papers.size() == 4);
  CHECK(papers[0].superseded);
  CHECK_FALSE(papers[1].superseded);
  CHECK_FALSE(papers[2].superseded);
  CHECK_FALSE(papers[3].superseded);
  CHECK(papers[2].frozen_before == 0);
  CHECK(papers[3].frozen_before == 1);
}

TEST_CASE("submitting freezes the content and notes who sent", "[fold]") {
  Story story;
  story.opened().submitted();
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::awaiting_receipt);
  CHECK(d.stage == "review");
  CHECK(same(*d.content, frozen(1)));
  CHECK(d.nominee_person == "nominee");
  CHECK(d.nominee_office == "nominee_office");
  CHECK(same(*d.sender, Sender{"head", "head_office", {}, false}));
  CHECK(d.submitters == std::vector<PersonId>{"head"});
  CHECK(d.entered == story.now());
  CHECK(d.version == 1);
}

TEST_CASE("a deputy and the head he signs for both count as senders", "[fold]") {
  Story story;
  story.opened().tell("deputy", DossierSubmitted{"review", frozen(1), {}, {}, {}}, Phase::awaiting_receipt, "head");
  CHECK(story.dossier.submitters == std::vector<PersonId>{"deputy", "head"});
  CHECK(story.dossier.sender->person == "deputy");
}

TEST_CASE("a change of stage alone is an entry too", "[fold]") {
  auto story = at_council();
  story.tell("intake", DossierReceived{"decision", "office", {}}, Phase::under_review);
  CHECK(story.dossier.stage == "decision");
  CHECK(story.dossier.entered == story.now());
}

TEST_CASE("the first receipt pins the era, a later one does not touch it", "[fold]") {
  auto story = at_council();
  CHECK(story.dossier.era == "E3");
  CHECK(story.dossier.phase == Phase::under_review);
  CHECK(story.dossier.stage == "council");
}

TEST_CASE("work inside a stage keeps the time of entry", "[fold]") {
  Story story;
  story.opened().submitted().received("review");
  const auto entered = story.now();
  story.tell("specialist",
             CriteriaAttested{"review", {{"a", Attestation::met, {}}, {"b", Attestation::not_met, personal("r")}}},
             Phase::under_review);
  story.tell("appraiser", CriteriaAttested{"review", {{"b", Attestation::met, {}}}}, Phase::under_review);
  story.tell("visitor", OpinionGiven{"review", "labour", "labour_office", true, personal("o1")}, Phase::under_review);
  story.tell("director", OpinionGiven{"review", "labour", "labour_office", false, personal("o2")}, Phase::under_review);
  story.tell("other", OpinionGiven{"review", "finance", "finance_office", true, personal("o3")}, Phase::under_review);
  story.tell("secretary", DossierRanked{"review", 4}, Phase::under_review);
  const auto& d = story.dossier;
  REQUIRE(d.attestations.size() == 2);
  CHECK(d.attestations[1].value == Attestation::met);
  CHECK_FALSE(d.attestations[1].reason);
  REQUIRE(d.opinions.size() == 2);
  CHECK(same(d.opinions[0], Opinion{"review", "labour", "labour_office", "director", false, personal("o2")}));
  CHECK(d.rank == 4);
  CHECK(d.entered == entered);
  CHECK(d.last_event == story.now());
  story.proposed("review");
  CHECK(d.entered == story.now());
  CHECK(same(*d.proposal, Proposal{ProposalKind::forward, "specialist", personal("t")}));
}

TEST_CASE("forwarding endorses the frozen content, clears the proposal and moves on", "[fold]") {
  Story story;
  story.opened().submitted().received("review").proposed("review");
  const CouncilMinutes minutes{"3/BB", {}, 9, 8, 7};
  story.tell("boss", DossierForwarded{"review", "appraisal", "labour", false, "h1", {"1", {}}, personal("op"), minutes},
             Phase::awaiting_receipt);
  const auto& d = story.dossier;
  REQUIRE(d.endorsements.size() == 1);
  CHECK(same(d.endorsements[0], Endorsement{"review", "boss", "labour", false, "h1", personal("op"), minutes, true}));
  CHECK_FALSE(d.proposal);
  CHECK(d.stage == "appraisal");
  CHECK(same(without_clock(*d.sender), Sender{"boss", "boss_office", "review", false}));
}

TEST_CASE("an approval endorses, joins its decision and gives its form", "[fold]") {
  auto story = at_council();
  story.tell("chairman", AwardApproved{"decision", "province_office", "unit_commendation", true, "q1", "h1"},
             Phase::decided);
  const auto& d = story.dossier;
  CHECK(d.phase == Phase::decided);
  CHECK(d.stage == "council");
  CHECK(same(endorsement(d, "decision"),
             Endorsement{"decision", "chairman", "province_office", true, "h1", {}, {}, true}));
  CHECK(d.decision == "q1");
  CHECK(d.granted_form == "unit_commendation");
  CHECK(d.form == "provincial_merit");
  story.tell("chairman", DossierSigned{"q1"}, Phase::signed_);
  const AwardResult result{"unit_commendation", "provincial_chairman", "45", {}};
  story.tell("registry", DossierAwarded{"q1", result}, Phase::awarded);
  CHECK(d.phase == Phase::awarded);
  CHECK(same(*d.result, result));
}

TEST_CASE("a recorded result on the way endorses its stage and goes on", "[fold]") {
  Story story;
  story.opened().submitted().received("board");
  const AwardResult result{"pm_merit", "prime_minister", "8", {}};
  story.tell("recorder", ResultRecorded{"board", "prime_minister", true, "h1", {}, result}, Phase::awaiting_receipt);
  const auto& d = story.dossier;
  CHECK(d.stage == "prime_minister");
  CHECK(endorsement(d, "board").valid);
  CHECK_FALSE(d.result);
  CHECK(same(without_clock(*d.sender), Sender{"recorder", "recorder_office", "board", false}));
  story.received("prime_minister");
  story.tell("recorder", ResultRecorded{"prime_minister", {}, true, "h1", {}, result}, Phase::awarded);
  CHECK(d.phase == Phase::awarded);
  CHECK(d.stage == "prime_minister");
  CHECK(d.endorsements.size() == 2);
  CHECK(same(*d.result, result));
  CHECK(d.granted_form == "pm_merit");
}

TEST_CASE("a recorded refusal endorses nothing and awards nothing", "[fold]") {
  Story story;
  story.opened().submitted().received("board");
  story.tell("recorder", ResultRecorded{"board", {}, false, "h1", {}, {}}, Phase::not_awarded);
  CHECK(story.dossier.phase == Phase::not_awarded);
  CHECK(story.dossier.endorsements.empty());
  CHECK_FALSE(story.dossier.result);
  CHECK_FALSE(story.dossier.granted_form);
}

TEST_CASE("a technical correction waits, then freezes a version and carries endorsements", "[fold]") {
  auto story = at_council();
  story.tell("member", CorrectionRecorded{"/nominee/name", personal("name")}, Phase::under_review);
  const auto& d = story.dossier;
  CHECK(same(*d.correction, PendingCorrection{"/nominee/name", personal("name"), "member"}));
  story.tell("clerk", CorrectionConfirmed{"/nominee/name", frozen(2)}, Phase::under_review);
  story.tell("clerk", EndorsementCarried{"review", "h1", "h2"});
  CHECK_FALSE(d.correction);
  CHECK(d.content->version == 2);
  CHECK(endorsement(d, "review").content_hash == "h2");
  CHECK(d.phase == Phase::under_review);
}

TEST_CASE("ends change the phase and keep the rest", "[fold]") {
  const auto ended = [](EventBody body, Phase to) {
    auto story = at_council();
    story.proposed("council").tell("someone", std::move(body), to);
    CHECK(story.dossier.phase == to);
    CHECK(story.dossier.stage == "council");
    CHECK(story.dossier.endorsements.size() == 2);
  };
  ended(DossierWithdrawn{personal("r")}, Phase::withdrawn);
  ended(DossierFoundIneligible{"council", {"1", {}}, {{"a", {}}}, personal("t")}, Phase::ineligible);
  ended(AwardDeclined{"council", personal("r")}, Phase::not_awarded);
  Story draft;
  draft.opened().tell("officer", DossierLapsed{}, Phase::lapsed);
  CHECK(draft.dossier.phase == Phase::lapsed);
}

TEST_CASE("the notice of those not awarded is kept", "[fold]") {
  auto story = at_council();
  story.tell("chairman", AwardDeclined{"council", personal("r")}, Phase::not_awarded);
  const auto entered = story.now();
  const NotAwardedNotice notice{"office", {"5", {}}, personal("why")};
  story.tell("secretary", NotAwardedNotified{notice}, Phase::not_awarded);
  CHECK(same(*story.dossier.notice, notice));
  CHECK(story.dossier.entered == entered);
}

TEST_CASE("a place is reserved, consumed and released; the lower form's replaces it", "[fold]") {
  Story story;
  story.opened();
  const auto& d = story.dossier;
  CHECK_FALSE(d.quota);
  story.tell("x", PlaceReserved{"high", "d1"});
  CHECK(same(*d.quota, QuotaHold{"high", HoldState::reserved}));
  story.tell("x", PlaceReleased{"high", "d1"});
  CHECK(same(*d.quota, QuotaHold{"high", HoldState::released}));
  story.tell("x", PlaceReserved{"low", "d1"}).tell("x", PlaceConsumed{"low", "d1"});
  CHECK(same(*d.quota, QuotaHold{"low", HoldState::consumed}));
  story.tell("x", PlaceReleased{"high", "d1"});
  CHECK(same(*d.quota, QuotaHold{"low", HoldState::consumed}));
  CHECK(d.phase == Phase::drafting);
  CHECK(d.version == 5);
}

TEST_CASE("a sending remembers that it took the place, so that its recall can give it back", "[fold]") {
  Story story;
  story.opened().submitted().received("review").forwarded("review", "appraisal");
  CHECK_FALSE(story.dossier.sender->took_place);
  story.tell("x", PlaceReserved{"k", "d1"});
  CHECK(story.dossier.sender->took_place);
  story.received("appraisal").forwarded("appraisal", "decision");
  CHECK_FALSE(story.dossier.sender->took_place);
  story.received("decision");
  story.tell("chairman", AwardApproved{"decision", "office", "provincial_merit", false, "q1", "h1"}, Phase::decided);
  story.tell("x", PlaceReserved{"k", "d1"});
  CHECK_FALSE(story.dossier.sender->took_place);
}

TEST_CASE("folding the stored events gives the snapshot", "[fold]") {
  auto story = at_council();
  story.returned_to_unit("council").resubmitted("review", 2, {"review", "appraisal"}).received("review");
  std::vector<SealedEvent> read;
  for (const auto& sealed : story.events()) read.push_back(read_event(sealed.bytes));
  CHECK(same(fold_dossier(read), story.dossier));
  CHECK(encode(fold_dossier(read)) == encode(story.dossier));
  CHECK(same(decode<Dossier>(encode(story.dossier)), story.dossier));
}
