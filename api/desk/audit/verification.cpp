// Whether a history is intact: chain, rules and stored state.
#include "api/desk/audit/verification.hpp"

#include <algorithm>
#include <iterator>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/records.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/request/answers.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

constexpr std::size_t kMostViolations = 200;

Json violations_json(const Violations& violations) {
  auto list = Json::array();
  for (const auto& violation : violations) {
    if (list.size() == kMostViolations) break;
    const auto promise = promise_of(violation.invariant);
    Json json{{"invariant", violation.invariant},
              {"text", violation.text},
              {"promise", {{"vi", promise.vi}, {"en", promise.en}}}};
    if (violation.n >= 0) json["n"] = violation.n;
    if (!violation.stream.empty()) json["stream"] = violation.stream;
    if (!violation.event.empty()) json["event"] = violation.event;
    if (!violation.expected.empty()) json["expected"] = violation.expected;
    if (!violation.found.empty()) json["found"] = violation.found;
    list.push_back(std::move(json));
  }
  return list;
}

PlanLookup plans_of(const Deps& deps) {
  return [&deps](const DefinitionRef& ref) { return deps.rulebook.plan(ref.id, ref.version); };
}

/// Calls `visit` with each of the dossiers of these units.
template <class Visit>
void each_dossier(const Deps& deps, const std::vector<OfficeId>& units, Visit visit) {
  DossierQuery query;
  query.units = units;
  query.page.limit = 200;
  for (bool more = !units.empty(); more;) {
    const auto page = deps.store.find_dossiers(query);
    for (const auto& dossier : page) visit(dossier);
    more = page.size() == 200;
    if (more) query.page.after = page.back().id;
  }
}

}  // namespace

std::int64_t streams_in_scope(const Deps& deps, const Actor& actor) {
  const Scope scope(deps, actor, today(deps));
  if (const auto units = scope.units()) {
    ensure_entries(deps);
    ListFilter theirs;
    theirs.units = *units;
    return units->empty() ? 0 : deps.lists.count(scope.in_lists(), theirs);
  }
  std::int64_t all = 0;
  std::optional<StreamRef> last;
  for (bool more = true; more;) {
    const auto page = deps.store.streams(last, 1000);
    all += static_cast<std::int64_t>(page.size());
    more = page.size() == 1000;
    if (more) last = page.back();
  }
  return all;
}

StoreVerification verify_scope(const Deps& deps, const Actor& actor, const Progress& progress) {
  const auto appointments = deps.store.appointments();
  const auto& organisation = deps.rulebook.organisation();
  const auto units = Scope(deps, actor, today(deps)).units();
  if (!units) return verify_all(deps.store, plans_of(deps), organisation, appointments, progress, &deps.blobs, &deps.duties);
  StoreVerification all;
  each_dossier(deps, *units, [&](const Dossier& dossier) {
    auto one = verify_dossier(deps.store, dossier.id, plans_of(deps), organisation, appointments, &deps.blobs);
    add_head(all, {StreamKind::dossier, dossier.id}, one.head);
    all.events += one.events;
    for (auto& violation : one.violations) violation.stream = "dossier/" + dossier.id;
    std::ranges::move(one.violations, std::back_inserter(all.violations));
    if (progress) progress(all.streams, all.events);
  });
  all.intact = all.violations.empty();
  return all;
}

Json verdict_json(const StoreVerification& found) {
  return {{"intact", found.intact},
          {"streams", found.streams},
          {"events", found.events},
          {"digest", found.digest},
          {"violations", violations_json(found.violations)}};
}

HttpResponse show_verification(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto appointments = deps.store.appointments();
  const auto found =
      verify_dossier(deps.store, dossier->id, plans_of(deps), deps.rulebook.organisation(), appointments, &deps.blobs);
  return json_response(200, {{"dossier", dossier->id},
                             {"intact", found.intact},
                             {"events", found.events},
                             {"head", found.head},
                             {"violations", violations_json(found.violations)}});
}

HttpResponse show_store_verification(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  return json_response(200, verdict_json(verify_scope(deps, actor)));
}

}  // namespace vinhdanh
