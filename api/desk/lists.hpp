/// Lists within the caller's scope.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

HttpResponse list_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/search: by words, whatever their marks and case, and by filter (list_body.hpp).
HttpResponse search_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/facets: what a search with the same body would find, counted by its values.
HttpResponse count_facets(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// What a value of a facet is called, where it is not a word of the vocabulary.
std::optional<std::string> name_in_facet(const Deps& deps, Facet facet, const std::string& value);
std::vector<Facet> all_facets();

HttpResponse list_submissions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_submission(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_occasions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_decisions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_decision(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/quotas?occasion=
HttpResponse list_quotas(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
