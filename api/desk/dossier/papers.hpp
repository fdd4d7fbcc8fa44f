/// Papers: one raw upload per slot, and the way back.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// PUT /v1/dossiers/{id}/papers/{slot}?kind=
void put_dossier_paper(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// PUT /v1/submissions/{id}/papers/{slot}?kind=, by whoever may attach a paper to one of its dossiers now.
void put_submission_paper(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// GET /v1/dossiers/{id}/papers/{slot}: by a paper's id, or a slot for the paper that stands in it.
HttpResponse get_dossier_paper(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/submissions/{id}/papers/{slot}
HttpResponse get_submission_paper(const Deps& deps, const HttpRequest& request, const Actor& actor);

/// The slots that a submission of this occasion has itself.
std::set<std::string> submission_slots(const Plan& plan, const Occasion& occasion);
/// Why the caller may attach nothing to the submission now; empty when he may.
std::vector<RefusalReason> reasons_against_paper(const Deps& deps, const Actor& actor, const Submission& submission);

/// The bytes of a paper that the caller may read; 404 when they are not there.
HttpResponse paper_response(const Deps& deps, const HttpRequest& request, const PaperEntry& paper);

}  // namespace vinhdanh
