// What may be done to a decision now: signing and numbering it, taking dossiers into it and out of it.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/action_list.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/many.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/request/query.hpp"
#include "engine/decide/permission.hpp"
#include "engine/refusal/reasons_in.hpp"

namespace vinhdanh {

namespace {

/// Signing or numbering, on all dossiers as the command does it.
Offer whole_offer(const Deps& deps, const Actor& actor, const Decision& decision, const std::vector<Dossier>& all,
                  const Payload& payload) {
  const auto command = command_of(payload);
  Permission permission{.command = command};
  if (!all.empty()) {
    permission = detail::permission_of(
        command, {{{payload, {}}, reasons_in(decide_on_decision(deps, actor, payload, decision, all, false))}});
    permission.reasons = gathered(std::move(permission.reasons), all.size());
    // The codes of dossiers that he may not see are not his to read.
    for (auto& reason : permission.reasons) reason.details.erase("of_dossier");
  }
  auto offer = offer_of(std::move(permission), "POST", "/v1/decisions/" + decision.id + "/actions/" + path_of(command));
  if (all.empty()) offer.problem = "decision_empty";
  return offer;
}

/// A command on one of these dossiers: each is a choice.
Offer offer_on_one(const Deps& deps, const Actor& actor, const Decision& decision, const std::vector<Dossier>& some,
                   const Payload& payload) {
  std::vector<detail::Trial> trials;
  for (const auto& dossier : some) {
    const auto it = load_case(deps, actor, dossier, {decision.id, false, false, false});
    trials.push_back({{payload, {{"dossier", dossier.id}}},
                      reasons_in(decide(it.dossier, payload, it.facts, it.rules, deps.fresh))});
  }
  const auto command = command_of(payload);
  return offer_of(detail::permission_of(command, trials), "POST", "/v1/dossiers/{dossier}/actions/" + path_of(command));
}

std::vector<Dossier> waiting_for(const Deps& deps, const Actor& actor, const Decision& decision) {
  DossierQuery query;
  query.occasions = {decision.occasion};
  query.forms = {decision.form};
  query.phases = phases_open_to(deps.lifecycle, Command::approve);
  return visible_dossiers(deps, actor, query, kMostDossiers);
}

}  // namespace

HttpResponse list_decision_actions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto decision = visible_decision(deps, request, actor);
  if (!decision) return std::move(decision.response());
  DossierQuery its_own;
  its_own.decisions = {decision->id};
  const auto all = all_dossiers(deps.store, its_own, kMostInDecision);
  std::vector<Offer> offers{whole_offer(deps, actor, *decision, all, Sign{}),
                            whole_offer(deps, actor, *decision, all, Number{"1", today(deps)})};
  // Nothing is listed that there is nothing to do it to.
  if (const auto waiting = waiting_for(deps, actor, *decision); !waiting.empty())
    offers.push_back(offer_on_one(deps, actor, *decision, waiting, Approve{decision->id}));
  if (const auto within = visible_dossiers(deps, actor, its_own, kMostDossiers); !within.empty())
    offers.push_back(offer_on_one(deps, actor, *decision, within, RemoveFromDecision{"-"}));
  return action_list(deps, "decision", decision->id, decision->version, offers);
}

}  // namespace vinhdanh
