// Fuzz target: the parts of a request that come before any handler, as the head of a request.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "api/http/header_syntax.hpp"
#include "api/http/hosts.hpp"
#include "api/http/preconditions.hpp"
#include "api/http/router.hpp"
#include "api/http/target.hpp"
#include "api/http/trace.hpp"
#include "engine/codec/text.hpp"
#include "tests/fuzz/must.hpp"

using namespace vinhdanh;

namespace {

const Router& router() {
  static const Router it = [] {
    const Handler nothing = [](const HttpRequest&, const std::optional<Actor>&, Respond) {};
    std::vector<HttpRoute> routes;
    for (const char* pattern : {"/v1/dossiers", "/v1/dossiers/{id}", "/v1/dossiers/{id}/actions/{command}",
                                "/v1/dossiers/{id}/papers/{slot}", "/v1/dossiers/facets", "/problems/{slug}"})
      routes.push_back({"GET", pattern, Access::open(), BodyKind::none, 0, nothing});
    return Router(std::move(routes));
  }();
  return it;
}

std::string_view next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

void check_text(const std::string& text) {
  std::string again = text;
  must(normalise_text(again) == TextFault::none && again == text);
}

void check_target(const std::string& method, std::string_view text) {
  const auto parsed = parse_target(text);
  const auto* target = std::get_if<Target>(&parsed);
  if (!target) return;
  must(text.starts_with('/') && text.starts_with(target->path));
  for (const auto& segment : target->segments) check_text(segment);
  for (const auto& [name, value] : target->query) {
    check_text(name);
    check_text(value);
  }
  const auto match = router().find(method, target->segments);
  for (const auto& [name, value] : match.parameters) must(match.route && !value.empty());
}

void check_header(HttpRequest& request, std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_header_name(line.substr(0, colon))) return;
  const auto value = trimmed(line.substr(colon + 1));
  if (!is_header_value(value)) return;
  for (const auto& item : weighted_list(value)) must(item.weight >= 0 && item.weight <= 1000);
  accepts(value, "application/json");
  const auto language = preferred_language(value);
  must(language == "vi" || language == "en");
  is_host(std::string(value));
  if (is_traceparent(value)) must(value.size() == 55);
  request.headers[lower_case(line.substr(0, colon))] = std::string(value);
}

void check_guards(const HttpRequest& request) {
  if (const auto token = bearer_token(request)) must(!token->empty());
  const auto key = idempotency_key(request);
  if (const auto* text = std::get_if<std::string>(&key)) must(!text->empty() && text->size() <= 128);
  const auto version = expected_version(request);
  if (const auto* number = std::get_if<std::int64_t>(&version)) must(etag_of(*number) == request.headers.at("if-match"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto line = next_line(rest);
  const auto gap = line.find(' ');
  if (gap == std::string_view::npos) return 0;
  HttpRequest request;
  request.method = std::string(line.substr(0, gap));
  check_target(request.method, line.substr(gap + 1));
  while (!rest.empty()) check_header(request, next_line(rest));
  check_guards(request);
  return 0;
}
