// Who is told what of an event, kind by kind.
#include "engine/notices/told.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {

/// What the nominating unit is told of the act that was committed last.
std::vector<Told> told_to_the_unit(Fixture& f, const DossierId& id) {
  const Known known{.organisation = f.organisation, .day = f.today, .dossier = &f.dossiers.at(id), .plan = &f.plan};
  auto all = told_by(f.log.back(), known);
  std::erase_if(all, [&](const Told& told) {
    return std::ranges::none_of(told.audiences, [&](const Audience& each) { return each.office == f.dossiers.at(id).unit; });
  });
  return all;
}

DocumentRef result_of(const Fixture& f) { return {"99/QĐ-TTg", f.today}; }

}  // namespace

TEST_CASE("a result from above tells the unit what came of it, and by which document") {
  const struct {
    const char* stage;
    bool approved;
    const char* kind;
  } cases[] = {{"board", true, "result_recorded"},
               {"board", false, "award_declined"},
               {"result", true, "dossier_awarded"},
               {"result", false, "award_declined"}};
  for (const auto& [stage, approved, kind] : cases) {
    INFO(stage << " " << approved);
    Fixture f;
    const auto id = f.open("pm_merit");
    f.bring_to(id, stage);
    REQUIRE(accepted(f.act(recorder(), RecordResult{approved, result_of(f), std::nullopt}, id)));
    const auto told = told_to_the_unit(f, id);
    REQUIRE(told.size() == 1);
    CHECK(told.front().kind == kind);
    CHECK(told.front().details.at("document") == result_of(f).number);
  }
}

}  // namespace vinhdanh::test
