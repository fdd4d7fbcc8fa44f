// Lists of dossiers by filter and by words, and the facets of either.
#include "api/desk/case.hpp"
#include "api/desk/list_body.hpp"
#include "api/desk/lists.hpp"
#include "api/desk/names.hpp"
#include "api/desk/refresh_entries.hpp"
#include "api/desk/scope.hpp"
#include "api/http/paging.hpp"

namespace vinhdanh {

namespace {

/// A request whose query is what the body asks for, so that the cursor is bound to it.
HttpRequest as_bound(const HttpRequest& request, const ListBody& body) {
  auto bound = request;
  bound.query = {{"body", filter_json(body).dump()}};
  if (body.limit) bound.query["limit"] = std::to_string(*body.limit);
  if (body.cursor) bound.query["cursor"] = *body.cursor;
  return bound;
}

/// The faults of a body stand in the body.
HttpResponse page_fault(Problem problem, const HttpRequest& request) {
  for (auto& error : problem.errors) {
    if (error.pointer == "#/query/limit") error.pointer = "/limit";
  }
  return respond_with(problem, request);
}

Or<ListBody> read_list_body(const HttpRequest& request) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto body = read_body<ListBody>(request);
  if (!body) return body;
  std::vector<ProblemError> errors;
  check_filter(*body, "", errors);
  if (!errors.empty()) return invalid(request, errors);
  return body;
}

}  // namespace

std::optional<std::string> name_in_facet(const Deps& deps, Facet facet, const std::string& value) {
  switch (facet) {
    case Facet::unit:
    case Facet::office:
      return office_name(deps.rulebook.organisation(), value, today(deps));
    case Facet::assignee:
      return person_name(deps.store, value);
    case Facet::plan: {
      const auto* plan = deps.rulebook.latest_plan(value);
      return plan == nullptr ? std::nullopt : std::optional(plan->title);
    }
    case Facet::occasion: {
      const auto occasion = deps.store.occasion(value);
      return occasion ? std::optional(occasion->name) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::vector<Facet> all_facets() {
  std::vector<Facet> all;
  for (std::size_t i = 0; i < Names<Facet>::all.size(); ++i) all.push_back(static_cast<Facet>(i));
  return all;
}

HttpResponse list_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  ListAsked asked;
  asked.filter = read_list_filter(reader);
  asked.order = reader.name<ListOrder>("order").value_or(ListOrder::opened);
  asked.total = reader.truth("total").value_or(false);
  const auto page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  return list_response(deps, request, actor, asked, page, true);
}

HttpResponse search_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_list_body(request);
  if (!body) return std::move(body.response());
  const auto bound = as_bound(request, *body);
  const auto page = Paging(deps.store.instance()).page_of(bound, actor);
  if (const auto* fault = std::get_if<Problem>(&page)) return page_fault(*fault, request);
  const ListAsked asked{filter_of(*body), body->order.value_or(ListOrder::opened), body->total.value_or(false)};
  return list_response(deps, bound, actor, asked, std::get<PageRequest>(page), false);
}

HttpResponse count_facets(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_list_body(request);
  if (!body) return std::move(body.response());
  ensure_entries(deps);
  const auto scope = Scope(deps, actor, today(deps)).in_lists();
  const auto filter = filter_of(*body);
  const auto wanted = body->facets.empty() ? all_facets() : body->facets;
  Json facets = Json::object();
  for (const auto facet : wanted) facets[std::string(name_of(facet))] = Json::array();
  for (const auto& [facet, value, count] : deps.lists.facets(scope, filter, wanted)) {
    Json line{{"value", value}, {"count", count}};
    if (const auto name = name_in_facet(deps, facet, value)) line["name"] = *name;
    facets[std::string(name_of(facet))].push_back(std::move(line));
  }
  return json_response(200, {{"total", deps.lists.count(scope, filter)}, {"facets", std::move(facets)}});
}

}  // namespace vinhdanh
