// The dry check of a dossier: what is there, what is missing, and what the criteria say.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/dossier/checks.hpp"
#include "api/desk/dossier/findings_json.hpp"
#include "api/desk/dossier/reading.hpp"
#include "api/desk/dossier/views.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

namespace {

Json papers_json(const std::vector<CheckedPaper>& papers) {
  auto list = Json::array();
  for (const auto& [required, present] : papers) {
    list.push_back({{"slot", required->slot},
                    {"level", name_of(required->level)},
                    {"required_at", required->required_at},
                    {"present", present},
                    {"source", source_json(required->source)}});
  }
  return list;
}

/// What stands between this dossier and its next sending, apart from who asks and when.
std::vector<RefusalReason> missing_things(const Deps& deps, const Case& it) {
  const bool again = it.dossier.phase == Phase::returned;
  const Payload payload = again ? Payload(Resubmit{}) : Payload(Submit{});
  auto verdict = decide(it.dossier, payload, it.facts, it.rules, deps.fresh);
  auto* refusal = std::get_if<Refusal>(&verdict);
  if (refusal == nullptr) return {};
  std::erase_if(refusal->reasons, [](const RefusalReason& reason) {
    return reason.code != Reason::paper_missing && reason.code != Reason::content_incomplete &&
           reason.code != Reason::nominee_dissolved && reason.code != Reason::nomination_exists;
  });
  return std::move(refusal->reasons);
}

/// Attestations with their reasons, which are personal values.
Attestations attestations_of(const Store& store, const Dossier& dossier) {
  std::vector<std::string> ids;
  for (const auto& entry : dossier.attestations) {
    if (entry.reason) ids.push_back(entry.reason->id);
  }
  const auto values = ids.empty() ? std::map<std::string, PersonalValue>{} : store.personal(ids);
  Attestations attestations;
  for (const auto& entry : dossier.attestations) {
    auto& made = attestations[entry.criterion];
    made.value = entry.value;
    if (!entry.reason) continue;
    const auto found = values.find(entry.reason->id);
    const auto text = found == values.end() ? Json() : Json::parse(found->second.value, nullptr, false);
    made.reason = text.is_string() ? text.get<std::string>() : "—";
  }
  return attestations;
}

}  // namespace

HttpResponse check_dossier(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto dossier = visible_dossier(deps, request, actor);
  if (!dossier) return std::move(dossier.response());
  const auto it = load_case(deps, actor, *dossier);
  const auto papers = checked_papers(it);
  const auto criteria = checked_criteria(it, attestations_of(deps.store, it.dossier));
  Json body{{"dossier", it.dossier.id},
            {"version", it.dossier.version},
            {"papers", papers_json(papers)},
            {"counts", counts_json(counted_checks(papers, criteria))}};
  if (is_with_unit(it.dossier.phase)) {
    const auto missing = missing_things(deps, it);
    body["complete"] = missing.empty();
    body["missing"] = reasons_json(missing);
  }
  if (criteria) body["criteria"] = report_json(*criteria, it.rules.plan.figures);
  auto response = json_response(200, body);
  response.set("ETag", etag_of(it.dossier.version));
  return response;
}

}  // namespace vinhdanh
