// What may be done to a submission now: one more dossier, a paper, and each command on all dossiers that it applies to.
#include <algorithm>
#include <map>
#include <set>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/action_list.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/many.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/dossier/papers.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/request/query.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/decide/permission.hpp"
#include "engine/refusal/reasons_in.hpp"

namespace vinhdanh {

namespace {

/// The payloads that any of the dossiers offers, each once.
std::vector<detail::Attempt> attempts_on(Command command, const std::vector<const Case*>& cases) {
  std::vector<detail::Attempt> all;
  std::set<std::string> known;
  for (const auto* it : cases) {
    for (auto& attempt : detail::attempts_of(command, it->dossier, it->facts, it->rules)) {
      auto text = std::visit([](const auto& payload) { return to_json_value(payload).dump(); }, attempt.payload);
      if (known.insert(std::move(text)).second) all.push_back(std::move(attempt));
    }
  }
  return all;
}

/// A submission's dossiers with what decisions on them want to know, each loaded once.
class Lot {
 public:
  Lot(const Deps& deps, const Actor& actor, std::vector<Dossier> dossiers)
      : deps_(deps), dossiers_(std::move(dossiers)) {
    for (const auto& dossier : dossiers_) cases_.emplace(dossier.id, load_case(deps, actor, dossier, {{}, true, true, false}));
  }

  /// To how many of them the command applies now.
  [[nodiscard]] std::size_t count(Command command) const {
    return without_held(deps_.lifecycle, command, those_open_to(deps_.lifecycle, command, dossiers_)).size();
  }

  [[nodiscard]] Permission permission(Command command) const {
    const auto chosen = chosen_for(deps_, command, dossiers_);
    std::vector<const Case*> cases;
    for (const auto& dossier : chosen) cases.push_back(&cases_.at(dossier.id));
    std::vector<detail::Trial> trials;
    for (auto& attempt : attempts_on(command, cases)) {
      auto reasons = reasons_in(decide_loaded(deps_, attempt.payload, cases));
      trials.push_back({std::move(attempt), std::move(reasons)});
    }
    auto permission = detail::permission_of(command, trials);
    permission.reasons = gathered(std::move(permission.reasons), cases.size());
    for (auto& choice : permission.choices) choice.reasons = gathered(std::move(choice.reasons), cases.size());
    return permission;
  }

 private:
  const Deps& deps_;
  std::vector<Dossier> dossiers_;
  std::map<DossierId, Case> cases_;
};

Offer opening_offer(const Deps& deps, const Actor& actor, const Submission& submission, const Occasion& occasion) {
  auto offer = offer_unless(reasons_against_dossier(deps, actor, submission, occasion), "open_dossier", "POST",
                            "/v1/submissions/" + submission.id + "/dossiers");
  if (offer.allowed && is_full(deps, submission)) {
    offer.allowed = false;
    offer.problem = "too_many_dossiers";
  }
  return offer;
}

Offer paper_offer(const Deps& deps, const Actor& actor, const Submission& submission, const Occasion& occasion) {
  auto offer = offer_unless(reasons_against_paper(deps, actor, submission), name_of(Command::attach_paper), "PUT",
                            "/v1/submissions/" + submission.id + "/papers/{slot}");
  for (const auto& slot : submission_slots(rules_for(deps, occasion.plan).plan, occasion))
    offer.choices.push_back({"slot", slot, offer.allowed, offer.reasons});
  return offer;
}

}  // namespace

HttpResponse list_submission_actions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto submission = visible_submission(deps, request, actor);
  if (!submission) return std::move(submission.response());
  const auto occasion = deps.store.occasion(submission->occasion);
  if (!occasion) return not_found(request);
  std::vector<Offer> offers{opening_offer(deps, actor, *submission, *occasion),
                            paper_offer(deps, actor, *submission, *occasion)};
  DossierQuery its_own;
  its_own.submissions = {submission->id};
  auto all = visible_dossiers(deps, actor, its_own, kMostDossiers);
  const bool empty = all.empty();
  const Lot lot(deps, actor, std::move(all));
  for (std::size_t i = 0; i < Names<Command>::all.size(); ++i) {
    const auto command = static_cast<Command>(i);
    if (!is_posted_to_submission(command)) continue;
    auto offer = offer_of(empty ? Permission{.command = command} : lot.permission(command), "POST",
                          "/v1/submissions/" + submission->id + "/actions/" + path_of(command));
    if (empty) offer.problem = "nothing_to_act_on";
    offer.dossiers = lot.count(command);
    offers.push_back(std::move(offer));
  }
  return action_list(deps, "submission", submission->id, submission->version, offers);
}

}  // namespace vinhdanh
