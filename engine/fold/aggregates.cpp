// What each event does to a submission, an occasion, a decision and a duty task.
//
// Their versions also count acts on their dossiers, which a store adds by itself; so an event adds one to what stands.
#include "engine/fold/fold.hpp"
#include "engine/fold/papers.hpp"

namespace vinhdanh {
namespace {

void on(Submission& submission, const Event& event, const SubmissionOpened& opened) {
  submission = Submission{};
  submission.id = event.stream_id;
  submission.occasion = opened.occasion;
  submission.unit = opened.unit;
  submission.external_ref = opened.external_ref;
}

void on(Submission& submission, const Event&, const SubmissionPaperAttached& attached) {
  detail::attach(submission.papers, attached.paper);
  ++submission.version;
}

void on(Submission& submission, const Event&, const SubmissionSent& sent) {
  if (!submission.letter) submission.letter = sent.letter;
  ++submission.version;
}

void on(Occasion& occasion, const Event&, const OccasionOpened& opened) { occasion = opened.occasion; }

void on(Occasion& occasion, const Event&, const OccasionClosed&) {
  occasion.open = false;
  ++occasion.version;
}

void on(Decision& decision, const Event&, const DecisionOpened& opened) { decision = opened.decision; }

void on(Decision& decision, const Event&, const DecisionJoined&) { ++decision.version; }
void on(Decision& decision, const Event&, const DecisionLeft&) { ++decision.version; }

void on(Decision& decision, const Event& event, const DecisionSigned& signed_) {
  decision.state = DecisionState::signed_;
  decision.signer = event.actor.person;
  decision.signed_as = signed_.signed_as;
  ++decision.version;
}

void on(Decision& decision, const Event&, const DecisionNumbered& numbered) {
  decision.state = DecisionState::numbered;
  decision.number = numbered.number;
  decision.date = numbered.date;
  ++decision.version;
}

void on(DutyTask& task, const Event&, const DutyAssigned& assigned) { task = assigned.task; }

void on(DutyTask& task, const Event& event, const DutyDone& done) {
  task.state = DutyState::done;
  task.paper = done.paper;
  task.done_at = event.at;
  ++task.version;
}

/// What was handed in stays to be looked at until something else is.
void on(DutyTask& task, const Event&, const DutyReopened&) {
  task.state = DutyState::open;
  task.done_at.reset();
  ++task.version;
}

template <class Aggregate>
void apply_to(Aggregate& aggregate, const Event& event) {
  std::visit(
      [&]<class Body>(const Body& body) {
        if constexpr (requires { on(aggregate, event, body); }) on(aggregate, event, body);
      },
      event.body);
}

}  // namespace

void apply(Submission& submission, const Event& event) { apply_to(submission, event); }
void apply(Occasion& occasion, const Event& event) { apply_to(occasion, event); }
void apply(Decision& decision, const Event& event) { apply_to(decision, event); }
void apply(DutyTask& task, const Event& event) { apply_to(task, event); }

}  // namespace vinhdanh
