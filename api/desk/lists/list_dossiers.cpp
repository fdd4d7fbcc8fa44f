// Lists of dossiers by filter and by words.
#include "api/desk/lists/list_body.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/request/searching.hpp"

namespace vinhdanh {

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
  const auto bound = as_bound(request, {filter_json(*body).dump(), body->limit, body->cursor});
  auto page = page_in_body(deps, request, bound, actor);
  if (!page) return page.response();
  const ListAsked asked{filter_of(deps, *body, actor), body->order.value_or(ListOrder::opened), body->total.value_or(false)};
  return list_response(deps, bound, actor, asked, *page, false);
}

}  // namespace vinhdanh
