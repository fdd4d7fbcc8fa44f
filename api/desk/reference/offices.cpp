// The offices that exist today, by their names today.
#include <algorithm>

#include "api/desk/caller/names.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/desk/reference/reference.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

bool exists_on(const Office& office, Date day) { return !office.dissolution || office.dissolution->date > day; }

Json office_json(const Organisation& organisation, const Office& office, Date day) {
  Json json{{"id", office.id}, {"name", office.name_on(day)}, {"level", office.level}};
  if (const auto parent = office.parent_on(day))
    json["parent"] = {{"id", *parent}, {"name", office_name(organisation, *parent, day)}};
  return json;
}

}  // namespace

HttpResponse list_offices(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const auto wanted = folded_words(query.text("text").value_or(""));
  const auto page = query.page(deps.store, actor);
  if (auto fault = query.end()) return std::move(*fault);
  const auto& organisation = deps.rulebook.organisation();
  const auto day = today(deps);
  auto items = Json::array();
  std::optional<std::string> last;
  for (const auto& [id, office] : organisation.offices) {
    if (id <= page.after || !exists_on(office, day) || !has_words(office.name_on(day) + " " + id, wanted)) continue;
    if (items.size() == static_cast<std::size_t>(page.limit)) {
      last = items.back()["id"].get<std::string>();
      break;
    }
    items.push_back(office_json(organisation, office, day));
  }
  return json_response(200, page_body(deps.store, request, actor, std::move(items), last));
}

}  // namespace vinhdanh
