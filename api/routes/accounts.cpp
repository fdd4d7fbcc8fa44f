// Routes of administrators and definition managers: accounts, appointments, definitions.
#include "api/desk/people/definitions.hpp"
#include "api/desk/people/people.hpp"
#include "api/desk/request/media_type.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

namespace {

using DefinitionAct = void (*)(const Deps&, DefinitionShelf&, const HttpRequest&, const Actor&, Respond);

HttpRoute to_definitions(const Deps& deps, DefinitionShelf& shelf, std::string pattern, BodyKind body,
                         std::size_t limit, Right right, DefinitionAct act) {
  return {"POST",
          std::move(pattern),
          with(right),
          body,
          limit,
          [&deps, &shelf, act](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
            act(deps, shelf, request, caller.value(), respond);
          }};
}

}  // namespace

std::vector<HttpRoute> account_routes(SignIn& sign_in) {
  const Deps& deps = sign_in.deps;
  const auto admin = with(Right::manage_accounts);
  const auto roles = with(Right::manage_appointments);
  return {
      get(deps, "/v1/accounts", admin, list_accounts),
      post(deps, "/v1/accounts", admin, add_account),
      post_read(deps, "/v1/accounts/search", admin, search_accounts),
      get(deps, "/v1/accounts/{id}", admin, show_account),
      {"PUT", "/v1/accounts/{id}/email", admin, BodyKind::json, kJsonLimit, acting(deps, put_address)},
      {"PUT", "/v1/accounts/{id}/password", admin, BodyKind::json, kJsonLimit,
       [&sign_in](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
         give_password(sign_in, request, caller.value(), respond);
       }},
      post(deps, "/v1/accounts/{id}/actions/disable", admin, disable_account),
      post(deps, "/v1/accounts/{id}/actions/enable", admin, enable_account),
      get(deps, "/v1/appointments", roles, list_appointments),
      post(deps, "/v1/appointments", roles, request_appointment),
      get(deps, "/v1/appointments/{id}", roles, show_appointment),
      {"GET", "/v1/appointments/{id}/document", roles, BodyKind::none, 0, reading(deps, get_authorisation), "*/*"},
      {"PUT", "/v1/appointments/{id}/document", roles, BodyKind::raw, kLargestPaper, acting(deps, put_authorisation)},
      post(deps, "/v1/appointments/{id}/actions/grant", roles, grant_appointment),
      post(deps, "/v1/appointments/{id}/actions/refuse", roles, refuse_appointment),
      post(deps, "/v1/appointments/{id}/actions/end", roles, end_appointment),
  };
}

std::vector<HttpRoute> definition_routes(const Deps& deps, DefinitionShelf& shelf) {
  const std::string version = "/v1/definitions/{kind}/{id}/{version}/actions/";
  return {
      {"GET", "/v1/definitions", with(Right::read_definitions), BodyKind::none, 0,
       [&deps, &shelf](const HttpRequest& request, const std::optional<Actor>& caller, const Respond& respond) {
         respond(list_definitions(deps, shelf, request, caller.value()));
       }},
      to_definitions(deps, shelf, "/v1/definitions", BodyKind::raw, kLargestDefinition,
                     Right::bring_definitions, bring_definition),
      to_definitions(deps, shelf, version + "request_activation", BodyKind::json, kJsonLimit,
                     Right::activate_definitions, ask_activation),
      to_definitions(deps, shelf, version + "activate", BodyKind::json, kJsonLimit, Right::activate_definitions,
                     put_into_use),
  };
}

}  // namespace vinhdanh
