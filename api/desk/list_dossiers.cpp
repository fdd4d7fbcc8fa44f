// Lists of dossiers: by filter, by name, and by whose hand they wait for.
#include <algorithm>

#include "api/desk/body.hpp"
#include "api/desk/case.hpp"
#include "api/desk/fold_text.hpp"
#include "api/desk/lists.hpp"
#include "api/desk/query.hpp"
#include "api/desk/scan.hpp"
#include "api/desk/scope.hpp"
#include "api/desk/turn.hpp"
#include "api/desk/views.hpp"

namespace vinhdanh {

namespace {

template <class T>
void narrow(const std::optional<T>& value, std::vector<T>& list) {
  if (value) list.push_back(*value);
}

DossierQuery read_filter(QueryReader& reader) {
  DossierQuery query;
  narrow(reader.name<Phase>("phase"), query.phases);
  narrow(reader.text("occasion"), query.occasions);
  narrow(reader.text("submission"), query.submissions);
  narrow(reader.text("decision"), query.decisions);
  narrow(reader.text("form"), query.forms);
  narrow(reader.text("unit"), query.units);
  query.external_ref = reader.text("external_ref");
  query.code = reader.text("code");
  return query;
}

void narrow_to_scope(const Scope& scope, DossierQuery& query) {
  if (!query.units.empty()) return;
  if (auto units = scope.units()) query.units = std::move(*units);
}

template <class Keep>
Scanned<Dossier> scan_dossiers(const Deps& deps, const DossierQuery& query, Keep&& keep) {
  return scan<Dossier>(
      query, [&](const DossierQuery& page) { return deps.store.find_dossiers(page); }, keep);
}

struct NameSearch {
  std::string name;
  std::optional<OccasionId> occasion;
  std::vector<Phase> phases;
  VINHDANH_MEMBERS(name, occasion, phases)
};

bool is_ours(const Turn& turn, const Actor& actor) {
  return turn.office == actor.office && std::ranges::find(turn.roles, actor.role) != turn.roles.end();
}

std::vector<Phase> open_phases() {
  std::vector<Phase> phases;
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    if (!is_final(static_cast<Phase>(i))) phases.push_back(static_cast<Phase>(i));
  }
  return phases;
}

}  // namespace

HttpResponse list_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  auto query = read_filter(reader);
  query.page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  const Scope scope(deps, actor, today(deps));
  narrow_to_scope(scope, query);
  const auto scanned = scan_dossiers(deps, query, [&](const Dossier& dossier) { return scope.sees(dossier); });
  return json_response(200, page_body(deps.store, request, actor, dossier_lines(deps, scanned.found), scanned.last));
}

HttpResponse search_dossiers(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  if (auto fault = reader.end()) return std::move(*fault);
  auto wanted = read_body<NameSearch>(request);
  if (!wanted) return std::move(wanted.response());
  const auto text = fold_text(wanted->name);
  if (text.size() < 2) return invalid(request, {missing_value("/name")});
  const Scope scope(deps, actor, today(deps));
  DossierQuery query;
  query.page.limit = 50;
  query.phases = wanted->phases;
  narrow(wanted->occasion, query.occasions);
  narrow_to_scope(scope, query);
  const auto scanned = scan_dossiers(deps, query, [&](const Dossier& dossier) {
    return scope.sees(dossier) && fold_text(nominee_name(deps, dossier)).find(text) != std::string::npos;
  });
  return json_response(200, {{"items", dossier_lines(deps, scanned.found)}, {"complete", !scanned.last.has_value()}});
}

HttpResponse show_inbox(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  DossierQuery query;
  query.page = reader.page(deps.store, actor);
  if (auto fault = reader.end()) return std::move(*fault);
  const Scope scope(deps, actor, today(deps));
  query.phases = open_phases();
  narrow_to_scope(scope, query);
  std::vector<std::string> hands;
  const auto scanned = scan_dossiers(deps, query, [&](const Dossier& dossier) {
    if (!scope.sees(dossier)) return false;
    const auto turn = turn_of(deps, dossier, rules_for(deps, dossier.plan).plan);
    if (!turn || !is_ours(*turn, actor)) return false;
    hands.push_back(turn->hand);
    return true;
  });
  auto lines = dossier_lines(deps, scanned.found);
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i]["hand"] = hands[i];
  return json_response(200, page_body(deps.store, request, actor, std::move(lines), scanned.last));
}

}  // namespace vinhdanh
