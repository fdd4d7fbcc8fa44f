// Who may act: the roles and offices that each command belongs to.
#include <algorithm>

#include "engine/decide/findings.hpp"

namespace vinhdanh::detail {
namespace {

/// These roles in this office may act. Without an office nobody is in the wrong one (no office is asked for an
/// opinion).
struct Hand {
  std::vector<Role> roles;
  std::vector<OfficeId> offices;
  bool any_office = false;
};
using HandList = std::vector<Hand>;

Hand unit_hand(const Case& asked, std::vector<Role> roles) { return {std::move(roles), {asked.unit}}; }

Hand stage_hand(const Case& asked, const std::vector<Role>& roles) {
  Hand hand{roles, {}};
  if (asked.office) hand.offices.push_back(*asked.office);
  return hand;
}

std::vector<Role> all_roles(const Hands& hands) {
  std::vector<Role> roles = hands.receive;
  roles.insert(roles.end(), hands.propose.begin(), hands.propose.end());
  roles.insert(roles.end(), hands.send.begin(), hands.send.end());
  return roles;
}

HandList any_hand(const Case& asked) {
  return asked.stage ? HandList{stage_hand(asked, all_roles(asked.stage->hands))} : HandList{};
}

HandList sending_hand(const Case& asked) {
  return asked.stage ? HandList{stage_hand(asked, asked.stage->hands.send)} : HandList{};
}

HandList sending_unit(const Case& asked) { return {unit_hand(asked, {asked.route.sender})}; }

HandList editing_unit(const Case& asked) { return {unit_hand(asked, {Role::unit_clerk, Role::unit_head})}; }

HandList authority_hand(const Case& asked, Role role) {
  Hand hand{{role}, {}};
  if (const Decision* decision = named_decision(asked))
    hand.offices = {decision->authority};
  else if (asked.office)
    hand.offices = {*asked.office};
  return {hand};
}

template <class P>
HandList hands_for(const Case& asked, const P&) {
  return sending_hand(asked);  // forward, return, conclude, approve, decline, record_result
}
HandList hands_for(const Case& asked, const EditContent&) { return editing_unit(asked); }
HandList hands_for(const Case& asked, const ConfirmCorrection&) { return editing_unit(asked); }
HandList hands_for(const Case& asked, const AttachPaper&) {
  return is_with_unit(asked.phase) ? editing_unit(asked) : any_hand(asked);
}
HandList hands_for(const Case& asked, const Submit&) { return sending_unit(asked); }
HandList hands_for(const Case& asked, const Resubmit&) { return sending_unit(asked); }
HandList hands_for(const Case& asked, const Withdraw&) {
  return {unit_hand(asked, {Role::unit_head, asked.route.sender})};
}
HandList hands_for(const Case& asked, const Receive&) {
  return asked.stage ? HandList{stage_hand(asked, asked.stage->hands.receive)} : HandList{};
}
HandList hands_for(const Case& asked, const Attest&) { return any_hand(asked); }
HandList hands_for(const Case& asked, const Rank&) { return any_hand(asked); }
HandList hands_for(const Case& asked, const RecordCorrection&) { return any_hand(asked); }
HandList hands_for(const Case& asked, const Propose&) {
  // Where nobody proposes, that is the reason, not the role.
  if (!asked.stage || asked.stage->hands.propose.empty()) return any_hand(asked);
  return {stage_hand(asked, asked.stage->hands.propose)};
}
HandList hands_for(const Case& asked, const GiveOpinion&) {
  Hand hand{{Role::specialist, Role::appraiser, Role::office_head}, {}};
  hand.any_office = !asked.stage || asked.stage->accompanying.empty();
  if (asked.stage) {
    for (const std::string& role : asked.stage->accompanying) {
      if (auto office = asked.holder(role)) hand.offices.push_back(*office);
    }
  }
  return {hand};
}
HandList hands_for(const Case& asked, const Recall&) {
  HandList list = sending_unit(asked);
  for (const Stage& stage : asked.route.stages) {
    Hand hand{stage.hands.send, {}};
    if (auto office = asked.holder(stage.office_role)) hand.offices = {*office};
    list.push_back(std::move(hand));
  }
  return list;
}
HandList hands_for(const Case& asked, const Sign&) { return authority_hand(asked, Role::decider); }
HandList hands_for(const Case& asked, const Number&) { return authority_hand(asked, Role::registry_clerk); }
/// The program lapses what a day has closed; to a person it is not named.
HandList hands_for(const Case& asked, const Lapse&) {
  const Occasion& occasion = asked.facts.occasion;
  const bool closed_by_day = occasion.closes && *occasion.closes < asked.today;
  const bool program = closed_by_day && asked.facts.actor.role == Role::deadline_runner;
  return {{{program ? Role::deadline_runner : Role::board_officer}, {occasion.office}}};
}
HandList hands_for(const Case& asked, const NotifyNotAwarded&) {
  Hand route_hand{{Role::office_head, Role::decider, Role::registry_clerk, Role::council_secretariat, Role::recorder},
                  {}};
  for (const Stage& stage : asked.route.stages) {
    if (auto office = asked.holder(stage.office_role)) route_hand.offices.push_back(*office);
  }
  return {route_hand, {{Role::board_officer}, {asked.facts.occasion.office}}};
}

HandList hands_for(const Case& asked, const TakeUp&) { return any_hand(asked); }
HandList hands_for(const Case& asked, const Release&) { return any_hand(asked); }
HandList hands_for(const Case& asked, const RemoveFromDecision&) { return authority_hand(asked, Role::decider); }

/// The board that runs the review, or whoever heads the office that has the dossier.
HandList holding_hands(const Case& asked) {
  HandList list{{{Role::board_officer}, {asked.facts.occasion.office}}};
  if (asked.stage) list.push_back(stage_hand(asked, {Role::office_head, Role::decider}));
  return list;
}
HandList hands_for(const Case& asked, const PutOnHold&) { return holding_hands(asked); }
HandList hands_for(const Case& asked, const LiftHold&) { return holding_hands(asked); }

/// Who watches may speak; what he sees is the desk's scope.
HandList hands_for(const Case&, const Comment&) {
  return {{.roles = {Role::observer, Role::board_officer}, .any_office = true}};
}

HandList hands_of(const Case& asked) {
  return std::visit([&](const auto& payload) { return hands_for(asked, payload); }, asked.payload);
}

template <class T>
bool has(const std::vector<T>& values, const T& value) {
  return std::ranges::find(values, value) != values.end();
}

bool is_in_role(const Case& asked, const Hand& hand) {
  const bool in_role = has(hand.roles, asked.facts.actor.role);
  // Who closes an occasion is told by his role there and by nothing else.
  if (std::holds_alternative<Lapse>(asked.payload)) return in_role && has(hand.offices, asked.facts.actor.office);
  return in_role;
}

std::string listed(std::vector<std::string> words) {
  std::ranges::sort(words);
  const auto twice = std::ranges::unique(words);
  words.erase(twice.begin(), twice.end());
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::optional<Source> rule_of(const Case& asked) {
  if (asked.stage && !is_with_unit(asked.phase)) return asked.stage->source;
  return asked.route.source;
}

}  // namespace

Findings not_in_role(const Case& asked) {
  const HandList list = hands_of(asked);
  if (std::ranges::any_of(list, [&](const Hand& hand) { return is_in_role(asked, hand); })) return {};
  std::vector<std::string> roles;
  for (const Hand& hand : list) {
    for (const Role role : hand.roles) roles.emplace_back(name_of(role));
  }
  return {{.code = Reason::not_in_role, .details = {{"role", listed(std::move(roles))}}, .source = rule_of(asked)}};
}

Findings not_responsible_office(const Case& asked) {
  HandList list = hands_of(asked);
  // Judged among the hands of the actor's role; a wrong role alone does not make the office wrong.
  HandList own;
  std::ranges::copy_if(list, std::back_inserter(own), [&](const Hand& hand) { return is_in_role(asked, hand); });
  if (!own.empty()) list = std::move(own);
  std::vector<std::string> offices;
  for (const Hand& hand : list) {
    if (hand.any_office || has(hand.offices, asked.facts.actor.office)) return {};
    offices.insert(offices.end(), hand.offices.begin(), hand.offices.end());
  }
  return {{.code = Reason::not_responsible_office,
           .details = {{"office", listed(std::move(offices))}},
           .source = rule_of(asked)}};
}

}  // namespace vinhdanh::detail
