// Roles of people in offices: asked for by one administrator, granted by another.
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/run.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/people.hpp"
#include "api/desk/people/role_rules.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/query.hpp"
#include "engine/codec/reflect.hpp"

namespace vinhdanh {

namespace {

struct NewAppointment {
  PersonId person;
  OfficeId office;
  Role role = Role::unit_clerk;
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<AppointmentId> deputy_for;
  std::optional<DocumentRef> document;
  VINHDANH_MEMBERS(person, office, role, from, to, deputy_for, document)
};

struct Ending {
  std::optional<Date> last_day;
  std::optional<bool> now;
  VINHDANH_MEMBERS(last_day, now)
};

Or<Appointment> named_appointment(const Deps& deps, const HttpRequest& request) {
  auto appointment = deps.store.appointment(path_parameter(request, "id"));
  if (!appointment) return not_found(request);
  return std::move(*appointment);
}

Prepared settled(const Deps& deps, Change change) {
  Prepared prepared;
  prepared.change = std::move(change);
  for (const auto& aggregate : prepared.change.next) {
    const auto* next = std::get_if<Appointment>(&aggregate);
    if (next == nullptr) continue;
    prepared.body = {{"id", next->id}, {"state", name_of(state_of(*next, today(deps)))}, {"version", next->version}};
    if (next->to) prepared.body["to"] = next->to->text();
    prepared.headers = {{"ETag", etag_of(next->version)}};
  }
  return prepared;
}

Or<Prepared> try_requesting(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_body<NewAppointment>(request);
  if (!body) return std::move(body.response());
  Appointment wanted;
  wanted.person = body->person;
  wanted.office = body->office;
  wanted.role = body->role;
  wanted.from = body->from.value_or(today(deps));
  wanted.to = body->to;
  wanted.deputy_for = body->deputy_for;
  wanted.capacity = body->deputy_for ? Capacity::deputy : Capacity::holder;
  wanted.document = body->document;
  if (auto faults = appointment_faults(deps, wanted); !faults.empty()) return invalid(request, std::move(faults));
  if (has_role_conflict(deps.store, wanted)) return problem(request, "role_conflict");
  auto made = request_role(deps.clock, deps.fresh, actor, std::move(wanted));
  auto prepared = settled(deps, std::move(made.change));
  prepared.status = 201;
  prepared.headers.emplace_back("Location", "/v1/appointments/" + made.appointment);
  return prepared;
}

bool waits(const Deps& deps, const Appointment& it) { return state_of(it, today(deps)) == AppointmentState::waiting; }

/// Neither who asked, nor who would receive it.
bool is_second_person(const Actor& actor, const Appointment& asked) {
  return asked.requested_by != actor.person && asked.person != actor.person;
}

/// At the command line anybody may have sat, also who would grant it now.
bool is_anonymous(const Appointment& asked) { return asked.requested_by == console_actor().person; }

Or<Prepared> try_granting(const Deps& deps, const HttpRequest& request, const Appointment& asked, const Actor& actor) {
  if (!waits(deps, asked)) return problem(request, "appointment_settled");
  if (is_anonymous(asked) || !is_second_person(actor, asked)) return problem(request, "dual_control_required");
  auto faults = appointment_faults(deps, asked);
  if (faults.empty()) faults = authorisation_faults(asked);
  if (!faults.empty()) return invalid(request, std::move(faults));
  if (has_role_conflict(deps.store, asked)) return problem(request, "role_conflict");
  const auto account = deps.store.account(asked.person);
  return settled(deps, grant_role(deps.clock, deps.fresh, actor, asked, account.value()));
}

Or<Prepared> try_refusing(const Deps& deps, const HttpRequest& request, const Appointment& asked, const Actor& actor) {
  if (!waits(deps, asked)) return problem(request, "appointment_settled");
  if (!is_second_person(actor, asked)) return problem(request, "dual_control_required");
  return settled(deps, refuse_role(deps.clock, deps.fresh, actor, asked));
}

Or<Prepared> try_ending(const Deps& deps, const HttpRequest& request, const Appointment& held, const Actor& actor,
                        const Ending& ending) {
  const bool now = ending.now.value_or(false);
  if (now && ending.last_day)
    return invalid(request, {ProblemError{"/now", "excludes_last_day", "Chỉ chọn một: kết thúc ngay hoặc ngày cuối.",
                                          "Either it ends now, or on a last day."}});
  if (!can_end(held, today(deps))) return problem(request, "appointment_settled");
  const Date last = now ? today(deps).plus(-1) : ending.last_day.value_or(today(deps));
  if (auto fault = last_day_fault(held, last, today(deps))) return invalid(request, {std::move(*fault)});
  return settled(deps, end_role(deps.clock, deps.fresh, actor, held, last));
}

/// Reads the body, finds the appointment, compares If-Match, and does `act` to it.
template <class Body, class Act>
void with_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond, Act act) {
  run(
      deps, request, actor,
      [&deps, actor, act](const HttpRequest& request, const Before&) -> Or<Prepared> {
        auto appointment = named_appointment(deps, request);
        if (!appointment) return std::move(appointment.response());
        auto body = read_body<Body>(request);
        if (!body) return std::move(body.response());
        auto stale =
            check_if_match(request, appointment->version, [&] { return appointment_view(deps, *appointment); });
        if (stale) return std::move(*stale);
        return act(request, *appointment, actor, *body);
      },
      std::move(respond));
}

}  // namespace

Json appointment_view(const Deps& deps, const Appointment& it) {
  Json view{{"id", it.id},
            {"person", it.person},
            {"name", person_name(deps.store, it.person)},
            {"office", it.office},
            {"office_name", office_name(deps.rulebook.organisation(), it.office, today(deps))},
            {"role", name_of(it.role)},
            {"capacity", name_of(it.capacity)},
            {"from", it.from.text()},
            {"state", name_of(state_of(it, today(deps)))},
            {"version", it.version},
            {"has_document_file", it.document_file.has_value()}};
  if (it.to) view["to"] = it.to->text();
  if (it.document) view["document"] = to_json_value(*it.document);
  if (it.deputy_for) {
    view["deputy_for"] = *it.deputy_for;
    if (const auto holder = deps.store.appointment(*it.deputy_for))
      view["behalf_of"] = {{"person", holder->person}, {"name", person_name(deps.store, holder->person)}};
  }
  if (it.requested_by)
    view["requested_by"] = {{"person", *it.requested_by}, {"name", person_name(deps.store, *it.requested_by)}};
  return view;
}

HttpResponse list_appointments(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const auto person = query.text("person");
  const auto office = query.text("office");
  const auto state = query.name<AppointmentState>("state");
  const auto page = query.page(deps.store, actor);
  if (auto fault = query.end()) return std::move(*fault);
  auto items = Json::array();
  std::optional<std::string> last;
  for (const Appointment& it : deps.store.appointments()) {
    const bool wanted = it.id > page.after && (!person || *person == it.person) && (!office || *office == it.office) &&
                        (!state || *state == state_of(it, today(deps)));
    if (!wanted) continue;
    if (items.size() == static_cast<std::size_t>(page.limit)) {
      last = items.back()["id"].get<std::string>();
      break;
    }
    items.push_back(appointment_view(deps, it));
  }
  return json_response(200, page_body(deps.store, request, actor, std::move(items), last));
}

HttpResponse show_appointment(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto appointment = named_appointment(deps, request);
  if (!appointment) return std::move(appointment.response());
  auto response = json_response(200, appointment_view(deps, *appointment));
  response.set("ETag", etag_of(appointment->version));
  return response;
}

void request_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return try_requesting(deps, request, actor); },
      std::move(respond));
}

void grant_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_appointment<NoBody>(deps, request, actor, std::move(respond),
                           [&deps](const HttpRequest& request, const Appointment& asked, const Actor& actor,
                                   const NoBody&) { return try_granting(deps, request, asked, actor); });
}

void refuse_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_appointment<NoBody>(deps, request, actor, std::move(respond),
                           [&deps](const HttpRequest& request, const Appointment& asked, const Actor& actor,
                                   const NoBody&) { return try_refusing(deps, request, asked, actor); });
}

void end_appointment(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_appointment<Ending>(deps, request, actor, std::move(respond),
                           [&deps](const HttpRequest& request, const Appointment& held, const Actor& actor,
                                   const Ending& ending) { return try_ending(deps, request, held, actor, ending); });
}

}  // namespace vinhdanh
