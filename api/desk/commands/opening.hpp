/// Opens an occasion, a submission, a dossier and a decision.
#pragma once

#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// POST /v1/occasions. The occasion pins the highest version of its plan.
void open_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/submissions, for the caller's own unit.
void open_submission(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/submissions/{id}/dossiers; `content` is the first workspace.
void open_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// POST /v1/decisions, for the caller's own office as the deciding authority.
void open_decision(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

/// Why the caller may open nothing of the kind there, whatever he says of it; empty when he may.
std::vector<RefusalReason> reasons_against_submission(const Deps& deps, const Actor& actor, const Occasion& occasion);
std::vector<RefusalReason> reasons_against_dossier(const Deps& deps, const Actor& actor, const Submission& submission,
                                                   const Occasion& occasion);
std::vector<RefusalReason> reasons_against_decision(const Deps& deps, const Actor& actor, const AwardForm& form,
                                                    const Occasion& occasion);
/// The submission has as many dossiers as it may.
bool is_full(const Deps& deps, const Submission& submission);

}  // namespace vinhdanh
