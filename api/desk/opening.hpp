/// Opens an occasion, a submission, a dossier and a decision.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// POST /v1/occasions. The occasion pins the highest version of its plan.
void open_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/submissions, for the caller's own unit.
void open_submission(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/submissions/{id}/dossiers; `content` is the first workspace.
void open_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// Whether the actor is of those who put nominees on that submission.
bool may_open_dossiers(const Actor& actor, const Submission& submission);
/// Why no dossier may be opened in it by him, or now; nothing when it may.
std::optional<HttpResponse> refused_opening(const Deps& deps, const HttpRequest& request, const Actor& actor,
                                            const Submission& submission, const Occasion& occasion);
/// POST /v1/decisions, for the caller's own office as the deciding authority.
void open_decision(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

}  // namespace vinhdanh
