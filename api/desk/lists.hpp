/// Lists within the caller's scope, and the search for names.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

HttpResponse list_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/search: names contain the text, whatever its marks and case; looks at 2,000 dossiers at most.
HttpResponse search_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/inbox: dossiers that wait for the caller's hand.
HttpResponse show_inbox(const Deps& deps, const HttpRequest& request, const Actor& actor);

HttpResponse list_submissions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_submission(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_occasions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_decisions(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse show_decision(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/quotas?occasion=
HttpResponse list_quotas(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
