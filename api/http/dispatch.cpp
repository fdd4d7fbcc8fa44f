// The worker's steps, free of sockets.
#include "api/http/dispatch.hpp"

#include <algorithm>

#include "api/http/problems.hpp"
#include "engine/codec/json_guard.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

std::optional<Problem> identify(const HttpRoute& route, const HttpRequest& request, const Authenticate& authenticate,
                                std::optional<Actor>& caller) {
  if (route.access.kind() == Access::Kind::open) return std::nullopt;
  const auto turn_away = [&](Problem problem) {
    if (route.denied) route.denied(request, caller, problem);
    return problem;
  };
  auto answer = authenticate(request);
  if (auto* problem = std::get_if<Problem>(&answer)) return turn_away(std::move(*problem));
  if (auto* limited = std::get_if<Limited>(&answer)) {
    caller = std::move(limited->actor);
    if (route.access.kind() != Access::Kind::own) return turn_away(known_problem(limited->code));
    return std::nullopt;
  }
  caller = std::get<Actor>(std::move(answer));
  const auto& roles = route.access.roles();
  const bool any_role = route.access.kind() == Access::Kind::signed_in || route.access.kind() == Access::Kind::own;
  const bool in_role = any_role ||
                       std::find(roles.begin(), roles.end(), caller->role) != roles.end();
  if (!in_role) return turn_away(known_problem("forbidden"));
  return std::nullopt;
}

std::optional<Problem> check_json(std::string_view body, std::size_t limit) {
  // To the JSON parser a raw NUL is the end of its input, whatever follows.
  if (body.empty() || body.find('\0') != std::string_view::npos) return known_problem("invalid_json");
  JsonLimits limits;
  limits.bytes = limit;
  const auto parsed = parse_strict(body, limits);
  if (!parsed.error) return std::nullopt;
  if (parsed.error->code == "too_large") return known_problem("payload_too_large");
  Problem problem = known_problem(parsed.error->concerns_value() ? "validation" : "invalid_json");
  const auto place = std::to_string(parsed.error->offset);
  problem.errors.push_back({"", parsed.error->code, "Lỗi ở khoảng byte thứ " + place + " của nội dung.",
                            "Near byte " + place + " of the body: " + parsed.error->message + "."});
  return problem;
}

std::optional<Problem> guarded(const std::function<std::optional<Problem>()>& step,
                               const std::function<void(const std::string&)>& failed) {
  try {
    return step();
  } catch (const StorageUnavailable& fault) {
    failed(fault.what());
    return known_problem("storage_unavailable");
  } catch (const std::exception& fault) {
    failed(fault.what());
  } catch (...) {
    failed("an exception that is not a std::exception");
  }
  return known_problem("internal_error");
}

}  // namespace vinhdanh
