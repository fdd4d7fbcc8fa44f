// One dossier, and what may be done to it now.
#include "api/desk/if_match.hpp"
#include "api/desk/lookup.hpp"
#include "api/desk/names.hpp"
#include "api/desk/payloads.hpp"
#include "api/desk/query.hpp"
#include "api/desk/reading.hpp"
#include "api/desk/records.hpp"
#include "api/desk/views.hpp"

namespace vinhdanh {

namespace {

/// Method and path by which the command is given.
Json way_of(const Dossier& dossier, Command command) {
  const auto here = "/v1/dossiers/" + dossier.id;
  switch (command) {
    case Command::edit_content:
      return {{"method", "PUT"}, {"href", here + "/content"}};
    case Command::attach_paper:
      return {{"method", "PUT"}, {"href", here + "/papers/{slot}"}};
    case Command::lapse:
      return {{"method", "POST"}, {"href", "/v1/occasions/" + dossier.occasion + "/close"}};
    case Command::sign:
    case Command::number:
      return {{"method", "POST"},
              {"href", "/v1/decisions/" + dossier.decision.value_or("{id}") + "/actions/" + path_of(command)}};
    default:
      return {{"method", "POST"}, {"href", here + "/actions/" + path_of(command)}};
  }
}

Json choices_json(const Deps& deps, const std::vector<Choice>& choices) {
  auto list = Json::array();
  for (const auto& choice : choices) {
    list.push_back({{"member", choice.member},
                    {"value", choice.value},
                    {"allowed", choice.allowed},
                    {"reasons", reasons_json(choice.reasons)}});
    if (choice.member == "person") list.back()["name"] = person_name(deps.store, choice.value);
  }
  return list;
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
  auto actions = Json::array();
  for (const auto& permission : permitted(it.dossier, it.facts, it.rules)) {
    auto action = way_of(it.dossier, permission.command);
    action["command"] = name_of(permission.command);
    action["allowed"] = permission.allowed;
    action["reasons"] = reasons_json(permission.reasons);
    action["choices"] = choices_json(deps, permission.choices);
    actions.push_back(std::move(action));
  }
  auto response =
      json_response(200, {{"dossier", it.dossier.id}, {"version", it.dossier.version}, {"actions", actions}});
  response.set("ETag", etag_of(it.dossier.version));
  return response;
}

}  // namespace vinhdanh
