// Places: taken once, kept over a return, given back or consumed once, each move on the quota's own stream too.
#include "tests/support/catch.hpp"
#include "tests/support/fixture.hpp"

namespace vinhdanh::test {
namespace {

const std::string kMerit = "chu_tich/phong_trao/occasion/merit/-";
const std::string kPraise = "chu_tich/phong_trao/-/letter_of_praise/-";


/// reserved, consumed
std::pair<int, int> places(const Fixture& f, const std::string& key) {
  const auto found = f.quotas.find(key);
  return found == f.quotas.end() ? std::pair{0, 0} : std::pair{found->second.reserved, found->second.consumed};
}

}  // namespace

TEST_CASE("the keys of a dossier are its form's and those of its lower forms") {
  Fixture f;
  f.open();
  CHECK(quota_keys(f.dossier(), f.occasion, f.rules(), f.today) == std::vector<std::string>{kMerit, kPraise});
  Fixture other;
  other.open("flag");
  CHECK(quota_keys(other.dossier(), other.occasion, other.rules(), other.today).empty());
  other.occasion.places.push_back({"flag", SubjectKind::collective, 1});
  CHECK(quota_keys(other.dossier(), other.occasion, other.rules(), other.today) ==
        std::vector<std::string>{"chu_tich/phong_trao/occasion/flag/collective"});
}

TEST_CASE("a place is reserved on leaving the stage of the route, and consumed by approval") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal", true);
  CHECK(places(f, kMerit) == std::pair{0, 0});
  const Outcome outcome = f.act(home_head(), forward(), id);
  REQUIRE(accepted(outcome));
  CHECK(places(f, kMerit) == std::pair{1, 0});
  CHECK(std::get<Change>(outcome).quota.front().limit == 2);
  int on_quota_stream = 0;
  for (const Event& event : std::get<Change>(outcome).events) {
    if (event.stream != StreamKind::quota) continue;
    ++on_quota_stream;
    CHECK(event.stream_id == kMerit);
    CHECK(std::holds_alternative<PlaceReserved>(event.body));
    CHECK_FALSE(event.from);
  }
  CHECK(on_quota_stream == 1);
  f.bring_to(id, "decision", true);
  REQUIRE(accepted(f.act(chairman(), Approve{f.open_decision()}, id)));
  CHECK(places(f, kMerit) == std::pair{0, 1});
  CHECK(f.dossier().quota->state == HoldState::consumed);
}

TEST_CASE("the place stays over a return and is not taken twice") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "advice");
  f.act(secretary(), ReturnForRework{"appraisal", letter(), {{"other", "", "xem lại"}}, std::nullopt}, id);
  CHECK(places(f, kMerit) == std::pair{1, 0});
  f.act(home_intake(), Receive{}, id);
  f.act(home_appraiser(), Propose{ProposalKind::forward, std::nullopt}, id);
  REQUIRE(accepted(f.act(home_head(), forward(), id)));
  CHECK(places(f, kMerit) == std::pair{1, 0});
  // This forward had reserved nothing, so its recall gives nothing back.
  REQUIRE(accepted(f.act(home_head(), Recall{}, id)));
  CHECK(places(f, kMerit) == std::pair{1, 0});
}

TEST_CASE("the recall of the forward that took the place gives it back") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal", true);
  f.act(home_head(), forward(), id);
  REQUIRE(accepted(f.act(home_head(), Recall{}, id)));
  CHECK(places(f, kMerit) == std::pair{0, 0});
  CHECK(f.dossier().quota->state == HoldState::released);
}

TEST_CASE("withdrawn, ineligible and declined dossiers free their place") {
  for (const int way : {0, 1, 2}) {
    Fixture f;
    const DossierId id = f.open();
    f.bring_to(id, "decision");
    CHECK(places(f, kMerit) == std::pair{1, 0});
    if (way == 0) f.act(unit_head(), Withdraw{"rút"}, id);
    if (way == 1) {
      f.plan.routes.front().stages.back().may_conclude_ineligible = true;
      f.dossiers[id].papers.clear();
      f.act(chairman(), ConcludeIneligible{letter(), {{.paper_slot = "report"}}, "thiếu báo cáo"}, id);
    }
    if (way == 2) f.act(chairman(), Decline{"chưa tiêu biểu"}, id);
    CHECK(is_final(f.dossier().phase));
    CHECK(places(f, kMerit) == std::pair{0, 0});
  }
}

TEST_CASE("a lower form moves the place: the old one is freed, the lower one consumed") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "decision");
  REQUIRE(accepted(f.act(chairman(), ApproveLowerForm{"letter_of_praise", f.open_decision("letter_of_praise")}, id)));
  CHECK(places(f, kMerit) == std::pair{0, 0});
  CHECK(places(f, kPraise) == std::pair{0, 1});
  CHECK(f.dossier().quota->key == kPraise);
  CHECK(f.dossier().granted_form == "letter_of_praise");
}

TEST_CASE("a route that reserves nowhere takes the place at approval") {
  Fixture f;
  f.plan.routes.front().reserves_at = std::nullopt;
  f.occasion.places.front().limit = 1;
  const DossierId first = f.open();
  const DossierId second = f.open();
  f.bring_to(first, "decision", true);
  f.bring_to(second, "decision", true);
  CHECK(places(f, kMerit) == std::pair{0, 0});
  const DecisionId decision = f.open_decision();
  REQUIRE(accepted(f.act(chairman(), Approve{decision}, first)));
  CHECK(places(f, kMerit) == std::pair{0, 1});
  CHECK(codes(f.act(chairman(), Approve{decision}, second)) == std::vector<Reason>{Reason::quota_full});
}

}  // namespace vinhdanh::test
