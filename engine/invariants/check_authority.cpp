// INV-3: the actor held the role, in the responsible office, on the day.
#include <algorithm>
#include <variant>

#include "engine/invariants/checks.hpp"

namespace vinhdanh::detail {
namespace {

/// What an event asks of its actor; no offices: any office will do.
struct Asked {
  std::vector<Role> roles;
  std::vector<OfficeId> offices;
};

template <class T>
bool contains(const std::vector<T>& values, const T& value) {
  return std::ranges::find(values, value) != values.end();
}

struct AuthorityRules {
  const Walked& before;
  const Event& event;
  const CheckContext& context;

  [[nodiscard]] Date day() const { return event.at.legal_date(); }
  [[nodiscard]] const Organisation& organisation() const { return context.around.organisation; }

  /// The unit, and after its dissolution the successor that speaks for it.
  [[nodiscard]] std::vector<OfficeId> unit(const OfficeId& id) const {
    std::vector<OfficeId> offices{id};
    if (const auto heir = organisation().holder("own_unit", id, day())) offices.push_back(*heir);
    return offices;
  }
  [[nodiscard]] std::vector<OfficeId> office_of(const std::string& role) const {
    const auto holder = organisation().holder(role, before.unit, day());
    return {holder.value_or("")};
  }
  using Hand = std::vector<Role> Hands::*;
  [[nodiscard]] std::optional<Asked> stage_hands(const std::optional<StageId>& id, std::initializer_list<Hand> hands) const {
    const Stage* stage = context.route.stage(id);
    if (!stage) return std::nullopt;  // the walker has named it
    Asked asked{{}, office_of(stage->office_role)};
    for (const Hand hand : hands) std::ranges::copy(stage->hands.*hand, std::back_inserter(asked.roles));
    return asked;
  }
  [[nodiscard]] std::optional<Asked> any_hand(const std::optional<StageId>& id) const {
    return stage_hands(id, {&Hands::receive, &Hands::propose, &Hands::send});
  }
  [[nodiscard]] Asked unit_desk() const { return {{Role::unit_clerk, Role::unit_head}, unit(before.unit)}; }
  [[nodiscard]] Asked unit_sender() const { return {{context.route.sender()}, unit(before.unit)}; }
  [[nodiscard]] std::vector<OfficeId> decision_office(const DecisionId& id) const {
    if (context.around.decision) {
      if (const auto decision = context.around.decision(id)) return {decision->authority};
    }
    return {before.deciding_office.value_or("")};
  }
  [[nodiscard]] std::vector<OfficeId> occasion_office() const {
    if (context.around.occasion) {
      if (const auto occasion = context.around.occasion(before.occasion)) return {occasion->office};
    }
    return {};
  }

  using Answer = std::optional<Asked>;
  Answer operator()(const DossierOpened& body) const {
    return Asked{{Role::unit_clerk, Role::unit_head, RouteView(context.plan, body.form).sender()}, unit(body.unit)};
  }
  Answer operator()(const PaperAttached& body) const {
    return body.paper.stage ? any_hand(body.paper.stage) : Answer(unit_desk());
  }
  Answer operator()(const DossierSubmitted&) const { return unit_sender(); }
  Answer operator()(const DossierResubmitted&) const { return unit_sender(); }
  Answer operator()(const DossierRecalled&) const {
    if (!before.sender || !before.sender->stage) return unit_sender();
    auto asked = stage_hands(before.sender->stage, {&Hands::send});
    if (asked) asked->offices.push_back(before.sender->office);
    return asked;
  }
  Answer operator()(const DossierWithdrawn&) const {
    return Asked{{Role::unit_head, context.route.sender()}, unit(before.unit)};
  }
  Answer operator()(const DossierReceived& body) const { return stage_hands(body.stage, {&Hands::receive}); }
  Answer operator()(const CriteriaAttested& body) const { return any_hand(body.stage); }
  Answer operator()(const OpinionGiven& body) const {
    return Asked{{Role::specialist, Role::appraiser, Role::office_head}, office_of(body.office_role)};
  }
  Answer operator()(const DossierRanked& body) const { return any_hand(body.stage); }
  Answer operator()(const ActionProposed& body) const { return stage_hands(body.stage, {&Hands::propose}); }
  Answer operator()(const DossierForwarded& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const DossierReturned& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const DossierFoundIneligible& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const AwardApproved& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const AwardDeclined& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const DossierSigned& body) const { return Asked{{Role::decider}, decision_office(body.decision)}; }
  Answer operator()(const DossierAwarded& body) const {
    return Asked{{Role::registry_clerk}, decision_office(body.decision)};
  }
  Answer operator()(const ResultRecorded& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const CorrectionRecorded&) const { return any_hand(before.stage); }
  Answer operator()(const CorrectionConfirmed&) const { return unit_desk(); }
  Answer operator()(const DossierClaimed& body) const { return any_hand(body.stage); }
  Answer operator()(const DossierReleased& body) const { return any_hand(body.stage); }
  Answer operator()(const DossierAssigned& body) const { return stage_hands(body.stage, {&Hands::send}); }
  Answer operator()(const DossierRemovedFromDecision& body) const {
    return Asked{{Role::decider}, decision_office(body.decision)};
  }
  Answer holder_or_board() const {
    if (event.actor.role == Role::board_officer) return Asked{{Role::board_officer}, occasion_office()};
    const Stage* stage = context.route.stage(before.stage);
    return Asked{{Role::office_head, Role::decider}, stage ? office_of(stage->office_role) : std::vector<OfficeId>{""}};
  }
  Answer operator()(const DossierHeld&) const { return holder_or_board(); }
  Answer operator()(const HoldLifted&) const { return holder_or_board(); }
  Answer operator()(const CommentAdded&) const { return Asked{{Role::observer, Role::board_officer}, {}}; }
  /// The program lapses only what its day has closed.
  Answer operator()(const DossierLapsed&) const {
    if (event.actor.role != Role::deadline_runner || !context.around.occasion)
      return Asked{{Role::board_officer}, occasion_office()};
    const auto occasion = context.around.occasion(before.occasion);
    const bool closed_by_day = occasion && occasion->closes && *occasion->closes < day();
    return Asked{{closed_by_day ? Role::deadline_runner : Role::board_officer}, occasion_office()};
  }
  Answer operator()(const NotAwardedNotified&) const {
    if (event.actor.role == Role::board_officer) return Asked{{Role::board_officer}, occasion_office()};
    Asked asked{{Role::office_head, Role::decider, Role::registry_clerk, Role::council_secretariat, Role::recorder}, {}};
    for (int place = 0; place < context.route.size(); ++place) {
      std::ranges::copy(office_of(context.route.at(place).office_role), std::back_inserter(asked.offices));
    }
    return asked;
  }
  /// Carried endorsements and places follow from an act whose actor is judged with it.
  template <class Other>
  Answer operator()(const Other&) const {
    return std::nullopt;
  }
};

/// A role that ended at once has the day before as its last.
bool was_in_force(const Appointment& held, Instant at, const Surroundings& around) {
  const Date day = at.legal_date();
  if (held.in_force(day)) return true;
  const bool ended_that_day = held.to && *held.to == day.plus(-1);
  return ended_that_day && around.as_it_stood && around.as_it_stood(held, at).in_force(day);
}

std::optional<std::string> fault_of_appointment(const Event& event, const Surroundings& around) {
  const Actor& actor = event.actor;
  // Nobody is appointed to be the program: it has one name, and does one thing.
  if (actor.role == Role::deadline_runner) {
    const bool own_name = actor.person == "deadline_runner" && actor.appointment == "deadline_runner";
    const bool own_act =
        std::holds_alternative<DossierLapsed>(event.body) || std::holds_alternative<PlaceReleased>(event.body);
    if (own_name && own_act) return std::nullopt;
    return "the program does not act here";
  }
  const Appointment* held = around.appointments.find(actor.appointment);
  if (!held) return "the appointment was never granted";
  if (!was_in_force(*held, event.at, around)) return "the appointment was not in force on " + event.at.legal_date().text();
  if (held->person != actor.person || held->office != actor.office || held->role != actor.role ||
      held->capacity != actor.capacity) {
    return "the actor is not the one who was appointed";
  }
  if (held->capacity != Capacity::deputy) {
    return actor.behalf_of ? std::optional<std::string>("a holder signs for nobody") : std::nullopt;
  }
  const Appointment* holder = held->deputy_for ? around.appointments.find(*held->deputy_for) : nullptr;
  if (holder && actor.behalf_of != holder->person) return "the deputy signed for another than the holder";
  return std::nullopt;
}

}  // namespace

void check_authority(const Walked& before, const SealedEvent& sealed, const CheckContext& context, Violations& found) {
  const Event& event = sealed.event;
  const auto report = [&](std::string text) { found.push_back({"INV-3", sealed.n, std::move(text)}); };
  if (auto fault = fault_of_appointment(event, context.around)) return report(*fault);
  const auto asked = std::visit(AuthorityRules{before, event, context}, event.body);
  if (!asked) return;
  if (!contains(asked->roles, event.actor.role)) {
    report("the role " + std::string(name_of(event.actor.role)) + " does not do this here");
  } else if (!asked->offices.empty() && !contains(asked->offices, event.actor.office)) {
    report("the office " + event.actor.office + " was not responsible on " + event.at.legal_date().text());
  }
}

}  // namespace vinhdanh::detail
