// Plays every command in every situation, in rounds: after round n all situations n commands away are known.
#include "tests/workflows/proof/brute_force.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "tests/workflows/proof/played_dossier.hpp"

namespace vinhdanh::test {
namespace {

struct Played {
  std::map<Situation, std::size_t> rounds;  ///< how many commands away
  std::map<Situation, std::set<Situation>> next;
  std::map<std::string, std::size_t> faults;
};

Played play(const Game& game, const std::vector<TableRow>& table) {
  Played played;
  std::set<Situation> now{Situation{}};
  played.rounds[Situation{}] = 0;
  for (std::size_t round = 1; !now.empty(); ++round) {
    std::set<Situation> fresh;
    for (const Situation& s : now) {
      for (const TableRow& row : table) {
        for (const Situation& to : game.after(s, row)) {
          for (const std::string& code : game.wrong(s, to)) played.faults.try_emplace(code, round);
          played.next[s].insert(to);
          if (played.rounds.try_emplace(to, round).second) fresh.insert(to);
        }
      }
    }
    now = std::move(fresh);
  }
  return played;
}

/// Those from which a situation of these phases can still come, swept until nothing is added.
std::set<Situation> leading_to(const Played& played, const std::set<std::string>& phases) {
  std::set<Situation> good;
  for (const auto& [s, round] : played.rounds) {
    if (phases.contains(s.phase)) good.insert(s);
  }
  for (bool more = true; more;) {
    more = false;
    for (const auto& [s, nexts] : played.next) {
      if (good.contains(s)) continue;
      if (std::ranges::none_of(nexts, [&](const Situation& n) { return good.contains(n); })) continue;
      good.insert(s);
      more = true;
    }
  }
  return good;
}

using Far = std::pair<long, int>;

/// The situation furthest along the route, at most up to before `limit`; of those the nearest.
std::pair<Situation, std::size_t> furthest(const Game& game, const Played& played, long limit) {
  std::optional<std::tuple<Far, long, Situation>> best;
  for (const auto& [s, round] : played.rounds) {
    if (is_end(s) || s.phase == "returned" || game.index(s.at) >= limit) continue;
    const Far far{game.index(s.at), static_cast<int>(*parse_name<Phase>(s.phase))};
    const long near = -static_cast<long>(round);
    if (!best || std::tie(std::get<0>(*best), std::get<1>(*best)) < std::tie(far, near)) best = {far, near, s};
  }
  return {std::get<2>(*best), static_cast<std::size_t>(-std::get<1>(*best))};
}

void judge_ways(const Game& game, Played& played) {
  const auto winning = leading_to(played, {"awarded"});
  const auto refusing = leading_to(played, {"not_awarded", "ineligible"});
  const auto name = [&](const Situation& s, const std::string& code) {
    const bool waits = s.phase == "awaiting_receipt" && !s.at.empty() && game.stage(s.at)->hands.receive.empty();
    return waits ? std::string("nobody_receives") : code;
  };
  if (!winning.contains(Situation{})) {
    const auto [s, round] = furthest(game, played, 99);
    played.faults.try_emplace(name(s, "award_unreachable"), round);
    return;
  }
  bool stuck = false;
  std::map<std::string, std::pair<std::size_t, std::string>> nearest;
  for (const auto& [s, round] : played.rounds) {
    if (is_end(s) || winning.contains(s)) continue;
    stuck = true;
    const std::string code = refusing.contains(s) ? "only_refusal_left" : "dead_end";
    const std::string told = name(s, code);
    if (!nearest.contains(code) || round < nearest[code].first) nearest[code] = {round, told};
  }
  for (const auto& [code, told] : nearest) played.faults.try_emplace(told.second, told.first);
  if (stuck) return;
  std::set<std::string> reviewed;
  for (const auto& [s, round] : played.rounds) {
    if (s.phase == "under_review") reviewed.insert(s.at);
  }
  for (const Stage& each : game.stages) {
    if (reviewed.contains(each.id)) continue;
    played.faults.try_emplace("stage_unreachable", furthest(game, played, game.index(each.id)).second);
    return;
  }
}

}  // namespace

std::map<std::string, std::size_t> brute_force(const Plan& plan, const AwardForm& form,
                                               const std::vector<TableRow>& table) {
  const Game game(plan, form);
  Played played = play(game, table);
  judge_ways(game, played);
  return played.faults;
}

}  // namespace vinhdanh::test
