// Pages of searches that are asked for by POST.
#include "api/desk/request/searching.hpp"

#include "api/http/paging.hpp"

namespace vinhdanh {

HttpRequest as_bound(const HttpRequest& request, const AskedPage& asked) {
  auto bound = request;
  bound.query = {{"body", asked.filter}};
  if (asked.limit) bound.query["limit"] = std::to_string(*asked.limit);
  if (asked.cursor) bound.query["cursor"] = *asked.cursor;
  return bound;
}

Or<PageRequest> page_in_body(const Deps& deps, const HttpRequest& request, const HttpRequest& bound, const Actor& actor) {
  auto page = Paging(deps.store.instance()).page_of(bound, actor);
  if (auto* fault = std::get_if<Problem>(&page)) return respond_with(in_body(std::move(*fault)), request);
  return std::get<PageRequest>(page);
}

}  // namespace vinhdanh
