/// A dossier's history written by hand, to be told as it was or with one thing wrong.
#pragma once

#include <algorithm>
#include <functional>

#include "engine/codec/codec.hpp"
#include "engine/fold/fold.hpp"
#include "engine/invariants/invariants.hpp"
#include "tests/support/world.hpp"

namespace vinhdanh::test {

inline const std::string kInstance = "instance-1";
inline const DefinitionRef kPlan{"small", 1, "plan-hash"};

inline Actor hand(PersonId person, OfficeId office, Role role) {
  return {.person = person, .appointment = person + "@" + office, .office = office, .role = role};
}
inline Appointment appointed(const Actor& actor) {
  return {.id = actor.appointment, .person = actor.person, .office = actor.office, .role = actor.role,
          .capacity = actor.capacity, .from = day(2020, 1, 1)};
}

inline const Actor kClerk = hand("thu", "an_thinh", Role::unit_clerk);
inline const Actor kHead = hand("hoa", "an_thinh", Role::unit_head);
inline const Actor kLabourIntake = hand("lien", "so_lao_dong", Role::intake_reviewer);
inline const Actor kLabourSpecialist = hand("son", "so_lao_dong", Role::specialist);
inline const Actor kLabourHead = hand("minh", "so_lao_dong", Role::office_head);
inline const Actor kHomeIntake = hand("ngoc", "so_noi_vu", Role::intake_reviewer);
inline const Actor kHomeAppraiser = hand("tam", "so_noi_vu", Role::appraiser);
inline const Actor kHomeHead = hand("quang", "so_noi_vu", Role::office_head);
inline const Actor kBoard = hand("vinh", "so_noi_vu", Role::board_officer);
inline const Actor kCouncil = hand("dung", "hoi_dong", Role::council_secretariat);
inline const Actor kChairmanClerk = hand("yen", "chu_tich", Role::registry_clerk);
inline const Actor kChairmanSpecialist = hand("khoa", "chu_tich", Role::specialist);
inline const Actor kChairman = hand("long", "chu_tich", Role::decider);

inline FrozenContent content(int version) { return {version, {"value", "commitment"}, "hash-" + std::to_string(version)}; }
inline AwardResult award() { return {"merit", "provincial_chairman", "15/QĐ", day(2025, 2, 10)}; }

/// Events in order; each `add` continues from the phase of the one before. Sealed only when asked for.
struct History {
  DossierId id = "dossier-1";
  std::vector<Event> events;
  Plan plan = small_plan();
  Organisation organisation = small_province();
  std::vector<Appointment> appointments;
  std::vector<Decision> decisions = {{.id = "qd", .authority = "chu_tich", .authority_role = "provincial_chairman",
                                      .form = "merit", .occasion = "occasion"}};

  History() {
    for (const Actor& actor : {kClerk, kHead, kLabourIntake, kLabourSpecialist, kLabourHead, kHomeIntake, kHomeAppraiser,
                               kHomeHead, kBoard, kCouncil, kChairmanClerk, kChairmanSpecialist, kChairman}) {
      appointments.push_back(appointed(actor));
    }
  }

  Event& add(const Actor& actor, EventBody body, std::optional<Phase> to = {}) {
    Event event{.stream_id = id, .id = id + "-" + std::to_string(events.size()), .actor = actor, .definition = kPlan,
                .body = std::move(body)};
    event.at = Instant{morning(day(2025, 1, 10)).milliseconds + static_cast<std::int64_t>(events.size()) * 60'000};
    if (!events.empty()) event.from = events.back().to;
    event.to = to ? to : event.from;
    return events.emplace_back(std::move(event));
  }
  /// Adds an event in the same instant as the one before, as one act makes them.
  Event& also(const Actor& actor, EventBody body) {
    const Instant at = events.back().at;
    Event& event = add(actor, std::move(body));
    event.at = at;
    return event;
  }
  template <class Body>
  Event& last() {
    const auto found = std::find_if(events.rbegin(), events.rend(),
                                    [](const Event& event) { return std::holds_alternative<Body>(event.body); });
    return *found;
  }

  void open() {
    add(kClerk, DossierOpened{"HS-2025-1", "submission", "occasion", "an_thinh", "tinh", "merit", SubjectKind::collective, "a", {}},
        Phase::drafting);
    add(kClerk, PaperAttached{{.id = "report", .slot = "report"}});
  }
  void submit() { add(kHead, DossierSubmitted{"review", content(1), std::nullopt, "an_thinh", {}}, Phase::awaiting_receipt); }
  void review() {
    add(kLabourIntake, DossierReceived{"review", "so_lao_dong", "E1"}, Phase::under_review);
    add(kLabourIntake, CriteriaAttested{"review", {{"united", Attestation::met, {}}}});
    add(kLabourSpecialist, ActionProposed{"review", ProposalKind::forward, {}}, Phase::proposed);
    add(kLabourHead, DossierForwarded{"review", "appraisal", "so_lao_dong", true, "hash-1", {}, {}, {}}, Phase::awaiting_receipt);
  }
  void receive_appraisal() { add(kHomeIntake, DossierReceived{"appraisal", "so_noi_vu", {}}, Phase::under_review); }
  void appraise(const std::string& hash = "hash-1") {
    receive_appraisal();
    add(kHomeAppraiser, ActionProposed{"appraisal", ProposalKind::forward, {}}, Phase::proposed);
    add(kHomeHead, DossierForwarded{"appraisal", "advice", "so_noi_vu", true, hash, {}, {}, {}}, Phase::awaiting_receipt);
    also(kHomeHead, PlaceReserved{"key", id});
  }
  void advise(const std::string& hash = "hash-1") {
    add(kCouncil, DossierReceived{"advice", "hoi_dong", {}}, Phase::under_review);
    add(kCouncil, DossierForwarded{"advice", "decision", "hoi_dong", true, hash, {}, {}, {}}, Phase::awaiting_receipt);
  }
  void approve(const std::string& hash = "hash-1") {
    add(kChairmanClerk, DossierReceived{"decision", "chu_tich", {}}, Phase::under_review);
    add(kChairmanSpecialist, ActionProposed{"decision", ProposalKind::approve, {}}, Phase::proposed);
    add(kChairman, AwardApproved{"decision", "chu_tich", "merit", false, "qd", hash}, Phase::decided);
    also(kChairman, PlaceConsumed{"key", id});
  }
  void publish() {
    add(kChairman, DossierSigned{"qd"}, Phase::signed_);
    add(kChairmanClerk, DossierAwarded{"qd", award()}, Phase::awarded);
  }
  /// Appraisal returns the dossier to the unit for its achievement, and the unit answers within that point.
  void return_and_resubmit(bool carried) {
    receive_appraisal();
    add(kHomeHead, DossierReturned{"appraisal", {}, {}, {}, {{"p1", "unclear", "/achievement", {}, {}, true}}}, Phase::returned);
    add(kHead, DossierResubmitted{"appraisal", content(2), std::nullopt, "an_thinh", {{"p1", {}}}, {"/achievement"}, {}},
        Phase::awaiting_receipt);
    if (carried) also(kHead, EndorsementCarried{"review", "hash-1", "hash-2"});
  }

  [[nodiscard]] std::vector<SealedEvent> sealed() const {
    std::vector<SealedEvent> chain;
    std::string prev = genesis(kInstance, StreamKind::dossier, id);
    for (const Event& event : events) {
      chain.push_back(seal(event, static_cast<std::int64_t>(chain.size()), prev));
      prev = chain.back().hash;
    }
    return chain;
  }
  [[nodiscard]] DossierHistory told() const {
    DossierHistory history{id, sealed(), {}, {}};
    history.snapshot = fold_dossier(history.events);
    history.folded = history.snapshot;
    return history;
  }
  [[nodiscard]] World world() const {
    World made{.instance = kInstance, .dossiers = {told()}, .decisions = decisions, .appointments = appointments};
    made.occasions = {{.id = "occasion", .plan = kPlan, .territory = "tinh", .office = "so_noi_vu"}};
    made.plans = {{kPlan, plan}};
    made.organisation = organisation;
    const auto& hold = made.dossiers[0].snapshot->quota;
    QuotaState quota{.key = "key", .limit = 2};
    if (hold && hold->state == HoldState::reserved) quota.reserved = 1;
    if (hold && hold->state == HoldState::consumed) quota.consumed = 1;
    if (hold && hold->state != HoldState::released) quota.holders = {id};
    made.quotas = {quota};
    return made;
  }
};

/// From the unit's draft to the numbered decision.
inline History whole_life() {
  History history;
  history.open();
  history.submit();
  history.review();
  history.appraise();
  history.advise();
  history.approve();
  history.publish();
  return history;
}

/// "INV-2 at 7: who sent the dossier up judged it", one line each, so that a failure reads aloud.
inline std::string read_aloud(const Violations& found) {
  std::string text;
  for (const Violation& one : found) {
    if (!text.empty()) text += "\n";
    text += one.invariant + (one.n < 0 ? "" : " at " + std::to_string(one.n)) + ": " + one.text;
  }
  return text;
}
inline std::string read_aloud(const History& history) { return read_aloud(check_world(history.world())); }

}  // namespace vinhdanh::test
