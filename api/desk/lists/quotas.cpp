// The places of an occasion: how many there are, who holds them, what is left.
#include <algorithm>
#include <map>
#include <set>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/lists/lists.hpp"
#include "api/desk/lists/quota_keys.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/desk/request/query.hpp"
#include "engine/decide/places.hpp"

namespace vinhdanh {

namespace {

struct Row {
  FormCode form;
  int limit = 0;
  Source source;
};

/// Sent and not at its end.
std::int64_t under_way(const Deps& deps, const Scope& scope, const std::string& key) {
  auto filter = filter_of_key(deps, key);
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    const auto phase = static_cast<Phase>(i);
    if (phase != Dossier{}.phase && !is_final(phase)) filter.phases.push_back(phase);
  }
  return deps.lists.count(scope.in_lists(), filter);
}

std::map<std::string, Row> rows_of(const Deps& deps, const Occasion& occasion, const std::set<OfficeId>& units) {
  const auto rules = rules_for(deps, occasion.plan);
  std::map<std::string, Row> rows;
  for (const auto& code : occasion.forms) {
    const auto* form = rules.plan.award_form(code);
    if (form == nullptr) continue;
    for (const auto kind : form->subject_kinds) {
      for (const auto& unit : units) {
        const auto dossier = imagined(occasion, unit, code, kind);
        const auto rule = detail::place_rule(dossier, code, occasion, rules, today(deps));
        if (rule) rows.emplace(rule->key, Row{code, rule->limit, rule->source});
      }
    }
  }
  return rows;
}

Json row_json(const Deps& deps, const Scope& scope, const std::string& key, const Row& row) {
  const auto state = deps.store.quota(key).value_or(QuotaState{key, row.limit, 0, 0, {}});
  auto holders = Json::array();
  for (const auto& id : state.holders) {
    const auto dossier = deps.store.dossier(id);
    if (dossier && scope.sees(*dossier)) holders.push_back({{"id", id}, {"code", dossier->code}});
  }
  const int taken = state.reserved + state.consumed;
  Json json{{"key", key},
          {"form", row.form},
          {"limit", row.limit},
          {"reserved", state.reserved},
          {"consumed", state.consumed},
          {"left", std::max(0, row.limit - taken)},
          {"holders", std::move(holders)},
          {"under_way", under_way(deps, scope, key)},
          {"source", source_json(row.source)}};
  if (const auto parts = parse_quota_key(key)) {
    json["organisation"] = parts->organisation;
    json["organisation_name"] = office_name(deps.rulebook.organisation(), parts->organisation, today(deps));
    if (parts->subject_kind) json["subject_kind"] = name_of(*parts->subject_kind);
  }
  return json;
}

}  // namespace

Json quota_rows(const Deps& deps, const Actor& actor, const Occasion& occasion) {
  DossierQuery query;
  query.occasions = {occasion.id};
  std::set<OfficeId> units{occasion.territory};
  for (const auto& dossier : visible_dossiers(deps, actor, query, 2000)) units.insert(dossier.unit);
  const Scope scope(deps, actor, today(deps));
  auto items = Json::array();
  for (const auto& [key, row] : rows_of(deps, occasion, units)) items.push_back(row_json(deps, scope, key, row));
  return items;
}

HttpResponse list_quotas(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader reader(request);
  const auto id = reader.text("occasion");
  if (auto fault = reader.end()) return std::move(*fault);
  if (!id) return invalid(request, {missing_value("#/query/occasion")});
  auto occasion = visible_occasion(deps, request, actor, *id);
  if (!occasion) return std::move(occasion.response());
  ensure_entries(deps);
  return json_response(200, {{"occasion", occasion->id}, {"items", quota_rows(deps, actor, *occasion)}});
}

}  // namespace vinhdanh
