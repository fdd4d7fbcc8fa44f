// The answer to "what may be done to this now?".
#include "api/desk/commands/action_list.hpp"

#include "api/desk/caller/names.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"

namespace vinhdanh {

namespace {

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

/// What the way in refuses by itself, in the shape of the engine's reasons.
Json reason_of_problem(std::string_view code) {
  const auto* known = find_known_problem(code);
  return {{"code", known->code},
          {"sentence", {{"vi", known->detail_vi}, {"en", known->detail_en}}},
          {"details", Json::object()}};
}

}  // namespace

Offer offer_unless(std::vector<RefusalReason> reasons, std::string_view name, std::string method, std::string href) {
  Offer offer{name, std::move(method), std::move(href)};
  offer.allowed = reasons.empty();
  offer.reasons = std::move(reasons);
  return offer;
}

Offer offer_of(Permission permission, std::string method, std::string href) {
  auto offer = offer_unless(std::move(permission.reasons), name_of(permission.command), std::move(method), std::move(href));
  offer.allowed = permission.allowed;
  offer.choices = std::move(permission.choices);
  return offer;
}

Json offer_json(const Deps& deps, const Offer& offer) {
  auto reasons = reasons_json(offer.reasons);
  if (!offer.problem.empty()) reasons.push_back(reason_of_problem(offer.problem));
  Json json{{"command", offer.name},
            {"method", offer.method},
            {"href", offer.href},
            {"allowed", offer.allowed},
            {"reasons", std::move(reasons)},
            {"choices", choices_json(deps, offer.choices)}};
  if (offer.dossiers) json["dossiers"] = *offer.dossiers;
  return json;
}

HttpResponse action_list(const Deps& deps, const char* noun, const std::string& id, std::int64_t version,
                         const std::vector<Offer>& offers) {
  auto actions = Json::array();
  for (const auto& offer : offers) actions.push_back(offer_json(deps, offer));
  auto response = json_response(200, {{noun, id}, {"version", version}, {"actions", std::move(actions)}});
  response.set("ETag", etag_of(version));
  return response;
}

}  // namespace vinhdanh
