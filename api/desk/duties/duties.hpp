/// Duty tasks: what units owe under a plan, handed in with a file.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/duties?unit=&plan=&state=&late=&due_from=&due_to=&limit=&cursor=: by due day.
HttpResponse list_duties(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/duties/{id}
HttpResponse show_duty(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// PUT /v1/duties/{id}/paper?kind=: raw bytes; by the unit's people, while the task is open.
void put_duty_paper(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);
/// GET /v1/duties/{id}/paper: what was handed in last.
HttpResponse get_duty_paper(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/duties/{id}/actions/reopen {reason}: by a board officer who oversees the unit.
void reopen_duty(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond);

}  // namespace vinhdanh
