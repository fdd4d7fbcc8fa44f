// The access log within an auditor's scope.
#include "api/desk/audit/access_log.hpp"

#include <charconv>

#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

template <class T>
void put_known(Json& json, const char* name, const std::optional<T>& value) {
  if (value) json[name] = *value;
}

Json access_json(const AccessEntry& it) {
  Json json{{"id", it.seq},        {"at", it.at.text()}, {"kind", name_of(it.kind)}, {"address", it.address},
            {"method", it.method}, {"route", it.route},  {"status", it.status},      {"request_id", it.request_id},
            {"count", it.count}};
  put_known(json, "person", it.person);
  put_known(json, "appointment", it.appointment);
  put_known(json, "office", it.office);
  if (!it.target.empty()) json["target"] = it.target;
  if (!it.code.empty()) json["code"] = it.code;
  return json;
}

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

HttpResponse list_accesses(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  AccessQuery query;
  query.kind = reader.name<AccessKind>("kind");
  query.person = reader.text("person");
  query.from = reader.instant("from");
  query.to = reader.instant("to");
  const PageRequest page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  query.before = number_in(page.after);
  query.limit = page.limit;
  const auto units = Scope(deps, actor, today(deps)).units();
  std::vector<AccessEntry> found;
  if (!units || !units->empty()) {
    query.offices = units.value_or(std::vector<OfficeId>{});
    found = deps.access_log.find(query);
  }
  auto items = Json::array();
  NameList names;
  for (const auto& entry : found) items.push_back(access_json(entry));
  names.note(items);
  const bool more = static_cast<int>(found.size()) == page.limit;
  auto body = page_body(deps.store, request, actor, std::move(items),
                        more ? std::optional(std::to_string(found.back().seq)) : std::nullopt);
  body["names"] = names.json(deps, today(deps));
  return json_response(200, body);
}

void note_exported(const Deps& deps, const HttpRequest& request, const char* route, const Actor& actor, const std::string& target) {
  AccessEntry entry;
  entry.at = deps.clock.system_now();
  entry.kind = AccessKind::exported;
  entry.person = actor.person;
  entry.appointment = actor.appointment;
  entry.office = actor.office;
  entry.address = request.peer;
  entry.method = request.method;
  entry.route = route;
  entry.target = target;
  entry.status = 200;
  entry.request_id = request.request_id;
  deps.access_log.add({&entry, 1});
}

}  // namespace vinhdanh
