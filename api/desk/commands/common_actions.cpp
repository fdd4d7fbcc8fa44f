// What may be done to each of many dossiers that were chosen from a list.
#include <algorithm>
#include <map>
#include <optional>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/action_list.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/many.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/request/answers.hpp"

namespace vinhdanh {

namespace {

/// Adds what stands against a command or a choice on one of the dossiers, with its code.
void add_reasons(std::vector<RefusalReason>& all, std::vector<RefusalReason> reasons, const Dossier& dossier) {
  for (auto& reason : reasons) {
    reason.details["of_dossier"] = dossier.code;
    all.push_back(std::move(reason));
  }
}

/// One command on every one of the dossiers: allowed where all allow it, with the choices that all have.
class Common {
 public:
  explicit Common(Command command) { permission_.command = command; }

  void take(Permission permission, const Dossier& dossier) {
    if (permission.allowed) ++allowed_on_;
    add_reasons(permission_.reasons, std::move(permission.reasons), dossier);
    if (seen_++ == 0) {
      for (const auto& [member, value, allowed, reasons] : permission.choices) permission_.choices.push_back({member, value, true, {}});
    }
    std::erase_if(permission_.choices, [&](Choice& choice) { return !narrow(choice, permission.choices, dossier); });
  }

  [[nodiscard]] Offer offer() && {
    permission_.allowed = allowed_on_ == seen_;
    permission_.reasons = gathered(std::move(permission_.reasons), seen_);
    for (auto& choice : permission_.choices) choice.reasons = gathered(std::move(choice.reasons), seen_);
    const auto path = "/v1/dossiers/{id}/actions/" + path_of(permission_.command);
    auto offer = offer_of(std::move(permission_), "POST", path);
    offer.dossiers = allowed_on_;
    return offer;
  }

 private:
  /// False where the dossier has no such choice.
  static bool narrow(Choice& choice, const std::vector<Choice>& offered, const Dossier& dossier) {
    const auto same = std::ranges::find_if(offered, [&](const Choice& other) {
      return other.member == choice.member && other.value == choice.value;
    });
    if (same == offered.end()) return false;
    choice.allowed = choice.allowed && same->allowed;
    add_reasons(choice.reasons, same->reasons, dossier);
    return true;
  }

  Permission permission_;
  std::size_t seen_ = 0;
  std::size_t allowed_on_ = 0;
};

}  // namespace

HttpResponse list_common_actions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto ids = chosen_ids(request);
  if (!ids) return std::move(ids.response());
  const auto dossiers = visible_dossiers(deps, actor, *ids);
  if (dossiers.size() != ids->size()) return not_found(request);
  std::map<Command, Common> all;
  for (const auto& dossier : dossiers) {
    const auto it = load_case(deps, actor, dossier, {{}, true, true, false});
    for (auto& permission : permitted(it.dossier, it.facts, it.rules)) {
      if (!is_posted_to_dossier(permission.command)) continue;
      all.try_emplace(permission.command, permission.command).first->second.take(std::move(permission), dossier);
    }
  }
  auto actions = Json::array();
  for (auto& [command, common] : all) actions.push_back(offer_json(deps, std::move(common).offer()));
  return json_response(200, {{"dossiers", dossiers.size()}, {"actions", std::move(actions)}});
}

}  // namespace vinhdanh
