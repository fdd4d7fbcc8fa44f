// If-Match on acts: the version that the caller has seen.
#include "api/desk/request/if_match.hpp"

namespace vinhdanh::detail {

HttpResponse with_current(HttpResponse response, std::int64_t version, Json current) {
  auto body = nlohmann::ordered_json::parse(response.body);
  body["current"] = std::move(current);
  response.body = body.dump();
  response.set("ETag", etag_of(version));
  return response;
}

}  // namespace vinhdanh::detail
