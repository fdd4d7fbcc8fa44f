/// Finds what a path names, within the caller's scope; absent and out of scope are the same 404.
#pragma once

#include <set>

#include "api/desk/deps.hpp"
#include "api/desk/request/outcome.hpp"

namespace vinhdanh {

Or<Dossier> visible_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor);
Or<Submission> visible_submission(const Deps& deps, const HttpRequest& request, const Actor& actor);
Or<Occasion> visible_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, const OccasionId& id);
Or<Decision> visible_decision(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// The dossiers found that the caller sees.
std::vector<Dossier> visible_dossiers(const Deps& deps, const Actor& actor, const DossierQuery& query,
                                      std::size_t most);

/// Those of them that the caller sees, by id.
std::vector<Dossier> visible_dossiers(const Deps& deps, const Actor& actor, const std::set<DossierId>& ids);

/// The most dossiers that may be asked about at once.
inline constexpr std::size_t kMostChosen = 200;
/// Those that a body `{dossiers: [id, …]}` names, at least one; whether there are such is not asked.
Or<std::set<DossierId>> chosen_ids(const HttpRequest& request);

/// A parameter of the path; the router never leaves one empty.
const std::string& path_parameter(const HttpRequest& request, const std::string& name);

}  // namespace vinhdanh
