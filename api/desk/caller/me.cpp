// Who the caller is, and what day it is.
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/reference/reference.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

struct NewTime {
  Instant now;
  VINHDANH_MEMBERS(now)
};

Json time_json(const Deps& deps) {
  const auto now = deps.clock.business_now();
  return {{"now", now.text()}, {"today", now.legal_date().text()}};
}

}  // namespace

HttpResponse show_me(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto body = time_json(deps);
  body["person"] = actor.person;
  body["name"] = person_name(deps.store, actor.person);
  if (const auto account = deps.store.account(actor.person)) body["login"] = account->login;
  if (actor.appointment.empty()) return json_response(200, body);  // signed in, no role chosen yet
  body["appointment"] = actor.appointment;
  body["office"] = actor.office;
  body["office_name"] = office_name(deps.rulebook.organisation(), actor.office, today(deps));
  body["role"] = name_of(actor.role);
  body["capacity"] = name_of(actor.capacity);
  auto may = Json::array();
  for (const auto right : rights_of(actor.role, deps.rulebook)) may.push_back(name_of(right));
  body["may"] = std::move(may);
  if (actor.behalf_of)
    body["behalf_of"] = {{"person", *actor.behalf_of}, {"name", person_name(deps.store, *actor.behalf_of)}};
  return json_response(200, body);
}

HttpResponse move_clock(const Deps& deps, const HttpRequest& request, const Actor&) {
  auto wanted = read_body<NewTime>(request);
  if (!wanted) return std::move(wanted.response());
  if (!deps.move_clock) return not_found(request);
  if (!deps.move_clock(wanted->now)) {
    return problem(request, "clock_moves_forward_only");
  }
  return json_response(200, time_json(deps));
}

}  // namespace vinhdanh
