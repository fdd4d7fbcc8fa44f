// What may be done in an occasion now: nominating, deciding, closing it.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/action_list.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/closing.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/request/query.hpp"
#include "engine/refusal/reasons_in.hpp"

namespace vinhdanh {

namespace {

Offer closing_offer(const Deps& deps, const Actor& actor, const Occasion& occasion) {
  return offer_unless(reasons_in(decide_closing(deps, actor, occasion)), "close", "POST",
                      "/v1/occasions/" + occasion.id + "/close");
}

/// A decision is opened for one form, so each is a choice of its own.
Offer decision_offer(const Deps& deps, const Actor& actor, const Occasion& occasion) {
  Offer offer{"open_decision", "POST", "/v1/decisions"};
  for (const auto& form : rules_for(deps, occasion.plan).plan.award_forms) {
    auto reasons = reasons_against_decision(deps, actor, form, occasion);
    if (offer.choices.empty()) offer.reasons = reasons;
    const bool allowed = reasons.empty();
    offer.allowed = offer.allowed || allowed;
    offer.choices.push_back({"form", form.code, allowed, std::move(reasons)});
  }
  if (offer.allowed) offer.reasons.clear();
  return offer;
}

}  // namespace

HttpResponse list_occasion_actions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto occasion = visible_occasion(deps, request, actor, path_parameter(request, "id"));
  if (!occasion) return std::move(occasion.response());
  return action_list(deps, "occasion", occasion->id, occasion->version,
                     {closing_offer(deps, actor, *occasion),
                      offer_unless(reasons_against_submission(deps, actor, *occasion), "open_submission", "POST",
                                   "/v1/submissions"),
                      decision_offer(deps, actor, *occasion)});
}

}  // namespace vinhdanh
