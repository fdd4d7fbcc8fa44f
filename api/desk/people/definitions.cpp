// Definitions on their way into use.
#include "api/desk/people/definitions.hpp"

#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/commands/run.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/request/query.hpp"
#include "api/http/header_syntax.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

constexpr int events_at_once = 200;

Json reference_json(const std::string& kind, const DefinitionRef& ref) {
  return {{"kind", kind}, {"id", ref.id}, {"version", ref.version}, {"sha256", ref.sha256}};
}

Json faults_json(const std::vector<ProblemError>& faults) {
  auto list = Json::array();
  for (const auto& fault : faults)
    list.push_back(
        {{"pointer", fault.pointer}, {"code", fault.code}, {"vi", fault.detail_vi}, {"en", fault.detail_en}});
  return list;
}

HttpResponse invalid_definition(const HttpRequest& request, std::vector<ProblemError> errors) {
  if (std::ranges::find(errors, "version_exists", &ProblemError::code) != errors.end())
    return problem(request, "version_exists");
  auto fault = known_problem("definition_invalid");
  fault.errors = std::move(errors);
  return respond_with(fault, request);
}

const DefinitionRecord* find_version(const std::vector<DefinitionRecord>& records, const std::string& kind,
                                     const std::string& id, int version) {
  const auto found = std::ranges::find_if(records, [&](const DefinitionRecord& record) {
    return record.kind == kind && record.ref.id == id && record.ref.version == version;
  });
  return found == records.end() ? nullptr : &*found;
}

bool is_in_use(const DefinitionShelf& shelf, const DefinitionRef& ref) {
  return std::ranges::any_of(shelf.known(), [&](const auto& line) { return line.ref.sha256 == ref.sha256; });
}

Or<Prepared> try_bringing(const Deps& deps, const DefinitionShelf& shelf, const HttpRequest& request,
                          const Actor& actor) {
  auto examined = shelf.examine(request.body, false);
  if (!examined.errors.empty()) return invalid_definition(request, std::move(examined.errors));
  auto answer = reference_json(examined.kind, examined.ref);
  answer["warnings"] = faults_json(examined.warnings);
  const auto records = deps.store.definitions();
  const auto* stored = find_version(records, examined.kind, examined.ref.id, examined.ref.version);
  if (stored != nullptr && stored->ref.sha256 != examined.ref.sha256) return problem(request, "version_exists");
  if (stored != nullptr || is_in_use(shelf, examined.ref)) {
    answer["state"] = stored == nullptr ? "active" : state_of(*stored, activation_of(deps.store, *stored));
    return json_response(200, answer);
  }
  Prepared prepared;
  prepared.status = 201;
  prepared.change = add_definition(deps.clock, deps.fresh, actor, {examined.kind, examined.ref, request.body, false});
  const auto head = activation_of(deps.store, {examined.kind, examined.ref, {}, false}).head;
  prepared.change.guards.push_back({StreamKind::definition, examined.ref.id, head});
  prepared.body = std::move(answer);
  prepared.body["state"] = "added";
  return prepared;
}

Or<DefinitionRecord> named_version(const Deps& deps, const HttpRequest& request) {
  const auto& version = path_parameter(request, "version");
  const auto records = deps.store.definitions();
  for (const auto& record : records) {
    if (record.kind == path_parameter(request, "kind") && record.ref.id == path_parameter(request, "id") &&
        std::to_string(record.ref.version) == version)
      return record;
  }
  return not_found(request);
}

/// What both steps into use ask: a stored version that is not active and, as things stand now, may be.
struct Candidate {
  DefinitionRecord record;
  Activation activation;
  std::vector<ProblemError> warnings;
};

Or<Candidate> candidate(const Deps& deps, const DefinitionShelf& shelf, const HttpRequest& request) {
  auto record = named_version(deps, request);
  if (!record) return std::move(record.response());
  if (record->active) return problem(request, "definition_active");
  auto examined = shelf.examine(record->bytes, true);
  if (!examined.errors.empty()) return invalid_definition(request, std::move(examined.errors));
  const auto activation = activation_of(deps.store, *record);
  return Candidate{std::move(*record), activation, std::move(examined.warnings)};
}

Prepared step(const Candidate& it, Change change, const char* state) {
  Prepared prepared;
  prepared.change = std::move(change);
  prepared.change.guards.push_back({StreamKind::definition, it.record.ref.id, it.activation.head});
  prepared.body = reference_json(it.record.kind, it.record.ref);
  prepared.body["warnings"] = faults_json(it.warnings);
  prepared.body["state"] = state;
  return prepared;
}

Or<Prepared> try_asking(const Deps& deps, const DefinitionShelf& shelf, const HttpRequest& request,
                        const Actor& actor) {
  auto it = candidate(deps, shelf, request);
  if (!it) return std::move(it.response());
  return step(*it, request_activation(deps.clock, deps.fresh, actor, it->record), "requested");
}

Or<Prepared> try_activating(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor) {
  auto it = candidate(deps, shelf, request);
  if (!it) return std::move(it.response());
  if (!it->activation.requested_by) return problem(request, "activation_not_requested");
  const auto& asked_by = *it->activation.requested_by;
  // At the command line anybody may have sat, also who would activate it now.
  if (asked_by == actor.person || asked_by == console_actor().person) return problem(request, "dual_control_required");
  auto prepared = step(*it, activate_definition(deps.clock, deps.fresh, actor, it->record), "active");
  prepared.keep = [&shelf, bytes = it->record.bytes] { shelf.use(bytes); };
  return prepared;
}

}  // namespace

Activation activation_of(const Store& store, const DefinitionRecord& record) {
  Activation activation;
  for (;;) {
    const auto page = store.events(StreamKind::definition, record.ref.id, activation.head + 1, events_at_once);
    for (const auto& sealed : page) {
      activation.head = sealed.n;
      const auto* asked = std::get_if<DefinitionActivationRequested>(&sealed.event.body);
      if (asked != nullptr && asked->definition.version == record.ref.version &&
          asked->definition.sha256 == record.ref.sha256)
        activation.requested_by = sealed.event.actor.person;
    }
    if (page.size() < static_cast<std::size_t>(events_at_once)) return activation;
  }
}

const char* state_of(const DefinitionRecord& record, const Activation& activation) {
  if (record.active) return "active";
  return activation.requested_by ? "requested" : "added";
}

HttpResponse list_definitions(const Deps& deps, const DefinitionShelf& shelf, const HttpRequest& request,
                              const Actor&) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto items = Json::array();
  for (const auto& line : shelf.known()) {
    if (!line.shipped) continue;
    items.push_back(reference_json(line.kind, line.ref));
    items.back()["state"] = "shipped";
  }
  for (const auto& record : deps.store.definitions()) {
    auto item = reference_json(record.kind, record.ref);
    const auto activation = activation_of(deps.store, record);
    const auto& asked = activation.requested_by;
    item["state"] = state_of(record, activation);
    if (asked && !record.active) item["requested_by"] = {{"person", *asked}, {"name", person_name(deps.store, *asked)}};
    items.push_back(std::move(item));
  }
  return json_response(200, {{"items", std::move(items)}});
}

void bring_definition(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor,
                      Respond respond) {
  const auto type = request.header("content-type").value_or("");
  if (lower_case(trimmed(type.substr(0, type.find(';')))) != "application/json")
    return respond(problem(request, "unsupported_media_type"));
  run(
      deps, request, actor,
      [&deps, &shelf, actor](const HttpRequest& request, const Before&) {
        return try_bringing(deps, shelf, request, actor);
      },
      std::move(respond));
}

void ask_activation(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor,
                    Respond respond) {
  run(
      deps, request, actor,
      [&deps, &shelf, actor](const HttpRequest& request, const Before&) {
        return try_asking(deps, shelf, request, actor);
      },
      std::move(respond));
}

void put_into_use(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor,
                  Respond respond) {
  run(
      deps, request, actor,
      [&deps, &shelf, actor](const HttpRequest& request, const Before&) {
        return try_activating(deps, shelf, request, actor);
      },
      std::move(respond));
}

}  // namespace vinhdanh
