/// The content of a dossier: read by all who see it, edited by its unit as a workspace without events.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/dossiers/{id}/content: the workspace for the unit while it has the dossier, else what was frozen last.
HttpResponse get_content(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// PUT /v1/dossiers/{id}/content: its ETag is the workspace's own; no event, no receipt. While the dossier is returned, also
/// the draft of the answers to its open points, shown to those who may edit.
HttpResponse put_content(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
