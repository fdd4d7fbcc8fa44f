// Finds what a path names, within the caller's scope; absent and out of scope are the same 404.
#include "api/desk/caller/lookup.hpp"

#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/request/body.hpp"

namespace vinhdanh {

namespace {

struct ChosenBody {
  std::vector<DossierId> dossiers;
  VINHDANH_MEMBERS(dossiers)
};

template <class T>
Or<T> seen(const Deps& deps, const HttpRequest& request, const Actor& actor, std::optional<T> found) {
  if (!found || !Scope(deps, actor, today(deps)).sees(*found)) return not_found(request);
  return std::move(*found);
}

}  // namespace

const std::string& path_parameter(const HttpRequest& request, const std::string& name) {
  return request.parameters.at(name);
}

Or<Dossier> visible_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  return seen(deps, request, actor, deps.store.dossier(path_parameter(request, "id")));
}

Or<Submission> visible_submission(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  return seen(deps, request, actor, deps.store.submission(path_parameter(request, "id")));
}

Or<Occasion> visible_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, const OccasionId& id) {
  return seen(deps, request, actor, deps.store.occasion(id));
}

Or<Decision> visible_decision(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  return seen(deps, request, actor, deps.store.decision(path_parameter(request, "id")));
}

std::vector<Dossier> visible_dossiers(const Deps& deps, const Actor& actor, const DossierQuery& query,
                                      std::size_t most) {
  const Scope scope(deps, actor, today(deps));
  auto found = all_dossiers(deps.store, query, most);
  std::erase_if(found, [&](const Dossier& dossier) { return !scope.sees(dossier); });
  return found;
}

std::vector<Dossier> visible_dossiers(const Deps& deps, const Actor& actor, const std::set<DossierId>& ids) {
  const Scope scope(deps, actor, today(deps));
  std::vector<Dossier> found;
  for (const auto& id : ids) {
    auto dossier = deps.store.dossier(id);
    if (dossier && scope.sees(*dossier)) found.push_back(std::move(*dossier));
  }
  return found;
}

Or<std::set<DossierId>> chosen_ids(const HttpRequest& request) {
  auto body = read_body<ChosenBody>(request);
  if (!body) return std::move(body.response());
  if (body->dossiers.empty()) return invalid(request, {missing_value("/dossiers")});
  if (body->dossiers.size() > kMostChosen) return invalid(request, {too_long("/dossiers", kMostChosen)});
  return std::set(body->dossiers.begin(), body->dossiers.end());
}

}  // namespace vinhdanh
