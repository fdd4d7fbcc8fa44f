// One dossier, and what may be done to it now.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/action_list.hpp"
#include "api/desk/commands/payloads.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

struct Way {
  std::string method;
  std::string href;
};

/// Method and path by which the command is given.
Way way_of(const Dossier& dossier, Command command) {
  const auto here = "/v1/dossiers/" + dossier.id;
  switch (command) {
    case Command::edit_content:
      return {"PUT", here + "/content"};
    case Command::attach_paper:
      return {"PUT", here + "/papers/{slot}"};
    case Command::lapse:
      return {"POST", "/v1/occasions/" + dossier.occasion + "/close"};
    case Command::sign:
    case Command::number:
      return {"POST", "/v1/decisions/" + dossier.decision.value_or("{id}") + "/actions/" + path_of(command)};
    default:
      return {"POST", here + "/actions/" + path_of(command)};
  }
}

}  // namespace

HttpResponse show_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  auto response = json_response(200, dossier_view(deps, *dossier));
  response.set("ETag", etag_of(dossier->version));
  return response;
}

HttpResponse list_actions(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto it = load_case(deps, actor, *dossier, {{}, true, true, false});
  std::vector<Offer> offers;
  for (auto& permission : permitted(it.dossier, it.facts, it.rules)) {
    auto [method, href] = way_of(it.dossier, permission.command);
    offers.push_back(offer_of(std::move(permission), std::move(method), std::move(href)));
  }
  return action_list(deps, "dossier", it.dossier.id, it.dossier.version, offers);
}

}  // namespace vinhdanh
