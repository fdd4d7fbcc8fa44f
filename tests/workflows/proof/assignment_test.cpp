// The exact assignment against trying every person in every hand.
#include "workflows/proof/assignment.hpp"

#include "tests/support/catch.hpp"
#include "tests/workflows/random/dice.hpp"

using namespace vinhdanh;
using namespace vinhdanh::detail;
using vinhdanh::test::Dice;

namespace {

struct Team {
  std::vector<Stage> stages;
  Lineup lineup;
};

std::vector<Candidate> some_people(Dice& dice) {
  static const std::vector<PersonId> names = {"a", "b", "c", "d", "e"};
  std::vector<Candidate> list;
  for (std::size_t i = 1 + dice.roll(3); i > 0; --i) {
    Candidate candidate{dice.pick(names), std::nullopt, Role::specialist};
    if (dice.chance(25)) candidate.behalf_of = dice.pick(names);
    list.push_back(candidate);
  }
  return list;
}

Team random_team(std::uint64_t seed) {
  using enum StageKind;
  static const std::vector<StageKind> kinds = {review, appraise, advise, endorse, decide, record_result};
  Dice dice(seed);
  Team team;
  team.stages.resize(1 + dice.roll(4));
  team.lineup.unit = "unit";
  team.lineup.senders = some_people(dice);
  if (dice.chance(40)) team.lineup.own_people = {"a"};
  for (Stage& stage : team.stages) {
    stage.kind = dice.pick(kinds);
    stage.mandatory = dice.chance(75);
    StageLine line{&stage, dice.chance(25) ? "unit" : "office", {}};
    if (dice.chance(60)) line.hands.push_back({HandKind::receive, {}, some_people(dice)});
    if (dice.chance(50)) line.hands.push_back({HandKind::propose, {}, some_people(dice)});
    line.hands.push_back({HandKind::send, {}, some_people(dice)});
    team.lineup.stages.push_back(std::move(line));
  }
  return team;
}

/// Everybody who acts, in order; stage -1 is the unit.
struct Act {
  int stage;
  HandKind hand;
  Candidate who;
};

bool same_person(const Candidate& a, const Candidate& b) {
  for (const auto& one : {std::optional(a.person), a.behalf_of}) {
    for (const auto& other : {std::optional(b.person), b.behalf_of}) {
      if (one && other && *one == *other) return true;
    }
  }
  return false;
}

/// May the last act follow the others? ADR 0001: own_submission and already_acted.
bool may_follow(const Team& team, const std::vector<Act>& acts) {
  const Act& now = acts.back();
  if (now.stage < 0) return true;
  const Stage& stage = team.stages[static_cast<std::size_t>(now.stage)];
  const bool records = stage.kind == StageKind::record_result && now.hand == HandKind::send;
  const Candidate& submitter = acts.front().who;
  const bool own_office = team.lineup.stages[static_cast<std::size_t>(now.stage)].office == "unit";
  if (!records && own_office && now.hand != HandKind::receive) {
    if (now.who.person == submitter.person || now.who.person == submitter.behalf_of) return false;
  }
  if (!records && !own_office) {
    if (same_person(now.who, submitter)) return false;
    for (const PersonId& own : team.lineup.own_people) {
      if (now.who.person == own || now.who.behalf_of == own) return false;
    }
  }
  if (now.hand != HandKind::send || stage.kind == StageKind::record_result) return true;
  for (const Act& act : acts) {
    if (&act == &now || act.stage < 0 || !same_person(act.who, now.who)) continue;
    if (act.stage == now.stage && act.hand == HandKind::propose) return false;
    if (act.stage == now.stage || act.hand != HandKind::send) continue;
    const Stage& earlier = team.stages[static_cast<std::size_t>(act.stage)];
    const bool ends = stage.kind == StageKind::decide || stage.kind == StageKind::endorse;
    const bool lawful = stage.kind == StageKind::advise || (ends && earlier.kind == StageKind::advise);
    if (earlier.mandatory && !lawful) return false;
  }
  return true;
}

bool can_go_on(const Team& team, std::vector<Act>& acts, std::size_t stage, std::size_t hand) {
  if (stage == team.stages.size()) return true;
  const auto& hands = team.lineup.stages[stage].hands;
  if (hand == hands.size()) return can_go_on(team, acts, stage + 1, 0);
  for (const Candidate& candidate : hands[hand].candidates) {
    acts.push_back({static_cast<int>(stage), hands[hand].kind, candidate});
    if (may_follow(team, acts) && can_go_on(team, acts, stage, hand + 1)) return true;
    acts.pop_back();
  }
  return false;
}

bool somebody_can(const Team& team) {
  for (const Candidate& submitter : team.lineup.senders) {
    std::vector<Act> acts{{-1, HandKind::send, submitter}};
    if (can_go_on(team, acts, 0, 0)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the assignment finds persons exactly when trying them all does") {
  int possible = 0;
  constexpr int count = 2000;
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    const Team team = random_team(seed);
    INFO("seed " << seed);
    const bool expected = somebody_can(team);
    REQUIRE(unassignable(team.lineup).has_value() != expected);
    possible += expected;
  }
  CHECK(possible > count / 5);
  CHECK(possible < count * 4 / 5);
}
