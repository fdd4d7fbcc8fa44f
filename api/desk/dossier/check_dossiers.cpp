// How the checks of a list's dossiers went, in numbers: the findings themselves are asked for one by one.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/dossier/checks.hpp"
#include "api/desk/dossier/reading.hpp"

namespace vinhdanh {

HttpResponse check_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto ids = chosen_ids(request);
  if (!ids) return std::move(ids.response());
  const Scope scope(deps, actor, today(deps));
  auto items = Json::array();
  for (const auto& id : *ids) {
    auto dossier = deps.store.dossier(id);
    if (!dossier || !scope.sees(*dossier)) continue;
    const auto it = load_written(deps, actor, std::move(*dossier));
    items.push_back({{"dossier", it.dossier.id},
                     {"version", it.dossier.version},
                     {"counts", counts_json(counted_checks(checked_papers(it), checked_criteria(deps, it)))}});
  }
  return json_response(200, {{"items", std::move(items)}});
}

}  // namespace vinhdanh
