// Histories written by hand: the lawful ones hold every invariant, and each wrong one breaks exactly the invariant it should.
#include "tests/engine/invariants/history.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

/// Put forward to the Prime Minister; labour has spoken, the Chairman has received it for his endorsement.
History at_endorsement() {
  History history;
  history.open();
  std::get<DossierOpened>(history.events[0].body).form = "pm_merit";
  history.add(kHead, DossierSubmitted{"state_review", content(1), std::nullopt, "an_thinh", {}}, Phase::awaiting_receipt);
  history.add(kLabourIntake, DossierReceived{"state_review", "so_lao_dong", "E1"}, Phase::under_review);
  history.add(kLabourHead, DossierForwarded{"state_review", "endorsement", "so_lao_dong", true, "hash-1", {}, {}, {}},
              Phase::awaiting_receipt);
  history.add(kChairmanClerk, DossierReceived{"endorsement", "chu_tich", {}}, Phase::under_review);
  return history;
}

void give(History& history, const Actor& by, const StageId& stage, const FormCode& form) {
  history.add(by, AwardApproved{stage, by.office, form, form != "pm_merit", "qd", "hash-1"}, Phase::decided);
  history.also(by, PlaceReserved{"key", history.id});
  history.also(by, PlaceConsumed{"key", history.id});
}

}  // namespace

TEST_CASE("a whole life from draft to decision breaks nothing", "[invariants]") {
  CHECK(read_aloud(whole_life()) == "");
}

TEST_CASE("every prefix of a lawful life breaks nothing", "[invariants]") {
  const History whole = whole_life();
  for (std::size_t length = 1; length < whole.events.size(); ++length) {
    History prefix = whole;
    prefix.events.resize(length);
    // A place follows the act that takes it: between the two the accounts are still open.
    if (length < whole.events.size() && whole.events[length].at == whole.events[length - 1].at) continue;
    CHECK(read_aloud(prefix) == "");
  }
}

TEST_CASE("a returned dossier resumes where it was with its endorsements carried", "[invariants]") {
  History history;
  history.open();
  history.submit();
  history.review();
  history.return_and_resubmit(true);
  history.appraise("hash-2");
  history.advise("hash-2");
  history.approve("hash-2");
  history.publish();
  CHECK(read_aloud(history) == "");
}

TEST_CASE("a recall, a withdrawal and a conclusion of ineligibility are lawful ends", "[invariants]") {
  History history;
  history.open();
  history.submit();
  history.add(kHead, DossierRecalled{}, Phase::drafting);
  history.submit();
  SECTION("withdrawn by the head") {
    history.add(kHead, DossierWithdrawn{}, Phase::withdrawn);
    CHECK(read_aloud(history) == "");
  }
  SECTION("ineligible, and the unit is notified") {
    history.add(kLabourIntake, DossierReceived{"review", "so_lao_dong", "E1"}, Phase::under_review);
    history.add(kLabourHead, DossierFoundIneligible{"review", {}, {{"united", {}}}, {}}, Phase::ineligible);
    history.add(kLabourHead, NotAwardedNotified{});
    CHECK(read_aloud(history) == "");
  }
}

TEST_CASE("INV-1: an endorsement of older content does not count", "[invariants]") {
  History history;
  history.open();
  history.submit();
  history.review();
  history.return_and_resubmit(false);
  history.appraise("hash-2");
  history.advise("hash-2");
  history.approve("hash-2");
  CHECK(read_aloud(history) == "INV-1 at 18: mandatory stage review endorsed another content than the one decided");
}

TEST_CASE("INV-1: a change outside the returned points voids what was endorsed", "[invariants]") {
  History history;
  history.open();
  history.submit();
  history.review();
  history.return_and_resubmit(true);
  history.events.pop_back();
  auto& body = std::get<DossierResubmitted>(history.last<DossierResubmitted>().body);
  body.changed = {"/achievement", "/figures/single/poor_now"};
  body.to_stage = "review";
  CHECK(read_aloud(history) ==
        "INV-1 at 9: the content changed outside the returned points, but the endorsement of review was not voided");
}

TEST_CASE("INV-1: the decision speaks of the content that was sent last", "[invariants]") {
  History history = whole_life();
  std::get<AwardApproved>(history.last<AwardApproved>().body).content_hash = "hash-0";
  CHECK(read_aloud(history) == "INV-1 at 15: it speaks of another content than the one that was sent last\n"
                               "INV-1 at 18: mandatory stage decision endorsed another content than the one decided");
}

TEST_CASE("INV-2: one person does not endorse two mandatory stages", "[invariants]") {
  History history = whole_life();
  const Actor twice = hand("minh", "so_noi_vu", Role::office_head);
  history.appointments.push_back(appointed(twice));
  history.events[9].actor = twice;
  REQUIRE(std::holds_alternative<DossierForwarded>(history.events[9].body));
  CHECK(read_aloud(history) == "INV-2 at 9: one person endorsed both review and appraisal");
}

TEST_CASE("INV-2 lets the director sit in the council and its chairman decide", "[invariants]") {
  History history = whole_life();
  const Actor in_council = hand("quang", "hoi_dong", Role::council_secretariat);
  SECTION("the director of Home Affairs appraises and is vice-chair") {
    history.appointments.push_back(appointed(in_council));
    history.events[12].actor = in_council;
  }
  SECTION("the Chairman chairs the council and signs") {
    const Actor chairs = hand("long", "hoi_dong", Role::council_secretariat);
    history.appointments.push_back(appointed(chairs));
    history.events[12].actor = chairs;
  }
  CHECK(read_aloud(history) == "");
}

TEST_CASE("INV-2: nobody acts on the own nomination, nor does a deputy for him", "[invariants]") {
  History history = whole_life();
  std::get<DossierSubmitted>(history.last<DossierSubmitted>().body).nominee_person = "quang";
  SECTION("himself") { CHECK(read_aloud(history) == "INV-2 at 9: the nominee acted on the own nomination"); }
  SECTION("his deputy, signing KT.") {
    Actor deputy = hand("pho", "so_noi_vu", Role::office_head);
    deputy.capacity = Capacity::deputy;
    deputy.behalf_of = "quang";
    Appointment appointment = appointed(deputy);
    appointment.deputy_for = kHomeHead.appointment;
    history.appointments.push_back(appointment);
    history.events[9].actor = deputy;
    history.events[10].actor = deputy;
    CHECK(read_aloud(history) == "INV-2 at 9: the nominee acted on the own nomination");
  }
}

TEST_CASE("INV-2: who sent a dossier up, or belongs to its unit, does not judge it above", "[invariants]") {
  History history = whole_life();
  const PersonId person = GENERATE("hoa", "thu");
  const Actor above = hand(person, "so_lao_dong", Role::office_head);
  history.appointments.push_back(appointed(above));
  history.events[6].actor = above;
  CHECK(read_aloud(history) == (person == "hoa" ? "INV-2 at 6: who sent the dossier up judged it"
                                                : "INV-2 at 6: a person of the unit judged its dossier at a higher office"));
}

TEST_CASE("INV-2: a specialist proposes, another sends", "[invariants]") {
  History history = whole_life();
  const Actor both = hand("son", "so_lao_dong/2", Role::office_head);
  Appointment appointment = appointed(both);
  appointment.office = "so_lao_dong";
  history.appointments.push_back(appointment);
  history.events[6].actor = both;
  history.events[6].actor.office = "so_lao_dong";
  CHECK(read_aloud(history) == "INV-2 at 6: the person who proposed also sent");
}

TEST_CASE("INV-3: the appointment was in force, the role right, the office responsible", "[invariants]") {
  History history = whole_life();
  SECTION("ended the day before") {
    std::ranges::find(history.appointments, kHomeHead.appointment, &Appointment::id)->to = day(2025, 1, 9);
    CHECK(read_aloud(history) == "INV-3 at 9: the appointment was not in force on 2025-01-10\n"
                                 "INV-3 at 10: the appointment was not in force on 2025-01-10");
  }
  SECTION("never granted") {
    history.events[3].actor.appointment = "forged";
    CHECK(read_aloud(history) == "INV-3 at 3: the appointment was never granted");
  }
  SECTION("a specialist does not send") {
    history.events[6].actor = kLabourSpecialist;
    history.events[5].actor = hand("tuan", "so_lao_dong", Role::specialist);
    history.appointments.push_back(appointed(history.events[5].actor));
    CHECK(read_aloud(history) == "INV-3 at 6: the role specialist does not do this here");
  }
  SECTION("another office's head does not send") {
    const Actor stranger = hand("an", "van_phong", Role::office_head);
    history.appointments.push_back(appointed(stranger));
    history.events[6].actor = stranger;
    CHECK(read_aloud(history) == "INV-3 at 6: the office van_phong was not responsible on 2025-01-10");
  }
  SECTION("claims another role than he was given") {
    history.events[6].actor.appointment = kLabourSpecialist.appointment;
    CHECK(read_aloud(history) == "INV-3 at 6: the actor is not the one who was appointed");
  }
}

TEST_CASE("INV-3: an act after the merger belongs to the successor", "[invariants]") {
  History history;
  history.open();
  history.submit();
  std::get<DossierOpened>(history.events[0].body).unit = "cu_lam";
  for (Event& event : history.events) {
    event.actor.office = "cu_lam";
    event.actor.appointment = event.actor.person + "@cu_lam";
  }
  for (const Actor& actor : {history.events[0].actor, history.events[2].actor}) history.appointments.push_back(appointed(actor));
  const Actor heir = hand("mai", "binh_hoa", Role::unit_head);
  history.appointments.push_back(appointed(heir));
  history.add(heir, DossierWithdrawn{}, Phase::withdrawn);
  SECTION("on its first day") {
    history.events.back().at = morning(day(2025, 3, 1));
    CHECK(read_aloud(history) == "");
  }
  SECTION("not the day before") {
    history.events.back().at = morning(day(2025, 2, 28));
    CHECK(read_aloud(history) == "INV-3 at 3: the office binh_hoa was not responsible on 2025-02-28");
  }
}

TEST_CASE("INV-4: a stage is not skipped", "[invariants]") {
  History history;
  history.open();
  history.submit();
  history.review();
  std::get<DossierForwarded>(history.last<DossierForwarded>().body).to_stage = "advice";
  CHECK(read_aloud(history) == "INV-4 at 6: dossier_forwarded: it went to stage advice, but the route leads to stage appraisal");
}

TEST_CASE("INV-4: no event without an edge in the table", "[invariants]") {
  History history;
  history.open();
  SECTION("received before it was sent") {
    history.add(kLabourIntake, DossierReceived{"review", "so_lao_dong", "E1"}, Phase::under_review);
    CHECK(read_aloud(history) == "INV-4 at 2: no dossier_received is possible in drafting");
  }
  SECTION("submitted straight into review") {
    history.submit();
    history.events.back().to = Phase::under_review;
    CHECK(read_aloud(history) == "INV-4 at 2: dossier_submitted in drafting does not lead to under_review");
  }
  SECTION("an event that lies about where it came from") {
    history.submit();
    history.events.back().from = Phase::returned;
    CHECK(read_aloud(history) == "INV-4 at 2: dossier_submitted says it came from returned, but the dossier was in drafting");
  }
  SECTION("the head sends without the proposal") {
    history.submit();
    history.review();
    history.events.erase(history.events.begin() + 5);
    history.events[5].from = Phase::under_review;
    CHECK(read_aloud(history) == "INV-4 at 5: dossier_forwarded: the head sent it without a proposal, but stage review has "
                                 "somebody who proposes");
  }
  SECTION("resubmitted with a point unanswered") {
    history.submit();
    history.review();
    history.return_and_resubmit(true);
    std::get<DossierResubmitted>(history.last<DossierResubmitted>().body).answers.clear();
    CHECK(read_aloud(history) == "INV-4 at 9: dossier_resubmitted: a returned point has no answer");
  }
}

TEST_CASE("INV-5: the plan and the era stay as pinned", "[invariants]") {
  History history = whole_life();
  SECTION("another definition") {
    history.events[9].definition->sha256 = "swapped";
    CHECK(read_aloud(history) == "INV-5 at 9: the event was judged by another definition than the pinned small");
  }
  SECTION("a second era") {
    std::get<DossierReceived>(history.events[7].body).era = "E2";
    CHECK(read_aloud(history) == "INV-5 at 7: the era was pinned a second time");
  }
}

TEST_CASE("INV-6: what is final stays final", "[invariants]") {
  History history = whole_life();
  history.add(kHead, DossierWithdrawn{}, Phase::withdrawn);
  CHECK(read_aloud(history).starts_with("INV-6 at 19: dossier_withdrawn came after the end: the dossier was awarded"));
  history.events.back() = history.events[0];
  history.events.back().to = Phase::awarded;
  history.events.back().from = Phase::awarded;
  history.events.back().at = history.events[18].at;
  history.events.back().body = CriteriaAttested{"review", {}};
  history.events.back().actor = kLabourIntake;
  CHECK(read_aloud(history) == "INV-6 at 19: criteria_attested came after the end: the dossier was awarded");
}

TEST_CASE("INV-7: only the authority of the form decides it", "[invariants]") {
  History history = whole_life();
  SECTION("a plan that lets another stage decide") {
    history.plan.award_forms[0].authority = "prime_minister";
    history.decisions[0].authority_role = "prime_minister";
    std::get<DossierAwarded>(history.last<DossierAwarded>().body).result.authority = "prime_minister";
    CHECK(read_aloud(history) == "INV-7 at 15: provincial_chairman decided merit, which only prime_minister decides");
  }
  SECTION("a lower form that the plan does not offer") {
    std::get<AwardApproved>(history.last<AwardApproved>().body).form = "flag";
    std::get<DossierAwarded>(history.last<DossierAwarded>().body).result.form = "flag";
    history.decisions[0].form = "flag";
    CHECK(read_aloud(history) == "INV-7 at 15: the form flag may not be given for merit");
  }
  SECTION("a result in another's name") {
    std::get<DossierAwarded>(history.last<DossierAwarded>().body).result.authority = "president";
    CHECK(read_aloud(history) == "INV-7 at 18: the result is given as of president, but only provincial_chairman decides");
  }
}

TEST_CASE("a lower form at the endorsement of its own authority breaks nothing, though the later stages fell away",
          "[invariants]") {
  History history = at_endorsement();
  give(history, kChairman, "endorsement", "merit");
  CHECK(read_aloud(history) == "");
  history.publish();
  CHECK(read_aloud(history) == "");
}

TEST_CASE("a lower form is given by its own authority, on what the stages before endorsed", "[invariants]") {
  History history = at_endorsement();
  SECTION("the form put forward is not decided by who endorses it") {
    give(history, kChairman, "endorsement", "pm_merit");
    const std::string fault = "INV-4 at 6: award_approved: a stage of kind endorse cannot do it";
    CHECK(read_aloud(history).find(fault) != std::string::npos);
  }
  SECTION("another office that endorses does not decide it") {
    history.events.resize(4);
    history.plan.routes[1].stages[0].kind = StageKind::endorse;
    give(history, kLabourHead, "state_review", "merit");
    CHECK(read_aloud(history) == "INV-7 at 4: labour_department decided merit, which only provincial_chairman decides\n"
                                 "INV-7 at 4: the decision belongs to provincial_chairman of chu_tich");
  }
  SECTION("a reviewing office does not decide it, even of that role") {
    history.plan.routes[1].stages[1].kind = StageKind::review;
    give(history, kChairman, "endorsement", "merit");
    CHECK(read_aloud(history) == "INV-4 at 6: award_approved: a stage of kind review cannot do it");
  }
  SECTION("the stage before endorsed another content") {
    give(history, kChairman, "endorsement", "merit");
    history.publish();
    std::get<DossierForwarded>(history.last<DossierForwarded>().body).content_hash = "hash-0";
    const std::string fault = ": mandatory stage state_review endorsed another content than the one decided";
    CHECK(read_aloud(history) == "INV-1 at 4: it speaks of another content than the one that was sent last\nINV-1 at 6" +
                                     fault + "\nINV-1 at 10" + fault);
  }
  SECTION("a result in the Prime Minister's name") {
    give(history, kChairman, "endorsement", "merit");
    history.publish();
    std::get<DossierAwarded>(history.last<DossierAwarded>().body).result.authority = "prime_minister";
    CHECK(read_aloud(history) ==
          "INV-7 at 10: the result is given as of prime_minister, but only provincial_chairman decides");
  }
}

TEST_CASE("INV-9: each place is used or freed exactly once", "[invariants]") {
  SECTION("used twice") {
    History history = whole_life();
    history.events.resize(17);
    history.also(kChairman, PlaceConsumed{"key", history.id});
    CHECK(read_aloud(history) == "INV-9 at 17: a place was used that the dossier did not hold: key");
  }
  SECTION("kept by one who withdrew") {
    History history;
    history.open();
    history.submit();
    history.review();
    history.appraise();
    history.add(kHead, DossierWithdrawn{}, Phase::withdrawn);
    CHECK(read_aloud(history) == "INV-9 at 11: the dossier ended as withdrawn, but its place is reserved");
    history.also(kHead, PlaceReleased{"key", history.id});
    CHECK(read_aloud(history) == "");
  }
  SECTION("of another dossier") {
    History history = whole_life();
    std::get<PlaceReserved>(history.last<PlaceReserved>().body).dossier = "dossier-2";
    CHECK(read_aloud(history) == "INV-9 at 10: the place is of another dossier");
  }
}

TEST_CASE("INV-15: the stored state is what the events say", "[invariants]") {
  World world = whole_life().world();
  SECTION("a rank that nobody gave") {
    world.dossiers[0].snapshot->rank = 1;
    CHECK(read_aloud(check_world(world)) == "INV-15 at 18: the stored rank is not what the events say\n"
                                            "INV-15 at 18: the stored state differs from the fold of its events");
  }
  SECTION("a member that only the engine's fold knows") {
    world.dossiers[0].snapshot->papers[0].superseded = true;
    CHECK(read_aloud(check_world(world)) == "INV-15 at 18: the stored state differs from the fold of its events");
  }
  SECTION("a wrong fold on both sides is still found by the walker") {
    world.dossiers[0].snapshot->endorsements[0].valid = false;
    world.dossiers[0].folded = world.dossiers[0].snapshot;
    CHECK(read_aloud(check_world(world)) == "INV-15 at 18: the stored endorsements is not what the events say");
  }
}

}  // namespace vinhdanh::test
