// INV-2 for deputies: whoever signed KT., and the holder he signed for, count as one hand.
#include "tests/engine/invariants/history.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Actor deputy_of(History& history, PersonId person, const Actor& holder) {
  Actor deputy = hand(std::move(person), holder.office, holder.role);
  deputy.capacity = Capacity::deputy;
  deputy.behalf_of = holder.person;
  Appointment appointment = appointed(deputy);
  appointment.deputy_for = holder.appointment;
  history.appointments.push_back(appointment);
  return deputy;
}

Actor head_at_home(History& history, PersonId person) {
  const Actor head = hand(std::move(person), "so_noi_vu", Role::office_head);
  history.appointments.push_back(appointed(head));
  return head;
}

const std::string both = "INV-2 at 9: one person endorsed both review and appraisal";

}  // namespace

TEST_CASE("INV-2: a deputy's endorsement is his holder's too", "[invariants]") {
  History history = whole_life();
  REQUIRE(std::holds_alternative<DossierForwarded>(history.events[6].body));
  REQUIRE(std::holds_alternative<DossierForwarded>(history.events[9].body));
  history.events[6].actor = deputy_of(history, "lan", kLabourHead);
  SECTION("alone it is lawful") { CHECK(read_aloud(history) == ""); }
  SECTION("the holder endorses the next stage") {
    history.events[9].actor = head_at_home(history, "minh");
    CHECK(read_aloud(history) == both);
  }
  SECTION("the deputy himself does") {
    history.events[9].actor = head_at_home(history, "lan");
    CHECK(read_aloud(history) == both);
  }
  SECTION("another deputy of the same holder does") {
    const Actor holder = head_at_home(history, "minh");
    history.events[9].actor = deputy_of(history, "pho", holder);
    CHECK(read_aloud(history) == both);
  }
}

TEST_CASE("INV-2: a deputy's proposal is his holder's too", "[invariants]") {
  History history = whole_life();
  REQUIRE(std::holds_alternative<ActionProposed>(history.events[5].body));
  history.events[5].actor = deputy_of(history, "lan", kLabourSpecialist);
  const Actor sends = hand("son", "so_lao_dong/2", Role::office_head);
  Appointment appointment = appointed(sends);
  appointment.office = "so_lao_dong";
  history.appointments.push_back(appointment);
  history.events[6].actor = sends;
  history.events[6].actor.office = "so_lao_dong";
  CHECK(read_aloud(history) == "INV-2 at 6: the person who proposed also sent");
}
