/// Acts on a dossier, on all dossiers of a submission, on all of a decision, and the closing of an occasion.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// POST /v1/dossiers/{id}/actions/{command}
void act_on_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

/// POST /v1/submissions/{id}/actions/{command}: every dossier for whose phase the table has a row for the command, or
/// none.
void act_on_submission(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

/// POST /v1/decisions/{id}/actions/{sign|number}: all dossiers of the decision in one change.
void act_on_decision(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

/// POST /v1/occasions/{id}/close: lapses at most 200 drafts; the answer says `closed: false` while some are left.
void close_occasion(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

/// Dossiers that one request may act on.
inline constexpr std::size_t kMostDossiers = 200;
inline constexpr std::size_t kMostInDecision = 2000;

}  // namespace vinhdanh
