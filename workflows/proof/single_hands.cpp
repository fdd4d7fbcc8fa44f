// Roles of one person that separation of duties asks to act twice.
#include <algorithm>

#include "workflows/proof/decisions.hpp"

namespace vinhdanh::detail {
namespace {

class SingleHandCheck {
 public:
  SingleHandCheck(const Search& search, const RouteCase& of, const Spot& route, ProofFindings& findings)
      : search_(search), of_(of), route_(route), findings_(findings) {}

  void run() {
    for (int at = 0; at <= of_.last(); ++at) {
      check_proposer(at);
      for (int earlier = 0; earlier < at; ++earlier) check_pair(earlier, at);
    }
  }

 private:
  /// The one role that holds this hand, when one person alone holds it.
  [[nodiscard]] std::optional<Role> single(const std::vector<Role>& hand) const {
    const auto& holders = of_.plan.single_holders;
    if (!holders || hand.size() != 1) return std::nullopt;
    const bool is_single = std::ranges::find(holders->roles, hand.front()) != holders->roles.end();
    return is_single ? std::optional(hand.front()) : std::nullopt;
  }
  Spot hands_spot(int stage) const { return route_["stages"][static_cast<std::size_t>(stage)]["hands"]; }

  void check_proposer(int at) {
    const Hands& hands = of_.at(at).hands;
    const auto role = single(hands.send);
    if (!role || single(hands.propose) != role) return;
    const auto where = search_.nearest([&](std::size_t number) {
      const RouteState& state = search_.state(number);
      return state.stage == at && state.phase == Phase::proposed;
    });
    if (!where) return;
    findings_.error("proposer_is_sender", hands_spot(at)["propose"],
                    {"Người đề xuất và người ký trình là một người.",
                     "Expected two persons, but " + quoted(name_of(*role)) + " both proposes and sends."},
                    search_.path_to(*where));
  }

  /// The advice of the council is one of the two acts that a person may do.
  [[nodiscard]] bool may_be_one(const Stage& earlier, const Stage& later) const {
    using enum StageKind;
    if (later.kind == advise || later.kind == record_result) return true;
    return earlier.kind == advise && (later.kind == decide || later.kind == endorse);
  }

  void check_pair(int earlier, int later) {
    const Stage& first = of_.at(earlier);
    const Stage& second = of_.at(later);
    if (!first.mandatory || first.office_role != second.office_role || may_be_one(first, second)) return;
    const auto role = single(second.hands.send);
    if (!role || single(first.hands.send) != role) return;
    const auto where = search_.nearest([&](std::size_t number) {
      const RouteState& state = search_.state(number);
      return state.stage == later && state.phase == Phase::under_review && state.stands(earlier);
    });
    if (!where) return;
    findings_.error("one_hand_speaks_twice", hands_spot(later)["send"],
                    {"Một người phải có ý kiến ở cả bước " + quoted(first.id) + " và bước này.",
                     "Expected another person than at " + quoted(first.id) + ", but one person is " +
                         quoted(name_of(*role)) + " of both."},
                    search_.path_to(*where));
  }

  const Search& search_;
  const RouteCase& of_;
  const Spot& route_;
  ProofFindings& findings_;
};

}  // namespace

void check_single_hands(const Search& search, const RouteCase& of, const Spot& route, ProofFindings& findings) {
  SingleHandCheck(search, of, route, findings).run();
}

}  // namespace vinhdanh::detail
