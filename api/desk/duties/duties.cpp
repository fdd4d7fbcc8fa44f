// Duty tasks: lists, handing in, opening again.
#include "api/desk/duties/duties.hpp"

#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/caller/scan.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/commands/wrong_office.hpp"
#include "api/desk/dossier/papers.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/incoming.hpp"
#include "api/desk/request/query.hpp"
#include "engine/deadline/duty_days.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

struct Reopening {
  std::string reason;
  VINHDANH_MEMBERS(reason)
};

const Duty& duty_of(const Deps& deps, const DutyTask& task) {
  static const Duty unknown;
  const auto& duties = rules_for(deps, task.plan).plan.duties;
  const auto found = std::ranges::find(duties, task.duty, &Duty::id);
  return found == duties.end() ? unknown : *found;
}

OfficeId living_unit(const Deps& deps, const DutyTask& task) {
  return deps.rulebook.organisation().holder("own_unit", task.unit, today(deps)).value_or(task.unit);
}

bool is_late(const Deps& deps, const DutyTask& task) {
  return task.state == DutyState::open && task.due < today(deps);
}

Json receivers_json(const Deps& deps, const DutyTask& task, const Duty& duty) {
  auto list = Json::array();
  const auto& organisation = deps.rulebook.organisation();
  for (const auto& role : duty.to) {
    Json line{{"office_role", role}};
    if (const auto office = organisation.holder(role, task.unit, today(deps))) {
      line["office"] = *office;
      line["office_name"] = office_name(organisation, *office, today(deps));
    }
    list.push_back(std::move(line));
  }
  return list;
}

Json duty_line(const Deps& deps, const DutyTask& task) {
  const auto& duty = duty_of(deps, task);
  Json line{{"id", task.id},
            {"plan", task.plan.id},
            {"duty", task.duty},
            {"kind", name_of(duty.kind)},
            {"text", duty.text},
            {"unit", task.unit},
            {"unit_name", office_name(deps.rulebook.organisation(), task.unit, std::min(today(deps), task.due))},
            {"due", task.due.text()},
            {"due_assumed", duty.due_assumed.has_value()},
            {"state", name_of(task.state)},
            {"late", is_late(deps, task)},
            {"version", task.version}};
  if (task.done_at) line["done_at"] = task.done_at->text();
  return line;
}

/// Why it was opened again, while it is.
void add_reopening(const Deps& deps, const DutyTask& task, Json& view) {
  if (task.state != DutyState::open || task.version == 0) return;
  const auto events = deps.store.events(StreamKind::duty, task.id, task.version, 1);
  if (events.empty()) return;
  const auto* reopened = std::get_if<DutyReopened>(&events.front().event.body);
  if (reopened == nullptr) return;
  Json json{{"at", events.front().event.at.text()},
            {"person", events.front().event.actor.person},
            {"reason", to_json_value(reopened->reason)}};
  resolve_personal(deps.store, json);
  view["reopened"] = std::move(json);
}

Json duty_view(const Deps& deps, const DutyTask& task) {
  const auto& duty = duty_of(deps, task);
  auto view = duty_line(deps, task);
  view["plan_title"] = rules_for(deps, task.plan).plan.title;
  view["plan_version"] = task.plan.version;
  view["source"] = source_json(duty.source);
  if (duty.due_assumed) view["due_basis"] = duty.due_assumed->basis;
  view["to"] = receivers_json(deps, task, duty);
  if (task.paper) view["paper"] = to_json_value(*task.paper);
  add_reopening(deps, task, view);
  NameList names;
  names.note(view);
  view["names"] = names.json(deps, today(deps));
  return view;
}

Or<DutyTask> visible_duty(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto task = deps.duties.duty(path_parameter(request, "id"));
  if (!task || !Scope(deps, actor, today(deps)).sees(*task)) return not_found(request);
  return std::move(*task);
}

std::string place_of(const DutyTask& task) { return task.due.text() + " " + task.id; }

void narrow_to_late(const Deps& deps, std::optional<bool> late, DutyQuery& query) {
  if (!late) return;
  query.state = DutyState::open;
  const Date yesterday = today(deps).plus(-1);
  if (*late) query.due_to = std::min(query.due_to.value_or(yesterday), yesterday);
  else query.due_from = std::max(query.due_from.value_or(today(deps)), today(deps));
}

std::int64_t count_duties(const Deps& deps, const Scope& scope, DutyQuery query) {
  query.after.clear();
  query.limit = 200;
  for (std::int64_t count = 0;;) {
    const auto page = deps.duties.find(query);
    count += std::ranges::count_if(page, [&](const DutyTask& task) { return scope.sees(task); });
    if (page.size() < 200) return count;
    query.after = place_of(page.back());
  }
}

std::optional<Refusal> may_hand_in(const Deps& deps, const DutyTask& task, const Actor& actor) {
  Refusal refusal;
  const auto roles = duty_roles(duty_of(deps, task));
  if (std::ranges::find(roles, actor.role) == roles.end()) {
    std::string names;
    for (const auto role : roles) names += (names.empty() ? "" : ", ") + std::string(name_of(role));
    refusal.reasons.push_back({Reason::not_in_role, {{"role", names}}, {}, {}});
  }
  const auto unit = living_unit(deps, task);
  if (actor.office != unit) refusal.reasons.push_back(wrong_office(deps, unit));
  if (refusal.reasons.empty()) return std::nullopt;
  return refusal;
}

Prepared prepare(const Deps& deps, const Actor& actor, DutyTask task, EventBody body, Change change) {
  change.guards = {{StreamKind::duty, task.id, task.version}};
  auto event = event_now(deps, actor, StreamKind::duty, task.id, std::move(body));
  event.definition = task.plan;
  apply(task, event);
  change.events.push_back(std::move(event));
  Prepared prepared;
  prepared.body = {{"id", task.id}, {"state", name_of(task.state)}, {"version", task.version}};
  prepared.headers = {{"ETag", etag_of(task.version)}};
  change.next.emplace_back(std::move(task));
  prepared.change = std::move(change);
  return prepared;
}

Or<Prepared> attempt_hand_in(const Deps& deps, const HttpRequest& request, const Actor& actor,
                             const IncomingPaper& incoming) {
  auto task = visible_duty(deps, request, actor);
  if (!task) return task.response();
  auto stale = check_if_match(request, task->version, [&] { return duty_view(deps, *task); });
  if (stale) return std::move(*stale);
  if (const auto refusal = may_hand_in(deps, *task, actor)) return refused(request, *refusal);
  if (task->state == DutyState::done) return problem(request, "duty_done");
  auto upload = incoming->read(deps, request, StreamKind::duty, task->id, task->duty);
  if (!upload) return upload.response();
  Change change;
  change.personal.push_back(upload->salt);
  incoming->put(request.body);
  auto prepared = prepare(deps, actor, std::move(*task), DutyDone{upload->entry, {}}, std::move(change));
  prepared.body["paper"] = to_json_value(upload->entry);
  prepared.keep = [incoming] { incoming->keep(); };
  return prepared;
}

Or<Prepared> attempt_reopen(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto task = visible_duty(deps, request, actor);
  if (!task) return task.response();
  auto stale = check_if_match(request, task->version, [&] { return duty_view(deps, *task); });
  if (stale) return std::move(*stale);
  auto wanted = read_body<Reopening>(request);
  if (!wanted) return wanted.response();
  if (!has_right(actor.role, Right::reopen_duties)) return refused(request, lacks_right(Right::reopen_duties));
  if (task->state == DutyState::open) return problem(request, "duty_open");
  if (wanted->reason.empty()) return refused(request, RefusalReason{Reason::reason_missing, {}, "/reason", {}});
  Change change;
  const auto reason =
      keep_personal(deps, change, StreamKind::duty, task->id, "reason", Json(wanted->reason).dump());
  return prepare(deps, actor, std::move(*task), DutyReopened{reason}, std::move(change));
}

}  // namespace

HttpResponse list_duties(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  DutyQuery query;
  const auto unit = reader.text("unit");
  query.plan = reader.text("plan");
  query.state = reader.name<DutyState>("state");
  query.due_from = reader.date("due_from");
  query.due_to = reader.date("due_to");
  narrow_to_late(deps, reader.truth("late"), query);
  const bool total = reader.truth("total").value_or(false);
  const auto page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  const Scope scope(deps, actor, today(deps));
  if (unit) query.units = {*unit};
  else query.units = scope.units().value_or(std::vector<OfficeId>{});
  const auto fetch_page = [&](const PageRequest& next) {
    query.after = next.after;
    query.limit = next.limit;
    return deps.duties.find(query);
  };
  const auto found =
      scan<DutyTask>(page, fetch_page, [&](const DutyTask& task) { return scope.sees(task); }, place_of);
  auto items = Json::array();
  for (const auto& task : found.found) items.push_back(duty_line(deps, task));
  auto body = page_body(deps.store, request, actor, std::move(items), found.last);
  if (total) body["total"] = count_duties(deps, scope, query);
  return json_response(200, body);
}

HttpResponse show_duty(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto task = visible_duty(deps, request, actor);
  if (!task) return std::move(task.response());
  auto response = json_response(200, duty_view(deps, *task));
  response.set("ETag", etag_of(task->version));
  return response;
}

void put_duty_paper(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor, incoming = std::make_shared<Incoming>(deps.blobs)](const HttpRequest& request, const Before&) {
        return attempt_hand_in(deps, request, actor, incoming);
      },
      std::move(respond));
}

HttpResponse get_duty_paper(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  const auto task = visible_duty(deps, request, actor);
  if (!task || !task->paper) return not_found(request);
  return paper_response(deps, request, *task->paper);
}

void reopen_duty(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return attempt_reopen(deps, request, actor); },
      std::move(respond));
}

}  // namespace vinhdanh
