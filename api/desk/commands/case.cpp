// Loads what a decision on a dossier needs to know.
#include "api/desk/commands/case.hpp"

#include <algorithm>
#include <stdexcept>

#include "api/desk/dossier/workspace_text.hpp"
#include "engine/codec/codec.hpp"

namespace vinhdanh {

namespace {

constexpr std::size_t kMostRivals = 5000;

std::vector<std::pair<int, DossierId>> taken_ranks(const Deps& deps, const Dossier& dossier, const Rules& rules) {
  const auto* stage = find_stage(rules.plan, dossier.form, dossier.stage);
  if (stage == nullptr || stage->kind != StageKind::rank) return {};
  const auto day = today(deps);
  const auto office = rules.organisation.holder(stage->office_role, dossier.unit, day);
  DossierQuery query;
  query.occasions = {dossier.occasion};
  query.forms = {dossier.form};
  std::vector<std::pair<int, DossierId>> ranks;
  for (const auto& other : all_dossiers(deps.store, query, kMostRivals)) {
    if (other.id == dossier.id || !other.rank || other.subject_kind != dossier.subject_kind) continue;
    if (rules.organisation.holder(stage->office_role, other.unit, day) == office)
      ranks.emplace_back(*other.rank, other.code);
  }
  return ranks;
}

bool is_live(Phase phase) {
  return phase != Phase::not_awarded && phase != Phase::ineligible && phase != Phase::withdrawn &&
         phase != Phase::lapsed;
}

void add_nominations(const Deps& deps, const Dossier& dossier, const Plan& plan, DossierQuery query,
                     std::vector<DossierId>& found) {
  query.forms = {dossier.form};
  for (const auto& other : all_dossiers(deps.store, query, kMostRivals)) {
    if (other.id == dossier.id || !is_live(other.phase)) continue;
    const auto* theirs = deps.rulebook.plan(other.plan.id, other.plan.version);
    if (theirs == nullptr || theirs->movement.id != plan.movement.id) continue;
    if (std::ranges::find(found, other.code) == found.end()) found.push_back(other.code);
  }
}

std::vector<DossierId> same_nominations(const Deps& deps, const Dossier& dossier, const Content& content,
                                        const Plan& plan) {
  std::vector<DossierId> found;
  if (content.nominee.person) {
    DossierQuery query;
    query.nominee_person = content.nominee.person;
    add_nominations(deps, dossier, plan, query, found);
  }
  if (content.nominee.office) {
    DossierQuery query;
    query.nominee_office = content.nominee.office;
    add_nominations(deps, dossier, plan, query, found);
  }
  return found;
}

std::vector<PersonId> people_of(const Store& store, const OfficeId& unit, Date day) {
  std::vector<PersonId> people;
  for (const auto& appointment : store.appointments_of(unit)) {
    const bool unit_role = appointment.role == Role::unit_clerk || appointment.role == Role::unit_head;
    if (unit_role && appointment.in_force(day)) people.push_back(appointment.person);
  }
  return people;
}

bool is_hand(const Hands& hands, Role role) {
  for (const auto* list : {&hands.receive, &hands.propose, &hands.send}) {
    if (std::ranges::find(*list, role) != list->end()) return true;
  }
  return false;
}

/// Those to whom the dossier may be assigned where it stands.
std::vector<PersonId> people_at_stage(const Store& store, const Dossier& dossier, const Rules& rules, Date day) {
  std::vector<PersonId> people;
  const auto* stage = find_stage(rules.plan, dossier.form, dossier.stage);
  if (stage == nullptr || is_with_unit(dossier.phase)) return people;
  const auto office = rules.organisation.holder(stage->office_role, dossier.unit, day);
  if (!office) return people;
  for (const auto& appointment : store.appointments_of(*office)) {
    if (!appointment.in_force(day) || !is_hand(stage->hands, appointment.role)) continue;
    if (std::ranges::find(people, appointment.person) == people.end()) people.push_back(appointment.person);
  }
  return people;
}

std::vector<Decision> open_decisions(const Deps& deps, const Dossier& dossier, const Rules& rules) {
  const auto* stage = find_stage(rules.plan, dossier.form, dossier.stage);
  if (stage == nullptr) return {};
  const auto office = rules.organisation.holder(stage->office_role, dossier.unit, today(deps));
  if (!office) return {};
  DecisionQuery query;
  query.authorities = {*office};
  query.occasions = {dossier.occasion};
  query.state = DecisionState::open;
  query.page.limit = 200;
  return deps.store.find_decisions(query);
}

/// A refusal names other dossiers by their codes, as people do.
std::string code_of(const Store& store, const DossierId& id) {
  const auto dossier = store.dossier(id);
  return dossier ? dossier->code : id;
}

QuotaFacts quota_facts(const Deps& deps, const Dossier& dossier, const Occasion& occasion, const Rules& rules) {
  QuotaFacts facts;
  for (const auto& key : quota_keys(dossier, occasion, rules, today(deps))) {
    auto state = deps.store.quota(key);
    if (!state) continue;
    for (auto& holder : state->holders) holder = code_of(deps.store, holder);
    facts.states.push_back(std::move(*state));
  }
  return facts;
}

void load_content(const Store& store, const Dossier& dossier, Facts& facts) {
  facts.frozen = frozen_content(store, dossier);
  const auto workspace = store.workspace(dossier.id);
  if (workspace) facts.workspace_version = workspace->version;
  if (is_with_unit(dossier.phase)) {
    facts.content = workspace ? read_workspace_text(workspace->content).content : Content{};
  } else {
    facts.content = facts.frozen.value_or(Content{});
  }
  if (!dossier.correction) return;
  const std::string id = dossier.correction->value.id;
  const auto values = store.personal({&id, 1});
  if (const auto found = values.find(id); found != values.end()) facts.correction = found->second.value;
}

template <class T>
T there(std::optional<T> value, const char* what) {
  if (!value) throw std::runtime_error(std::string("a dossier names a missing ") + what);
  return std::move(*value);
}

}  // namespace

Date today(const Deps& deps) { return deps.clock.business_now().legal_date(); }

bool is_with_unit(Phase phase) { return phase == Phase::drafting || phase == Phase::returned; }

Content read_content(const std::string& canonical) {
  try {
    return decode<Content>(canonical);
  } catch (const std::runtime_error&) {
    return {};
  }
}

std::optional<Content> frozen_content(const Store& store, const Dossier& dossier) {
  if (!dossier.content) return std::nullopt;
  const std::string id = dossier.content->value.id;
  const auto values = store.personal({&id, 1});
  const auto found = values.find(id);
  return found == values.end() ? Content{} : read_content(found->second.value);
}

Content workspace_content(const Store& store, const DossierId& id) {
  const auto workspace = store.workspace(id);
  return workspace ? read_workspace_text(workspace->content).content : Content{};
}

namespace {

const Law& law_for(const Deps& deps, const std::optional<DefinitionRef>& pinned) {
  if (!pinned) return deps.rulebook.law();
  const auto* law = deps.rulebook.law(pinned->version);
  if (law == nullptr) throw std::runtime_error("law v" + std::to_string(pinned->version) + " is not loaded");
  return *law;
}

}  // namespace

Rules rules_for(const Deps& deps, const DefinitionRef& ref, const std::optional<DefinitionRef>& law) {
  const auto* plan = deps.rulebook.plan(ref.id, ref.version);
  if (plan == nullptr)
    throw std::runtime_error("plan " + ref.id + " v" + std::to_string(ref.version) + " is not loaded");
  return Rules{*plan, law_for(deps, law), deps.rulebook.organisation(), deps.lifecycle, deps.rulebook.law_ref()};
}

const Era& era_of(const Deps& deps, const Dossier& dossier, Date day) {
  const Law* known = dossier.law ? deps.rulebook.law(dossier.law->version) : nullptr;
  const Law& law = known == nullptr ? deps.rulebook.law() : *known;
  const Era* pinned = dossier.era ? law.era(*dossier.era) : nullptr;
  return pinned == nullptr ? law.on(day) : *pinned;
}

const Stage* find_stage(const Plan& plan, const FormCode& form, const std::optional<StageId>& stage) {
  const auto* award = plan.award_form(form);
  const auto* route = award == nullptr ? nullptr : plan.route(award->route);
  if (route == nullptr || !stage) return nullptr;
  const auto found = std::ranges::find(route->stages, *stage, &Stage::id);
  return found == route->stages.end() ? nullptr : &*found;
}

std::vector<Dossier> all_dossiers(const Store& store, DossierQuery query, std::size_t most) {
  std::vector<Dossier> all;
  query.page.limit = 200;
  while (all.size() < most) {
    auto page = store.find_dossiers(query);
    if (page.empty()) break;
    query.page.after = page.back().id;
    const bool last = page.size() < 200;
    std::ranges::move(page, std::back_inserter(all));
    if (last) break;
  }
  if (all.size() > most) all.resize(most);
  return all;
}

Case load_written(const Deps& deps, const Actor& actor, Dossier dossier) {
  const auto rules = rules_for(deps, dossier.plan, dossier.law);
  Facts facts;
  facts.now = deps.clock.business_now();
  facts.actor = actor;
  facts.submission = there(deps.store.submission(dossier.submission), "submission");
  load_content(deps.store, dossier, facts);
  return Case{std::move(dossier), std::move(facts), rules};
}

Case load_case(const Deps& deps, const Actor& actor, Dossier written, const Asked& asked) {
  auto it = load_written(deps, actor, std::move(written));
  auto& [dossier, facts, rules] = it;
  facts.occasion = there(deps.store.occasion(dossier.occasion), "occasion");
  if (const auto id = asked.decision ? asked.decision : dossier.decision) facts.decision = deps.store.decision(*id);
  if (asked.choices) facts.open_decisions = open_decisions(deps, dossier, rules);
  facts.number_taken = asked.number_taken;
  if (asked.people) facts.office_people = people_at_stage(deps.store, dossier, rules, facts.now.legal_date());
  facts.quota = quota_facts(deps, dossier, facts.occasion, rules);
  facts.ranks = taken_ranks(deps, dossier, rules);
  facts.same_nomination = same_nominations(deps, dossier, facts.content, rules.plan);
  const auto day = facts.now.legal_date();
  facts.own_people =
      people_of(deps.store, rules.organisation.holder("own_unit", dossier.unit, day).value_or(dossier.unit), day);
  return it;
}

void Tally::count(const std::vector<QuotaMove>& moves, const std::string& dossier_code) {
  for (const auto& move : moves) {
    auto& delta = deltas_[move.key];
    switch (move.step) {
      case QuotaStep::reserve:
        ++delta.reserved;
        break;
      case QuotaStep::consume:
        --delta.reserved;
        ++delta.consumed;
        break;
      case QuotaStep::release_reserved:
        --delta.reserved;
        break;
      case QuotaStep::release_consumed:
        --delta.consumed;
        break;
      case QuotaStep::reserve_and_consume:
        ++delta.consumed;
        break;
    }
    if (move.step == QuotaStep::reserve || move.step == QuotaStep::reserve_and_consume) {
      delta.holders.push_back(dossier_code);
    }
  }
}

void Tally::correct(QuotaFacts& facts) const {
  for (const auto& [key, delta] : deltas_) {
    auto found = std::ranges::find(facts.states, key, &QuotaState::key);
    if (found == facts.states.end()) found = facts.states.insert(found, QuotaState{key, 0, 0, 0, {}});
    found->reserved += delta.reserved;
    found->consumed += delta.consumed;
    found->holders.insert(found->holders.end(), delta.holders.begin(), delta.holders.end());
  }
}

}  // namespace vinhdanh
