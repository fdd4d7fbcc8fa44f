// How the checks of a list's dossiers went, in numbers: the findings themselves are asked for one by one.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/dossier/checks.hpp"
#include "api/desk/dossier/reading.hpp"
#include "engine/decide/on_record.hpp"

namespace vinhdanh {

HttpResponse check_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto ids = chosen_ids(request);
  if (!ids) return std::move(ids.response());
  auto items = Json::array();
  for (auto& dossier : visible_dossiers(deps, actor, *ids)) {
    const auto it = load_written(deps, actor, std::move(dossier));
    const auto criteria = checked_criteria(it, recorded_attestations(it.dossier));
    items.push_back({{"dossier", it.dossier.id},
                     {"version", it.dossier.version},
                     {"counts", counts_json(counted_checks(checked_papers(it), criteria))}});
  }
  return json_response(200, {{"items", std::move(items)}});
}

}  // namespace vinhdanh
