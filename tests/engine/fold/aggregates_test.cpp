// Submissions, occasions and decisions, event by event.
#include "engine/fold/fold.hpp"
#include "tests/engine/codec/same.hpp"
#include "tests/engine/codec/samples.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Event event_of(EventBody body) {
  Event event;
  event.stream_id = "x1";
  event.actor.person = "someone";
  event.body = std::move(body);
  return event;
}

PaperEntry paper(const PaperId& id) {
  PaperEntry entry;
  entry.id = id;
  entry.slot = "submission_letter";
  return entry;
}

}  // namespace

TEST_CASE("a submission keeps its first letter and the newest paper of a slot", "[fold]") {
  Submission submission;
  apply(submission, event_of(SubmissionOpened{"o1", "unit", "ref"}));
  CHECK(submission.id == "x1");
  CHECK(submission.occasion == "o1");
  CHECK(submission.unit == "unit");
  CHECK(submission.external_ref == "ref");
  CHECK(submission.version == 0);
  CHECK_FALSE(submission.letter);
  apply(submission, event_of(SubmissionPaperAttached{paper("a")}));
  apply(submission, event_of(SubmissionPaperAttached{paper("b")}));
  CHECK(submission.papers.at(0).superseded);
  CHECK_FALSE(submission.papers.at(1).superseded);
  apply(submission, event_of(SubmissionSent{{"1/TTr", day("2025-01-20")}, {"d1"}}));
  apply(submission, event_of(SubmissionSent{{"2/TTr", day("2025-01-21")}, {"d2"}}));
  CHECK(submission.letter->number == "1/TTr");
  CHECK(submission.version == 4);
}

TEST_CASE("an occasion is what its opening says, until it is closed", "[fold]") {
  Occasion opened;
  opened.id = "o1";
  opened.name = "Sơ kết";
  Occasion occasion;
  apply(occasion, event_of(OccasionOpened{opened}));
  CHECK(same(occasion, opened));
  CHECK(occasion.open);
  apply(occasion, event_of(OccasionClosed{2}));
  CHECK_FALSE(occasion.open);
  CHECK(occasion.version == 1);
}

TEST_CASE("a decision is joined, signed, then numbered", "[fold]") {
  Decision opened;
  opened.id = "q1";
  opened.form = "provincial_merit";
  Decision decision;
  apply(decision, event_of(DecisionOpened{opened}));
  CHECK(same(decision, opened));
  apply(decision, event_of(DecisionJoined{"d1"}));
  CHECK(decision.state == DecisionState::open);
  CHECK(decision.version == 1);
  apply(decision, event_of(DecisionSigned{Capacity::deputy, {"d1"}}));
  CHECK(decision.state == DecisionState::signed_);
  CHECK(decision.signer == "someone");
  CHECK(decision.signed_as == Capacity::deputy);
  apply(decision, event_of(DecisionNumbered{"45/QĐ-UBND", day("2025-01-24")}));
  CHECK(decision.state == DecisionState::numbered);
  CHECK(decision.number == "45/QĐ-UBND");
  CHECK(decision.date == day("2025-01-24"));
  CHECK(decision.version == 3);
}

TEST_CASE("events of another stream change nothing", "[fold]") {
  Decision decision;
  decision.id = "q1";
  const auto before = decision;
  apply(decision, event_of(OccasionClosed{2}));
  CHECK(same(decision, before));
}
