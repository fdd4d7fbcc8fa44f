// What the search over each form's route shows: stages nobody reaches, dead ends, decisions that miss something.
#include <algorithm>
#include <set>

#include "workflows/proof/decisions.hpp"
#include "workflows/proof/findings.hpp"
#include "workflows/proof/search.hpp"

namespace vinhdanh::detail {
namespace {

bool is_awarded(const RouteState& state) { return state.phase == Phase::awarded; }
/// An office said no. What the unit takes back or lets lapse says nothing about the route.
bool is_refused(const RouteState& state) {
  return state.phase == Phase::not_awarded || state.phase == Phase::ineligible;
}

/// How far along its route a dossier is: the stage, and there the phase.
std::pair<int, int> progress(const RouteState& state) { return {state.stage, static_cast<int>(state.phase)}; }

class PathCheck {
 public:
  PathCheck(const RouteCase& of, Spot route, Spot form, std::span<const TableRow> table, ProofFindings& findings)
      : of_(of), route_(std::move(route)), form_(std::move(form)), search_(of, table), findings_(findings) {}

  void run() {
    if (!search_.is_whole()) {
      return findings_.error(
          "too_many_states", route_["stages"],
          {"Tuyến có quá nhiều cách đi để kiểm tra hết.", "Expected a route whose ways can all be searched."});
    }
    check_decisions(search_, of_, route_, form_, findings_);
    check_single_hands(search_, of_, route_, findings_);
    if (check_liveness()) check_reachable();
  }

 private:
  Spot stage_spot(int stage) const { return route_["stages"][static_cast<std::size_t>(std::max(stage, 0))]; }

  /// Answers whether from wherever it may stand a dossier can still be awarded.
  bool check_liveness() {
    const auto wins = search_.can_reach(is_awarded);
    if (!wins[0]) {
      report_stuck(furthest(kMostStages), "award_unreachable");
      return false;
    }
    const auto loses = search_.can_reach(is_refused);
    const auto lost = [&](bool refused) {
      return search_.nearest([&, refused](std::size_t at) {
        return !is_final(search_.state(at).phase) && !wins[at] && loses[at] == refused;
      });
    };
    const auto trap = lost(false);
    const auto refusal = lost(true);
    if (trap) report_stuck(*trap, "dead_end");
    if (refusal) report_stuck(*refusal, "only_refusal_left");
    return !trap && !refusal;
  }

  /// How far a dossier comes that never gets to `end`. At the unit for rework it is not further.
  std::size_t furthest(int end) const {
    std::size_t best = 0;
    for (std::size_t at = 0; at < search_.size(); ++at) {
      const RouteState& state = search_.state(at);
      if (is_final(state.phase) || state.phase == Phase::returned || state.stage >= end) continue;
      if (progress(search_.state(best)) < progress(state)) best = at;
    }
    return best;
  }

  [[nodiscard]] bool waits_for_nobody(const RouteState& state) const {
    const bool waits = state.phase == Phase::awaiting_receipt && state.stage != kNoStage;
    return waits && of_.at(state.stage).hands.receive.empty();
  }

  void report_stuck(std::size_t at, const char* code) {
    const RouteState& state = search_.state(at);
    if (waits_for_nobody(state)) {
      return findings_.error(
          "nobody_receives", stage_spot(state.stage)["hands"]["receive"],
          {"Không ai có quyền tiếp nhận hồ sơ ở bước này.", "Expected a role that receives the dossier at this stage."},
          search_.path_to(at));
    }
    const std::string where = std::string(name_of(state.phase));
    const bool refusal = std::string_view(code) == "only_refusal_left";
    const Words words{refusal ? "Từ đây hồ sơ chỉ còn có thể bị từ chối." : "Từ đây hồ sơ không thể đi đến kết quả.",
                      refusal ? "Expected a way to the award, but from " + where + " only a refusal is left."
                              : "Expected a way to a result, but from " + where + " none is left."};
    findings_.error(code, stage_spot(state.stage), words, search_.path_to(at));
  }

  /// The first stage of the route that no dossier is ever reviewed at.
  void check_reachable() {
    std::set<int> reviewed;
    for (std::size_t at = 0; at < search_.size(); ++at) {
      if (search_.state(at).phase == Phase::under_review) reviewed.insert(search_.state(at).stage);
    }
    for (int stage = 0; stage <= of_.last(); ++stage) {
      if (reviewed.contains(stage)) continue;
      return findings_.error(
          "stage_unreachable", stage_spot(stage),
          {"Không hồ sơ nào đến được bước này.", "Expected a way to this stage, but no dossier gets there."},
          search_.path_to(furthest(stage)));
    }
  }

  const RouteCase& of_;
  Spot route_;
  Spot form_;
  Search search_;
  ProofFindings& findings_;
};

}  // namespace

void check_paths(const Plan& plan, std::span<const TableRow> table, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.award_forms.size(); ++i) {
    const AwardForm& form = plan.award_forms[i];
    const Route* route = plan.route(form.route);
    if (!route || route->stages.empty()) continue;
    const Spot spot = Spot("routes")[static_cast<std::size_t>(route - plan.routes.data())];
    if (route->stages.size() > kMostStages) {
      findings.error("too_many_stages", spot["stages"], {"Tuyến có hơn 16 bước.", "Expected at most 16 stages."});
      continue;
    }
    const RouteCase of(plan, form, *route);
    PathCheck(of, spot, Spot("award_forms")[i], table, findings).run();
  }
}

}  // namespace vinhdanh::detail
