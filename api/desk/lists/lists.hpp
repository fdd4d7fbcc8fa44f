/// Lists within the caller's scope.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

struct ListBody;

HttpResponse list_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/search: by words, whatever their marks and case, and by filter (list_body.hpp).
HttpResponse search_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/facets: what a search with the same body would find, counted by its values.
HttpResponse count_facets(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/durations: how long the stages took that those dossiers have passed, from their list entries.
HttpResponse count_durations(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// Those answers, from entries that are there (`ensure_entries`).
Json facet_counts(const Deps& deps, const Actor& actor, const ListBody& body);
Json stage_durations(const Deps& deps, const Actor& actor, const ListBody& body);
/// The name that some route of the plan has for the stage; its id where none has.
std::string stage_name_in(const Plan* plan, const StageId& id);
/// The items of `list_quotas`, from entries that are there.
Json quota_rows(const Deps& deps, const Actor& actor, const Occasion& occasion);

HttpResponse list_submissions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_submission(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_occasions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_decisions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_decision(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/quotas?occasion=
HttpResponse list_quotas(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
