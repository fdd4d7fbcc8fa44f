// Who is told of an event, kind by kind.
#include "engine/notices/told.hpp"

#include <algorithm>

#include "engine/deadline/duty_days.hpp"
#include "engine/decide/turn.hpp"

namespace vinhdanh {
namespace {

using Details = std::map<std::string, std::string>;

void put(Details& details, const std::string& name, const std::optional<Date>& date) {
  if (date) details[name] = date->text();
}
void put(Details& details, const std::string& name, const std::string& text) {
  if (!text.empty()) details[name] = text;
}
void put(Details& details, const DocumentRef& document) {
  put(details, "document", document.number);
  put(details, "date", document.date);
}

Details of_dossier(const Dossier& dossier, const std::optional<StageId>& stage) {
  Details details{{"code", dossier.code}, {"plan", dossier.plan.id}, {"form", dossier.form}};
  details["plan_version"] = std::to_string(dossier.plan.version);
  if (stage) put(details, "stage", *stage);
  return details;
}

/// The dossier as if it stood there: for whom it waits follows from that, wherever it has gone since.
std::optional<Turn> turn_at(const Known& known, Phase phase, const std::optional<StageId>& stage) {
  Dossier there = *known.dossier;
  there.phase = phase;
  there.stage = stage;
  there.correction.reset();
  return turn_of(there, *known.plan, known.organisation, known.decision, known.day);
}

void add(const std::optional<Turn>& turn, std::vector<Audience>& audiences) {
  if (turn && turn->office) audiences.push_back({*turn->office, turn->roles});
}

std::optional<Turn> present_turn(const Known& known, const Dossier& dossier) {
  return turn_of(dossier, *known.plan, known.organisation, known.decision, known.day);
}

OfficeId living(const Known& known, const OfficeId& unit) {
  return known.organisation.holder("own_unit", unit, known.day).value_or(unit);
}

/// The unit's clerk, its head, and who sends for it.
Audience unit_people(const Known& known) {
  Audience unit{living(known, known.dossier->unit), {Role::unit_clerk, Role::unit_head}};
  const AwardForm* form = known.plan->award_form(known.dossier->form);
  const Route* route = form ? known.plan->route(form->route) : nullptr;
  if (route && std::ranges::find(unit.roles, route->sender) == unit.roles.end()) unit.roles.push_back(route->sender);
  return unit;
}

/// A yes is the award unless it leads to a further stage.
std::string kind_of_result(const ResultRecorded& it) {
  if (!it.approved) return "award_declined";
  return it.to_stage ? "result_recorded" : "dossier_awarded";
}

struct Telling {
  const Event& event;
  const Known& known;
  std::vector<Told>& said;

  void tell(std::string kind, std::vector<Audience> audiences, Details details) const {
    said.push_back({std::move(kind), std::move(audiences), {}, std::move(details)});
  }
  /// Those whose turn it is where the event led.
  void tell_turn(std::string kind, const std::optional<StageId>& stage) const {
    std::vector<Audience> audiences;
    if (event.to) add(turn_at(known, *event.to, stage), audiences);
    tell(std::move(kind), std::move(audiences), of_dossier(*known.dossier, stage));
  }
  void tell_unit(std::string kind, Details more = {}) const {
    auto details = of_dossier(*known.dossier, std::nullopt);
    details.merge(more);
    tell(std::move(kind), {unit_people(known)}, std::move(details));
  }
  void tell_unit(std::string kind, const DocumentRef& document) const {
    Details details;
    put(details, document);
    tell_unit(std::move(kind), std::move(details));
  }
  /// Whoever has the dossier, by name when he took it up.
  void tell_present(std::string kind, Details more, bool unit_too) const {
    const Dossier& now = *known.dossier;
    Told told{std::move(kind), {}, {}, of_dossier(now, now.stage)};
    told.details.merge(more);
    if (now.assignee) told.persons.push_back(*now.assignee);
    else add(present_turn(known, now), told.audiences);
    if (unit_too) told.audiences.push_back(unit_people(known));
    said.push_back(std::move(told));
  }
  /// Whoever had it before.
  void tell_former(std::string kind) const {
    if (!known.before) return;
    std::vector<Audience> audiences;
    add(present_turn(known, *known.before), audiences);
    tell(std::move(kind), std::move(audiences), of_dossier(*known.dossier, known.before->stage));
  }

  void on(const DossierSubmitted& it) const { tell_turn("dossier_arrived", it.to_stage); }
  void on(const DossierResubmitted& it) const { tell_turn("dossier_arrived", it.to_stage); }
  void on(const DossierForwarded& it) const { tell_turn("dossier_arrived", it.to_stage); }
  void on(const DossierReceived& it) const { tell_turn("turn_came", it.stage); }
  void on(const ActionProposed& it) const { tell_turn("turn_came", it.stage); }
  void on(const DossierReturned& it) const {
    if (it.to_stage) tell_turn("dossier_arrived", it.to_stage);
    else tell_unit("dossier_returned", it.letter);
  }
  void on(const DossierRecalled&) const { tell_former("dossier_recalled"); }
  void on(const DossierWithdrawn&) const {
    tell_former("dossier_withdrawn");
    tell_unit("dossier_withdrawn");
  }
  void on(const DossierFoundIneligible& it) const { tell_unit("dossier_ineligible", it.letter); }
  void on(const AwardApproved&) const { tell_unit("award_approved"); }
  void on(const AwardDeclined&) const { tell_unit("award_declined"); }
  void on(const NotAwardedNotified& it) const { tell_unit("not_awarded", it.notice.document); }
  void on(const DossierSigned&) const { tell_unit("dossier_signed"); }
  void on(const DossierAwarded& it) const {
    tell_unit("dossier_awarded", DocumentRef{it.result.number, it.result.date});
  }
  void on(const ResultRecorded& it) const {
    if (it.to_stage) tell_turn("dossier_arrived", it.to_stage);
    tell_unit(kind_of_result(it), DocumentRef{it.result.number, it.result.date});
  }
  void on(const CorrectionRecorded&) const { tell_unit("correction_waits"); }
  void on(const DossierLapsed&) const { tell_unit("dossier_lapsed"); }
  void on(const DossierRemovedFromDecision& it) const { tell_turn("turn_came", it.stage); }
  void on(const DossierAssigned& it) const {
    said.push_back({"dossier_assigned", {}, {it.person}, of_dossier(*known.dossier, it.stage)});
  }
  void on(const CommentAdded&) const { tell_present("comment_added", {}, false); }
  void on(const DossierHeld& it) const {
    Details details{{"review", it.review.text()}};
    put(details, it.document);
    tell_present("dossier_held", std::move(details), true);
  }
  void on(const HoldLifted& it) const {
    Details details;
    put(details, it.document);
    tell_present("hold_lifted", std::move(details), true);
  }

  void on(const OccasionOpened& it) const {
    const Occasion& occasion = it.occasion;
    Details details{{"occasion", occasion.name}, {"deadline", occasion.receipt_deadline.text()}};
    put(details, occasion.document);
    put(details, "closes", occasion.closes);
    tell("occasion_opened", {{occasion.territory, {Role::unit_clerk, Role::unit_head}, true}}, std::move(details));
  }
  void on(const DecisionSigned& it) const {
    if (!known.decision) return;
    tell("number_waits", {{known.decision->authority, {Role::registry_clerk}}},
         {{"count", std::to_string(it.dossiers.size())}, {"form", known.decision->form}});
  }
  void on(const AppointmentGranted& it) const {
    const Appointment& role = it.appointment;
    Details details{{"role", std::string(name_of(role.role))}, {"office", role.office}, {"from", role.from.text()}};
    put(details, "to", role.to);
    said.push_back({"role_granted", {}, {role.person}, std::move(details)});
  }
  void on(const AppointmentEnded& it) const {
    if (!known.appointment) return;
    const Appointment& role = *known.appointment;
    said.push_back({"role_ended",
                    {},
                    {role.person},
                    {{"role", std::string(name_of(role.role))}, {"office", role.office}, {"to", it.last_day.text()}}});
  }
  void on(const DutyAssigned&) const { tell_duty("duty_assigned"); }
  void on(const DutyReopened&) const { tell_duty("duty_reopened"); }
  void tell_duty(std::string kind) const {
    if (auto told = told_of_duty(known, std::move(kind))) said.push_back(std::move(*told));
  }
};

/// These name a person or office themselves, or what `Known` holds beside a dossier.
template <class Body>
constexpr bool needs_no_dossier = std::is_same_v<Body, OccasionOpened> || std::is_same_v<Body, DecisionSigned> ||
                                  std::is_same_v<Body, AppointmentGranted> || std::is_same_v<Body, AppointmentEnded> || std::is_same_v<Body, DutyAssigned> ||
                                  std::is_same_v<Body, DutyReopened>;

void add_heads(const Turn& turn, Told& told) {
  if (turn.office) told.audiences.push_back({*turn.office, {Role::office_head, Role::unit_head, Role::decider}});
}

std::optional<Told> told_of_time(const Known& known, std::string kind, Date due, bool heads_too) {
  const Dossier& dossier = *known.dossier;
  const auto turn = present_turn(known, dossier);
  if (!turn) return std::nullopt;
  Told told{std::move(kind), {}, {}, of_dossier(dossier, dossier.stage)};
  told.details["due"] = due.text();
  if (dossier.assignee) told.persons.push_back(*dossier.assignee);
  else add(turn, told.audiences);
  if (heads_too) add_heads(*turn, told);
  return told;
}

}  // namespace

bool needs_before(const EventBody& body) {
  return std::holds_alternative<DossierRecalled>(body) || std::holds_alternative<DossierWithdrawn>(body);
}

std::vector<Told> told_by(const Event& event, const Known& known) {
  std::vector<Told> said;
  const Telling telling{event, known, said};
  std::visit(
      [&]<class Body>(const Body& body) {
        if constexpr (requires { telling.on(body); }) {
          if (needs_no_dossier<Body> || (known.dossier && known.plan)) telling.on(body);
        }
      },
      event.body);
  return said;
}

std::optional<Told> told_due_soon(const Known& known, Date due) {
  return told_of_time(known, "due_soon", due, false);
}
std::optional<Told> told_overdue(const Known& known, Date due) { return told_of_time(known, "overdue", due, true); }

std::optional<Told> told_hold_review(const Known& known, const OfficeId& board) {
  const Dossier& dossier = *known.dossier;
  if (!dossier.hold) return std::nullopt;
  Told told{"hold_review", {{board, {Role::board_officer}}}, {dossier.hold->person}, of_dossier(dossier, dossier.stage)};
  told.details["review"] = dossier.hold->review.text();
  put(told.details, dossier.hold->document);
  return told;
}

std::optional<Told> told_of_duty(const Known& known, std::string kind) {
  if (!known.task || !known.plan) return std::nullopt;
  const DutyTask& task = *known.task;
  const auto duty = std::ranges::find(known.plan->duties, task.duty, &Duty::id);
  if (duty == known.plan->duties.end()) return std::nullopt;
  return Told{std::move(kind),
              {{living(known, task.unit), duty_roles(*duty)}},
              {},
              {{"duty", task.duty},
               {"plan", task.plan.id},
               {"plan_version", std::to_string(task.plan.version)},
               {"unit", task.unit},
               {"due", task.due.text()}}};
}

namespace {

bool is_meant(const Audience& audience, const Appointment& it, const Organisation& organisation, Date day) {
  if (std::ranges::find(audience.roles, it.role) == audience.roles.end()) return false;
  return it.office == audience.office || (audience.below && organisation.is_within(it.office, audience.office, day));
}

}  // namespace

std::vector<PersonId> persons_of(const Told& told, const Organisation& organisation,
                                 std::span<const Appointment> appointments, Date day, const Actor* actor) {
  std::vector<PersonId> persons = told.persons;
  for (const Audience& audience : told.audiences) {
    for (const Appointment& it : appointments) {
      if (it.in_force(day) && is_meant(audience, it, organisation, day)) persons.push_back(it.person);
    }
  }
  std::vector<PersonId> once;
  for (const PersonId& person : persons) {
    const bool acted = actor && (person == actor->person || person == actor->behalf_of);
    if (!acted && std::ranges::find(once, person) == once.end()) once.push_back(person);
  }
  return once;
}

}  // namespace vinhdanh
