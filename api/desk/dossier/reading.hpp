/// What may be read of a dossier beside itself: its actions, its check, its history, its verification; and the actions of a
/// submission, a decision and an occasion.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/dossiers/{id}
HttpResponse show_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/dossiers/{id}/actions: every command, allowed or with every reason why not, and where to send it.
HttpResponse list_actions(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/actions {dossiers}: what may be done to each of them, and what stands against the rest.
HttpResponse list_common_actions(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/submissions/{id}/actions: a command is allowed when some body would be accepted on all dossiers it applies to.
HttpResponse list_submission_actions(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/decisions/{id}/actions: sign and number; approve and remove_from_decision with the dossiers they would do it to.
HttpResponse list_decision_actions(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/occasions/{id}/actions: closing it, and what may be opened in it.
HttpResponse list_occasion_actions(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/dossiers/{id}/check: papers, members and criteria, each with its verdict; writes nothing.
HttpResponse check_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/dossiers/check {dossiers}: of those that the caller sees, how the checks went.
HttpResponse check_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/dossiers/{id}/comments?limit=&cursor=: oldest first.
HttpResponse show_comments(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/dossiers/{id}/history?version=|as_of=&limit=&cursor=
HttpResponse show_history(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/dossiers/{id}/verification
HttpResponse show_verification(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/verification: the whole store; for auditors.
HttpResponse show_store_verification(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
