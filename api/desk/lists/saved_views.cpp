// A person's saved views.
#include "api/desk/lists/saved_views.hpp"

#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/lists/list_body.hpp"
#include "api/desk/request/if_match.hpp"

namespace vinhdanh {

namespace {

struct ViewBody {
  std::string name;
  ListBody filter;
  VINHDANH_MEMBERS(name, filter)
};

constexpr std::size_t kLongestViewName = 200;

Json view_json(const SavedView& view) {
  return {{"id", view.id}, {"name", view.name}, {"filter", Json::parse(view.filter)}, {"version", view.version}};
}

HttpResponse view_response(int status, const SavedView& view) {
  auto response = json_response(status, view_json(view));
  response.set("ETag", etag_of(view.version));
  return response;
}

/// 1 to 64 lower-case letters, digits and dashes.
bool is_view_id(const std::string& id) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, allowed);
}

std::vector<ProblemError> faults_of(const ViewBody& body) {
  std::vector<ProblemError> errors;
  if (body.name.empty()) errors.push_back(missing_value("/name"));
  if (body.name.size() > kLongestViewName) errors.push_back(too_long("/name", kLongestViewName));
  check_filter(body.filter, "/filter", errors);
  if (body.filter.cursor) errors.push_back(unknown_value("/filter/cursor"));
  if (body.filter.limit) errors.push_back(unknown_value("/filter/limit"));
  if (!body.filter.facets.empty()) errors.push_back(unknown_value("/filter/facets"));
  if (!body.filter.crossed.empty()) errors.push_back(unknown_value("/filter/crossed"));
  if (body.filter.total) errors.push_back(unknown_value("/filter/total"));
  return errors;
}

std::optional<SavedView> view_of(const std::vector<SavedView>& views, const std::string& id) {
  const auto found = std::ranges::find(views, id, &SavedView::id);
  if (found == views.end()) return std::nullopt;
  return *found;
}

std::optional<HttpResponse> check_seen(const HttpRequest& request, const std::optional<SavedView>& known) {
  if (known) return check_if_match(request, known->version, [&] { return view_json(*known); });
  if (request.headers.contains("if-match")) return problem(request, "precondition_failed");
  return std::nullopt;
}

}  // namespace

HttpResponse list_views(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto items = Json::array();
  for (const auto& view : deps.lists.views(actor.person)) items.push_back(view_json(view));
  return json_response(200, {{"items", std::move(items)}});
}

HttpResponse put_view(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  const auto& id = path_parameter(request, "id");
  if (!is_view_id(id)) return not_found(request);
  const auto known = view_of(deps.lists.views(actor.person), id);
  if (auto fault = check_seen(request, known)) return std::move(*fault);
  auto body = read_body<ViewBody>(request);
  if (!body) return std::move(body.response());
  auto errors = faults_of(*body);
  if (!errors.empty()) return invalid(request, errors);
  SavedView view{id, actor.person, body->name, filter_json(body->filter).dump(), known ? known->version : 0};
  switch (deps.lists.save_view(view, kMostViews)) {
    case ViewSaved::changed: return problem(request, "precondition_failed");
    case ViewSaved::too_many: return invalid(request, {too_long("", kMostViews)});
    case ViewSaved::done: break;
  }
  ++view.version;
  return view_response(known ? 200 : 201, view);
}

HttpResponse delete_view(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  const auto& id = path_parameter(request, "id");
  const auto known = view_of(deps.lists.views(actor.person), id);
  if (!known) return not_found(request);
  if (auto fault = check_seen(request, known)) return std::move(*fault);
  deps.lists.drop_view(actor.person, id);
  return json_response(200, {{"id", id}, {"deleted", true}});
}

}  // namespace vinhdanh
