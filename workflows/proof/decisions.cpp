// Each step that decides or ends a case, judged: stages that spoke, authority, attestation, the place.
#include "workflows/proof/decisions.hpp"

#include <algorithm>
#include <set>

namespace vinhdanh::detail {
namespace {

using PathMaker = std::function<std::vector<PathStep>()>;

class DecisionCheck {
 public:
  DecisionCheck(const RouteCase& of, const Spot& route, const Spot& form, ProofFindings& findings)
      : of_(of), route_(route), form_(form), findings_(findings) {}

  void see(const Taken& taken, const PathMaker& path) {
    if (taken.before.given != taken.after.given && taken.after.given != RouteState::kNoForm) {
      check_endorsed(taken.after, path);
      check_authority(taken.after, path);
      check_attested(taken.after, path);
      if (taken.after.given != RouteState::kOwnForm) check_lower(taken.after, path);
    }
    if (is_final(taken.after.phase) && !is_final(taken.before.phase)) check_place(taken.after, path);
  }

 private:
  using Code = const char*;

  /// Only the nearest fault of a kind is told; the search comes nearest first.
  bool is_first(Code code) { return told_.insert(code).second; }
  Spot stage_spot(int stage) const { return route_["stages"][static_cast<std::size_t>(std::max(stage, 0))]; }
  [[nodiscard]] const AwardForm* given_form(const RouteState& state) const {
    if (state.given == RouteState::kOwnForm) return &of_.form;
    return of_.plan.award_form(of_.form.lower_forms[static_cast<std::size_t>(state.given)]);
  }
  /// The stages after a lower form's decision fall away.
  [[nodiscard]] int end_of(const RouteState& state) const {
    return state.given == RouteState::kOwnForm ? of_.last() : state.stage;
  }

  void check_endorsed(const RouteState& state, const PathMaker& path) {
    for (int at = 0; at <= end_of(state); ++at) {
      if (!of_.at(at).mandatory || state.stands(at)) continue;
      if (!is_first("mandatory_stage_missed")) return;
      return findings_.error(
          "mandatory_stage_missed", stage_spot(at),
          {"Có thể quyết định mà bước bắt buộc này chưa có ý kiến.",
           "Expected every mandatory stage to have spoken, but a decision can be made without this one."},
          path());
    }
  }

  void check_authority(const RouteState& state, const PathMaker& path) {
    const AwardForm* given = given_form(state);
    const bool right = given && state.stage != kNoStage && of_.at(state.stage).office_role == given->authority;
    if (right || !is_first("other_authority_decides")) return;
    findings_.error("other_authority_decides", stage_spot(state.stage)["office_role"],
                    {"Có thể quyết định ở bước không thuộc cấp có thẩm quyền.",
                     "Expected only the authority of the form to decide, but another office can."},
                    path());
  }

  /// An applicable bullet stays unattested when what was attested fell and the attesting stage is not asked again.
  void check_attested(const RouteState& state, const PathMaker& path) {
    if (!of_.asks_attestation || state.attested) return;
    for (int at = 0; at <= end_of(state); ++at) {
      if (!of_.at(at).attests) continue;
      if (!is_first("attestation_missed")) return;
      return findings_.error("attestation_missed", stage_spot(at),
                             {"Có thể quyết định mà tiêu chí chưa được xác nhận lại.",
                              "Expected the criteria to be attested, but a decision can be made without it."},
                             path());
    }
  }

  /// What the lower form's own route holds mandatory, the same office must have done on this one.
  void check_lower(const RouteState& state, const PathMaker& path) {
    const AwardForm* lower = given_form(state);
    const Route* own = lower ? of_.plan.route(lower->route) : nullptr;
    if (!own) return;
    for (std::size_t i = 0; i + 1 < own->stages.size(); ++i) {
      const Stage& needed = own->stages[i];
      if (!needed.mandatory || has_spoken(state, needed)) continue;
      if (!is_first("lower_form_skips_stage")) return;
      return findings_.error(
          "lower_form_skips_stage", form_["lower_forms"][static_cast<std::size_t>(state.given)],
          {"Hình thức thấp hơn có thể được quyết định mà thiếu bước bắt buộc " + quoted(needed.id) + " của nó.",
           "Expected the mandatory stage " + quoted(needed.id) + " of the lower form, but it can be given without."},
          path());
    }
  }
  [[nodiscard]] bool has_spoken(const RouteState& state, const Stage& needed) const {
    for (int at = 0; at <= of_.last(); ++at) {
      const Stage& stage = of_.at(at);
      if (state.stands(at) && stage.kind == needed.kind && stage.office_role == needed.office_role) return true;
    }
    return false;
  }

  void check_place(const RouteState& state, const PathMaker& path) {
    const Place right = state.phase == Phase::awarded ? Place::used : Place::none;
    if (state.place == right) return;
    const bool awarded = state.phase == Phase::awarded;
    const Code code = awarded ? "place_not_taken" : "place_not_freed";
    if (!is_first(code)) return;
    findings_.error(
        code, route_["reserves_at"],
        {awarded ? "Có thể được khen mà không chiếm chỗ nào." : "Có thể kết thúc mà chỗ đã giữ không được trả lại.",
         awarded ? "Expected an award to use one place, but it can be given without."
                 : "Expected the place to be freed at the end, but it can stay held."},
        path());
  }

  const RouteCase& of_;
  const Spot& route_;
  const Spot& form_;
  ProofFindings& findings_;
  std::set<std::string> told_;
};

}  // namespace

void check_decisions(const Search& search, const RouteCase& of, const Spot& route, const Spot& form,
                     ProofFindings& findings) {
  DecisionCheck check(of, route, form, findings);
  search.each_step([&](const Taken& taken, const PathMaker& path) { check.see(taken, path); });
}

}  // namespace vinhdanh::detail
