/// What anyone signed in may read: himself, the plans, the calendar; and the criteria as a calculation.
#pragma once

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// GET /v1/me
HttpResponse show_me(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/offices?text=&limit=&cursor=: by id; each word begins one of the office's name today or of its id.
HttpResponse list_offices(const Deps& deps, const HttpRequest& request, const Actor& actor);
HttpResponse list_plans(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/plans/{id}?version=: the definition as it was loaded, each item with its source.
HttpResponse show_plan(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/plans/{id}/eligibility: figures and attestations against a category; nothing is kept.
HttpResponse check_plan_eligibility(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// GET /v1/calendar/deadline?from=&working_days=
HttpResponse show_deadline(const Deps& deps, const HttpRequest& request, const Actor& actor);
/// POST /v1/demo/clock {now}: forward only; this route exists in demo mode only.
HttpResponse move_clock(const Deps& deps, const HttpRequest& request, const Actor& actor);

}  // namespace vinhdanh
