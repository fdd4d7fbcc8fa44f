// Routes that need nobody signed in: health, the file that describes the API, and kinds of problem.
#include <algorithm>
#include <future>
#include <memory>

#include "api/http/api_files.hpp"
#include "api/http/health.hpp"
#include "api/http/problems.hpp"
#include "api/routes/handlers.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {

namespace {

void serve_openapi(const HttpRequest& request, const std::optional<Actor>&, const Respond& respond) {
  for (const auto& file : api_files()) {
    if (file.path != "openapi.yaml") continue;
    HttpResponse response;
    response.set("Content-Type", "application/yaml; charset=utf-8");
    response.set("Cache-Control", "no-cache");
    response.body = file.bytes;
    return respond(std::move(response));
  }
  respond(not_found(request));
}

Json kind_of_problem(const std::string& code) {
  if (const auto* known = find_known_problem(code)) {
    return {{"code", code},
            {"status", known->status},
            {"title", {{"vi", known->title_vi}, {"en", known->title_en}}},
            {"detail", {{"vi", known->detail_vi}, {"en", known->detail_en}}}};
  }
  const auto reason = parse_name<Reason>(code);
  if (!reason) return nullptr;
  const auto sentence = sentence_of({*reason, {}, {}, {}});
  return {{"code", code}, {"status", status_of(*reason)}, {"detail", {{"vi", sentence.vi}, {"en", sentence.en}}}};
}

/// The address in a problem's `type` says what it means.
void explain_problem(const HttpRequest& request, const std::optional<Actor>&, const Respond& respond) {
  auto code = request.parameters.at("slug");
  std::ranges::replace(code, '-', '_');
  const auto body = kind_of_problem(code);
  respond(body.is_null() ? not_found(request) : json_response(200, body));
}

bool can_read(const Store& store) {
  try {
    return !store.instance().empty() && store.streams(std::nullopt, 1).size() <= 1;
  } catch (const StorageUnavailable&) {
    return false;
  }
}

/// A change of nothing goes the way of every change, and makes a store try again that had closed itself.
bool can_write(Committer& committer) {
  auto told = std::make_shared<std::promise<bool>>();
  auto can = told->get_future();
  committer.submit(Change{}, [told](const Fate& fate) { told->set_value(!fate.unknown); });
  return can.get();
}

}  // namespace

std::vector<HttpRoute> service_routes(const Deps& deps) {
  return {
      health_route(),
      readiness_route([&deps] { return can_read(deps.store) && can_write(deps.committer); }),
      {"GET", "/openapi.yaml", Access::open(), BodyKind::none, 0, serve_openapi, "*/*"},
      {"GET", "/problems/{slug}", Access::open(), BodyKind::none, 0, explain_problem},
  };
}

}  // namespace vinhdanh
