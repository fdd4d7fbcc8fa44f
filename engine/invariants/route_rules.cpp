// Where on its route an event may happen and where it leads, read from ADR 0001.
#include <algorithm>
#include <variant>

#include "engine/invariants/moves.hpp"
#include "engine/invariants/route_view.hpp"
#include "engine/invariants/walk_fold.hpp"

namespace vinhdanh::detail {
namespace {

using Fault = std::optional<std::string>;

std::string quoted(const std::optional<StageId>& stage) { return stage ? "stage " + *stage : std::string("the unit"); }

struct RouteRules {
  const Walked& before;
  const Event& event;
  const Plan& plan;
  RouteView route;

  [[nodiscard]] const Stage* here() const { return route.stage(before.stage); }

  Fault expect_place(const StageId& named) const {
    if (before.stage == named && here()) return std::nullopt;
    return "it was done at stage " + named + ", but the dossier was with " + quoted(before.stage);
  }
  Fault expect_destination(const std::optional<StageId>& wanted, const std::optional<StageId>& got) const {
    if (wanted == got) return std::nullopt;
    return "it went to " + quoted(got) + ", but the route leads to " + quoted(wanted);
  }
  Fault expect_phase(Phase wanted) const {
    if (event.to == wanted) return std::nullopt;
    return "expected the phase " + std::string(name_of(wanted)) + " after it";
  }
  Fault expect_kind(std::initializer_list<StageKind> kinds) const {
    if (std::ranges::find(kinds, here()->kind) != kinds.end()) return std::nullopt;
    return "a stage of kind " + std::string(name_of(here()->kind)) + " cannot do it";
  }
  Fault expect_proposal() const {
    if (here()->hands.propose.empty() || before.proposal) return std::nullopt;
    return "the head sent it without a proposal, but " + quoted(before.stage) + " has somebody who proposes";
  }
  Fault expect_no_correction() const {
    if (!before.correction) return std::nullopt;
    return "a technical correction was still waiting for the unit";
  }
  Fault expect_points_answered() const {
    if (before.open_points.empty()) return std::nullopt;
    return "a returned point was still open";
  }
  [[nodiscard]] bool stands(int place) const {
    const auto found = before.endorsements.find(route.at(place).id);
    return found != before.endorsements.end() && found->second.valid;
  }
  /// Straight back to the stage that returned the dossier when all mandatory stages on the way still stand.
  [[nodiscard]] std::optional<StageId> next_after(int place) const {
    const int back = route.place_of(before.returned_from);
    if (back <= place) return route.id_at(place + 1);
    for (int between = 0; between < back; ++between) {
      if (between != place && route.at(between).mandatory && !stands(between)) return route.id_at(place + 1);
    }
    return before.returned_from;
  }
  /// Where an answered dossier goes on: the first stage that must speak (again), at the latest the one that returned it.
  [[nodiscard]] std::optional<StageId> resumes_at(const DossierResubmitted& body) const {
    const auto falls = [&](int place) { return std::ranges::find(body.voided, route.at(place).id) != body.voided.end(); };
    if (body.voided.empty() && !within_points(body.changed, before.points)) return route.id_at(0);
    const int last = route.place_of(before.returned_from ? before.returned_from : before.stage);
    for (int place = 0; place < route.size(); ++place) {
      if (place == last || falls(place) || (route.at(place).mandatory && !stands(place))) return route.id_at(place);
    }
    return before.returned_from;
  }

  Fault operator()(const DossierSubmitted& body) const { return expect_destination(route.id_at(0), body.to_stage); }
  Fault operator()(const DossierResubmitted& body) const {
    for (const auto& id : before.open_points) {
      if (std::ranges::find(body.answers, id, &PointAnswered::point) == body.answers.end()) return "a returned point has no answer";
    }
    return expect_destination(resumes_at(body), body.to_stage);
  }
  Fault operator()(const DossierRecalled& body) const {
    if (!before.sender) return "nobody had sent it";
    if (auto fault = expect_destination(before.sender->stage, body.to_stage)) return fault;
    if (before.sender->stage) return expect_phase(Phase::under_review);
    return expect_phase(before.sender->resent ? Phase::returned : Phase::drafting);
  }
  Fault operator()(const DossierReceived& body) const { return expect_place(body.stage); }
  Fault operator()(const CriteriaAttested& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    return here()->attests ? Fault() : quoted(before.stage) + " does not attest criteria";
  }
  Fault operator()(const OpinionGiven& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    const auto& accompanying = here()->accompanying;
    if (std::ranges::find(accompanying, body.office_role) != accompanying.end()) return std::nullopt;
    return body.office_role + " does not accompany " + quoted(before.stage);
  }
  Fault operator()(const DossierRanked& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    return expect_kind({StageKind::rank});
  }
  Fault operator()(const ActionProposed& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    return here()->hands.propose.empty() ? Fault(quoted(before.stage) + " has nobody who proposes") : std::nullopt;
  }
  Fault operator()(const DossierForwarded& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    using enum StageKind;
    if (auto fault = expect_kind({collect, rank, receive, review, appraise, advise, verify, endorse})) return fault;
    if (!body.agrees && !plan.settings.disagreement_forwards) return "the plan lets no disagreeing office forward";
    if (here()->kind == rank && !before.rank) return "it left the ranking without a rank";
    if (auto fault = expect_proposal()) return fault;
    if (auto fault = expect_no_correction()) return fault;
    if (auto fault = expect_points_answered()) return fault;
    return expect_destination(next_after(route.place_of(body.stage)), body.to_stage);
  }
  Fault operator()(const DossierReturned& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    if (!here()->may_return) return quoted(before.stage) + " may not return";
    if (auto fault = expect_no_correction()) return fault;
    if (!body.to_stage) return expect_phase(Phase::returned);
    const int to = route.place_of(*body.to_stage);
    if (to < 0 || to >= route.place_of(body.stage)) return quoted(body.to_stage) + " is not an earlier stage";
    return expect_phase(Phase::awaiting_receipt);
  }
  Fault operator()(const DossierFoundIneligible& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    if (!here()->may_conclude_ineligible) return quoted(before.stage) + " may not conclude that";
    return body.grounds.empty() ? Fault("it names no ground") : std::nullopt;
  }
  Fault operator()(const AwardApproved& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    // Another form than the one put forward may be given by an endorsing office too, and needs no proposal.
    if (body.lower && body.form != before.form) {
      if (auto fault = expect_kind({StageKind::decide, StageKind::endorse})) return fault;
    } else {
      if (auto fault = expect_kind({StageKind::decide})) return fault;
      if (auto fault = expect_proposal()) return fault;
    }
    if (auto fault = expect_no_correction()) return fault;
    return expect_points_answered();
  }
  Fault operator()(const AwardDeclined& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    return expect_kind({StageKind::decide, StageKind::endorse});
  }
  Fault operator()(const DossierSigned& body) const {
    if (before.decision != body.decision) return "it was signed in another decision than it was approved in";
    return expect_no_correction();
  }
  Fault operator()(const DossierAwarded& body) const {
    if (before.decision != body.decision) return "it was numbered in another decision than it was approved in";
    return std::nullopt;
  }
  Fault operator()(const ResultRecorded& body) const {
    if (auto fault = expect_place(body.stage)) return fault;
    if (auto fault = expect_kind({StageKind::record_result})) return fault;
    if (auto fault = expect_no_correction()) return fault;
    const auto next = body.approved ? route.id_at(route.place_of(body.stage) + 1) : std::nullopt;
    if (auto fault = expect_destination(next, body.to_stage)) return fault;
    if (next) return expect_phase(Phase::awaiting_receipt);
    return expect_phase(body.approved ? Phase::awarded : Phase::not_awarded);
  }
  Fault operator()(const DossierClaimed& body) const { return expect_place(body.stage); }
  Fault operator()(const DossierReleased& body) const { return expect_place(body.stage); }
  Fault operator()(const DossierAssigned& body) const { return expect_place(body.stage); }
  Fault operator()(const DossierRemovedFromDecision& body) const {
    if (before.decision != body.decision) return "it was not in that decision";
    return expect_place(body.stage);
  }
  Fault operator()(const DossierHeld&) const { return before.on_hold ? Fault("it was on hold already") : std::nullopt; }
  Fault operator()(const HoldLifted&) const { return before.on_hold ? std::nullopt : Fault("it was not on hold"); }
  Fault operator()(const CorrectionRecorded&) const { return expect_no_correction(); }
  Fault operator()(const CorrectionConfirmed& body) const {
    if (before.correction == body.pointer) return std::nullopt;
    return "no correction of that member was waiting";
  }
  template <class Other>
  Fault operator()(const Other&) const {
    return std::nullopt;
  }
};

}  // namespace

std::optional<std::string> off_the_route(const Walked& before, const Event& event, const Plan& plan) {
  const RouteRules rules{before, event, plan, RouteView(plan, before.form)};
  if (rules.route.empty()) return "the plan has no route for the form " + before.form;
  return std::visit(rules, event.body);
}

}  // namespace vinhdanh::detail
