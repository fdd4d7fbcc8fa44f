// A deputy who signs KT. and the holder for whom he signs have both acted.
#include "tests/support/catch.hpp"
#include "tests/support/fixture_acts.hpp"

namespace vinhdanh::test {
namespace {

const std::vector<Reason> acted = {Reason::already_acted};

Actor deputy(PersonId person, const Actor& holder) {
  Actor signs = holder;
  signs.person = std::move(person);
  signs.appointment = signs.person + "-deputy";
  signs.capacity = Capacity::deputy;
  signs.behalf_of = holder.person;
  return signs;
}

/// Reviewed by a deputy for the head of the labour department, and proposed at the appraisal.
DossierId reviewed_by_deputy(Fixture& f) {
  const DossierId id = f.open();
  f.bring_to(id, "review", true);
  f.act(labour_intake(), Attest{{{"united", {}}}}, id);
  REQUIRE(accepted(f.act(deputy("lan", labour_head()), forward(), id)));
  f.bring_to(id, "appraisal", true);
  return id;
}

}  // namespace

TEST_CASE("an endorsement by a deputy keeps deputy, holder and who signs for either away from the next stage") {
  Fixture f;
  const DossierId id = reviewed_by_deputy(f);
  REQUIRE(f.dossier().endorsements.size() == 1);
  CHECK(f.dossier().endorsements[0].person == "lan");
  CHECK(f.dossier().endorsements[0].behalf_of == PersonId("minh"));
  const auto at_home = [](PersonId person) { return actor(std::move(person), "so_noi_vu", Role::office_head); };
  CHECK(codes(f.attempt(at_home("lan"), forward(), id)) == acted);
  CHECK(codes(f.attempt(at_home("minh"), forward(), id)) == acted);
  CHECK(codes(f.attempt(deputy("pho", at_home("minh")), forward(), id)) == acted);
  CHECK(codes(f.attempt(deputy("lan", home_head()), forward(), id)) == acted);
  CHECK(accepted(f.attempt(home_head(), forward(), id)));
}

TEST_CASE("an endorsement by the holder keeps his later deputy away") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal", true);
  const Actor promoted = actor("minh", "so_noi_vu", Role::office_head);
  CHECK(codes(f.attempt(deputy("pho", promoted), forward(), id)) == acted);
}

TEST_CASE("a proposal by a deputy keeps the holder from sending") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "review");
  f.act(labour_intake(), Attest{{{"united", {}}}}, id);
  const Actor holder = actor("son", "so_lao_dong", Role::specialist);
  REQUIRE(accepted(f.act(deputy("lan", holder), Propose{ProposalKind::forward, std::nullopt}, id)));
  REQUIRE(f.dossier().proposal);
  CHECK(f.dossier().proposal->behalf_of == PersonId("son"));
  CHECK(codes(f.attempt(actor("son", "so_lao_dong", Role::office_head), forward(), id)) == acted);
  CHECK(accepted(f.attempt(labour_head(), forward(), id)));
}

}  // namespace vinhdanh::test
