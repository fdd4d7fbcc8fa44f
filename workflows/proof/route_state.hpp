/// Where one dossier can stand on its route, as far as it matters for what can still happen to it.
#pragma once

#include <cstdint>
#include <string>

#include "engine/definition/plan.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh::detail {

inline constexpr int kMostStages = 16;
inline constexpr int kNoStage = -1;

/// Who sent a dossier that is on its way: the unit first, the unit after rework, or the stage of that number.
enum : int { kNobody = -1, kUnitFirst = -2, kUnitAgain = -3 };

enum class Place { none, reserved, used };

/// Stages are numbered along the route. The set of endorsements has one bit for each: it stands, on the present
/// content.
struct RouteState {
  static constexpr int kNoForm = -1;
  static constexpr int kOwnForm = 100;

  Phase phase = Phase::drafting;
  int stage = kNoStage;
  std::uint32_t endorsed = 0;
  int returned_from = kNoStage;  ///< where it goes back to once the earlier stages have spoken again
  bool proposed = false;
  bool ranked = false;
  bool attested = false;
  Place place = Place::none;
  int sender = kNobody;         ///< only on the way: who may take it back
  bool took_place = false;      ///< this sending took the place
  bool fell_by_return = false;  ///< this return made the endorsement of `stage` fall
  int given = kNoForm;          ///< what was approved: the form itself, or the lower form of that number

  [[nodiscard]] bool stands(int at) const { return (endorsed >> at) & 1U; }
  /// At no stage there is nothing to endorse.
  void endorse(int at) {
    if (at != kNoStage) endorsed |= 1U << at;
  }
  void unendorse(int at) {
    if (at != kNoStage) endorsed &= ~(1U << at);
  }
  bool operator==(const RouteState&) const = default;

  /// Tells states apart.
  [[nodiscard]] std::uint64_t key() const;
};

/// A form with its route, as the moves read it.
struct RouteCase {
  const Plan& plan;
  const AwardForm& form;
  const Route& route;
  bool asks_attestation = false;  ///< the plan has criteria that a person attests

  RouteCase(const Plan& plan, const AwardForm& form, const Route& route);
  [[nodiscard]] int last() const { return static_cast<int>(route.stages.size()) - 1; }
  [[nodiscard]] const Stage& at(int stage) const { return route.stages[static_cast<std::size_t>(stage)]; }
  /// The lower forms whose authority holds this stage.
  [[nodiscard]] bool gives_lower(int stage, std::size_t lower) const;
};

}  // namespace vinhdanh::detail
