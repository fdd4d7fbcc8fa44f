// What the engine must know of a dossier, loaded from the store.
#include <algorithm>

#include "engine/codec/codec.hpp"
#include "examples/support/desk.hpp"
#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh::example {
namespace {

const Stage* stage_of(const Plan& plan, const Dossier& dossier) {
  const AwardForm* form = plan.award_form(dossier.form);
  const Route* route = form ? plan.route(form->route) : nullptr;
  if (!route || !dossier.stage) return nullptr;
  const auto found = std::ranges::find(route->stages, *dossier.stage, &Stage::id);
  return found == route->stages.end() ? nullptr : &*found;
}

/// Other dossiers are told by their codes, as a refusal says them.
std::vector<std::pair<int, DossierId>> ranks_beside(const Store& store, const Dossier& dossier) {
  DossierQuery query;
  query.occasions = {dossier.occasion};
  query.forms = {dossier.form};
  std::vector<std::pair<int, DossierId>> ranks;
  for (const Dossier& other : all_dossiers(store, query)) {
    if (other.id == dossier.id || !other.rank || other.subject_kind != dossier.subject_kind) continue;
    ranks.emplace_back(*other.rank, other.code);
  }
  return ranks;
}

bool is_live(Phase phase) { return !is_final(phase) || phase == Phase::awarded; }

/// Other nominations of the same person or office for the same form under the same plan.
std::vector<DossierId> nominations_beside(const Store& store, const Dossier& dossier, const Nominee& nominee) {
  std::vector<DossierId> found;
  if (!nominee.person && !nominee.office) return found;
  DossierQuery query;
  query.forms = {dossier.form};
  query.nominee_person = nominee.person;
  if (!nominee.person) query.nominee_office = nominee.office;
  for (const Dossier& other : all_dossiers(store, query)) {
    if (other.id != dossier.id && other.plan.id == dossier.plan.id && is_live(other.phase)) found.push_back(other.code);
  }
  return found;
}

std::vector<PersonId> people_of(const Store& store, const OfficeId& unit, Date day) {
  std::vector<PersonId> people;
  for (const Appointment& held : store.appointments()) {
    const bool of_unit = held.role == Role::unit_clerk || held.role == Role::unit_head;
    if (held.office == unit && of_unit && held.in_force(day)) people.push_back(held.person);
  }
  return people;
}

std::optional<std::string> personal_text(const Store& store, const std::string& id) {
  const auto values = store.personal({&id, 1});
  const auto found = values.find(id);
  return found == values.end() ? std::nullopt : std::optional(found->second.value);
}

std::optional<DecisionId> decision_of(const Dossier& dossier, const Payload* payload) {
  if (payload) {
    if (const auto* approve = std::get_if<Approve>(payload)) return approve->decision;
    if (const auto* lower = std::get_if<ApproveLowerForm>(payload)) return lower->decision;
  }
  return dossier.decision;
}

std::vector<Decision> open_decisions(const Store& store, const OfficeId& office, const OccasionId& occasion) {
  DecisionQuery query;
  query.authorities = {office};
  query.occasions = {occasion};
  query.state = DecisionState::open;
  return store.find_decisions(query);
}

}  // namespace

std::vector<Dossier> all_dossiers(const Store& store, const DossierQuery& query) {
  DossierQuery next = query;
  next.page.limit = 200;
  std::vector<Dossier> all;
  for (;;) {
    const auto page = store.find_dossiers(next);
    all.insert(all.end(), page.begin(), page.end());
    if (page.size() < 200) return all;
    next.page.after = page.back().id;
  }
}

Rules Desk::rules(const Dossier& dossier) const {
  return {*definitions.plan(dossier.plan.id, dossier.plan.version), definitions.law(), definitions.organisation(),
          nomination_lifecycle(), definitions.law_ref()};
}

Content Desk::content(const DossierId& dossier) const {
  const auto workspace = store.workspace(dossier);
  return workspace ? decode<Content>(workspace->content) : Content{};
}

Facts Desk::facts(const Dossier& dossier, const Actor& actor, const Payload* payload) const {
  Facts facts{.now = now(),
              .actor = actor,
              .submission = *store.submission(dossier.submission),
              .occasion = *store.occasion(dossier.occasion)};
  if (const auto named = decision_of(dossier, payload)) facts.decision = store.decision(*named);
  if (dossier.content) {
    if (const auto text = personal_text(store, dossier.content->value.id)) facts.frozen = decode<Content>(*text);
  }
  const bool with_unit = dossier.phase == Phase::drafting || dossier.phase == Phase::returned;
  facts.content = with_unit || !facts.frozen ? content(dossier.id) : *facts.frozen;
  if (const auto workspace = store.workspace(dossier.id)) facts.workspace_version = workspace->version;
  if (dossier.correction) facts.correction = personal_text(store, dossier.correction->value.id);
  const Rules by = rules(dossier);
  for (const std::string& key : quota_keys(dossier, facts.occasion, by, today)) {
    auto state = store.quota(key);
    if (!state) continue;
    for (auto& holder : state->holders) holder = store.dossier(holder)->code;
    facts.quota.states.push_back(*std::move(state));
  }
  if (const Stage* stage = stage_of(by.plan, dossier)) {
    if (stage->kind == StageKind::rank) facts.ranks = ranks_beside(store, dossier);
    const auto office = by.organisation.holder(stage->office_role, dossier.unit, today);
    if (office) facts.open_decisions = open_decisions(store, *office, dossier.occasion);
  }
  facts.same_nomination = nominations_beside(store, dossier, facts.content.nominee);
  facts.own_people =
      people_of(store, by.organisation.holder("own_unit", dossier.unit, today).value_or(dossier.unit), today);
  return facts;
}

}  // namespace vinhdanh::example
