/// A random life: a few dossiers of one occasion, many hands, commands that are sometimes right; every promise checked.
#pragma once

#include <sstream>

#include "engine/invariants/chain.hpp"
#include "engine/invariants/invariants.hpp"
#include "engine/invariants/ledger.hpp"
#include "engine/invariants/projection.hpp"
#include "tests/workflows/random/payloads.hpp"
#include "tests/workflows/random/people.hpp"

namespace vinhdanh::test {

class Life {
 public:
  explicit Life(std::uint64_t seed, bool checked = true) : checked_(checked), appointments_(appointments_of(people_)) {
    static const std::vector<std::vector<FormCode>> mixes = {
        {"merit", "merit", "merit"}, {"merit", "flag", "merit"}, {"pm_merit", "merit"}, {"unit_praise", "unit_praise", "merit"}};
    Dice dice(seed);
    for (const FormCode& form : dice.pick(mixes)) open(form, dice);
  }

  /// One step; what went wrong, or an empty text.
  std::string step(std::uint64_t word) {
    Dice dice(word);
    if (dice.chance(25)) world_.today = world_.today.plus(static_cast<int>(dice.roll(4)));
    for (const char* form : {"merit", "letter_of_praise", "flag", "unit_praise"}) keep_open_decision(form);
    const DossierId id = pick_dossier(dice);
    // The unit writes in its workspace; that is no event, but what it sends back differs.
    if (dossier(id).phase == Phase::returned && dice.chance(40)) edit(id, dice);
    const auto move = dice.chance(60) ? permitted_move(id, dice) : arbitrary_move(id, dice);
    return move ? put(id, move->first, move->second, dice) : "";
  }

  [[nodiscard]] Facts facts(const DossierId& id, const Actor& by, const std::optional<Payload>& payload = {}) const {
    Facts facts = world_.facts(id, by, payload);
    facts.same_nomination.clear();
    for (const auto& [other_id, other] : world_.dossiers) {
      if (other_id == id || other.form != world_.dossiers.at(id).form || is_final(other.phase)) continue;
      const Nominee& ours = facts.content.nominee;
      const bool same = (ours.office && other.nominee_office == ours.office) || (ours.person && other.nominee_person == ours.person);
      if (same) facts.same_nomination.push_back(other_id);
    }
    facts.own_people.clear();
    for (const Appointment& held : appointments_) {
      if (held.office == world_.dossiers.at(id).unit) facts.own_people.push_back(held.person);
    }
    facts.office_people = people_at(world_.dossiers.at(id));
    if (const auto* number = payload ? std::get_if<Number>(&*payload) : nullptr) {
      facts.number_taken = std::ranges::any_of(world_.decisions, [&](const auto& entry) { return entry.second.number == number->number; });
    }
    return facts;
  }
  /// Whoever has a hand of the stage in the office that holds it.
  [[nodiscard]] std::vector<PersonId> people_at(const Dossier& at) const {
    std::vector<PersonId> people;
    const Route& route = *world_.plan.route(world_.plan.award_form(at.form)->route);
    for (const Stage& stage : route.stages) {
      if (at.stage != stage.id) continue;
      const auto office = world_.organisation.holder(stage.office_role, at.unit, world_.today);
      for (const Appointment& held : appointments_) {
        const auto has = [&](const std::vector<Role>& roles) { return std::ranges::find(roles, held.role) != roles.end(); };
        const bool hand = has(stage.hands.receive) || has(stage.hands.propose) || has(stage.hands.send);
        const bool known = std::ranges::find(people, held.person) != people.end();
        if (hand && !known && office == held.office) people.push_back(held.person);
      }
    }
    return people;
  }
  Outcome attempt(const DossierId& id, const Actor& by, const Payload& payload) {
    return decide(dossier(id), payload, facts(id, by, payload), world_.rules(), world_.fresh);
  }
  [[nodiscard]] std::vector<Permission> permissions(const DossierId& id, const Actor& by) const {
    return permitted(dossier(id), facts(id, by), world_.rules());
  }
  [[nodiscard]] Domain domain(const DossierId& id, const Facts& facts) const { return {dossier(id), world_.plan, facts}; }
  [[nodiscard]] const Dossier& dossier(const DossierId& id) const { return world_.dossiers.at(id); }
  [[nodiscard]] const std::vector<DossierId>& ids() const { return ids_; }
  [[nodiscard]] const std::vector<Actor>& people() const { return people_; }
  [[nodiscard]] const std::string& story() const { return story_; }
  [[nodiscard]] const std::map<Phase, int>& phases_seen() const { return phases_seen_; }

  /// The whole world as a verifier would read it, chains and all.
  std::string check_at_end() {
    World whole{.instance = "life", .appointments = appointments_, .organisation = world_.organisation};
    whole.plans = {{world_.occasion.plan, world_.plan}};
    whole.occasions = {world_.occasion};
    for (const auto& [key, quota] : world_.quotas) whole.quotas.push_back(quota);
    for (const auto& [id, decision] : world_.decisions) whole.decisions.push_back(decision);
    for (const DossierId& id : ids_) {
      DossierHistory history{id, {}, dossier(id), {}};
      std::string prev = genesis("life", StreamKind::dossier, id);
      for (const SealedEvent& event : streams_.at(id)) {
        history.events.push_back(seal(event.event, event.n, prev));
        prev = history.events.back().hash;
      }
      history.folded = fold_dossier(history.events);
      whole.dossiers.push_back(std::move(history));
    }
    return told(check_world(whole));
  }

 private:
  using Move = std::pair<Actor, Payload>;

  void open(const FormCode& form, Dice& dice) {
    const DossierId id = world_.open(form, dice.chance(50) ? SubjectKind::collective : SubjectKind::individual);
    const Dossier drafted = world_.dossiers.at(id);
    Nominee& nominee = world_.workspaces.at(id).nominee;
    if (dice.chance(30)) nominee.person = dice.pick<PersonId>({"quang", "long", "nam"});
    if (dice.chance(30)) nominee.office = dice.pick<OfficeId>({"an_thinh", "cu_lam"});
    ids_.push_back(id);
    add(id, unit_clerk(), DossierOpened{drafted.code, drafted.submission, drafted.occasion, drafted.unit, drafted.territory,
                                        form, drafted.subject_kind, drafted.category, std::nullopt}, std::nullopt);
    add(id, unit_clerk(), PaperAttached{drafted.papers.front()}, Phase::drafting);
    world_.dossiers.at(id) = fold_dossier(streams_.at(id));
  }
  void add(const DossierId& id, const Actor& by, EventBody body, std::optional<Phase> from) {
    Event event{.stream_id = id, .id = world_.fresh.id(), .at = morning(world_.today), .actor = by,
                .definition = world_.occasion.plan, .from = from, .to = Phase::drafting, .body = std::move(body)};
    append(event);
  }
  void append(const Event& event) {
    auto& stream = streams_[event.stream_id];
    stream.push_back({.event = event, .n = static_cast<std::int64_t>(stream.size())});
  }
  void keep_open_decision(const FormCode& form) {
    const bool open = std::ranges::any_of(world_.decisions, [&](const auto& entry) {
      return entry.second.form == form && entry.second.state == DecisionState::open;
    });
    if (!open) world_.open_decision(form);
  }

  /// Mostly one that can still move.
  DossierId pick_dossier(Dice& dice) const {
    std::vector<DossierId> moving = ids_;
    std::erase_if(moving, [this](const DossierId& id) { return is_over(dossier(id)); });
    return dice.pick(moving.empty() || dice.chance(5) ? ids_ : moving);
  }
  static bool is_over(const Dossier& dossier) {
    const bool to_notify = dossier.phase == Phase::not_awarded || dossier.phase == Phase::ineligible;
    return is_final(dossier.phase) && (!to_notify || dossier.notice);
  }

  std::optional<Move> permitted_move(const DossierId& id, Dice& dice) const {
    if (is_over(dossier(id))) return std::nullopt;
    const std::size_t first = dice.roll(people_.size());
    const Mood mood = dice.chance(6) ? Mood::any : dice.chance(30) ? Mood::detour : Mood::onward;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const Actor& by = people_[(first + i * 7) % people_.size()];
      if (!may_matter(id, by)) continue;
      const Facts known = facts(id, by);
      std::vector<Permission> allowed = permitted(dossier(id), known, world_.rules());
      std::erase_if(allowed, [](const Permission& one) { return !one.allowed; });
      std::erase_if(allowed, [&](const Permission& one) { return !suits(mood, one.command, dossier(id)); });
      if (allowed.empty()) continue;
      const auto rare = std::ranges::find_if(allowed, [](const Permission& one) {
        return one.command == Command::return_for_rework || one.command == Command::conclude_ineligible;
      });
      const Permission& chosen = rare != allowed.end() && dice.chance(50) ? *rare : dice.pick(allowed);
      std::vector<Candidate> ways = domain(id, known).of(chosen.command);
      std::erase_if(ways, [&](const Candidate& way) { return refused_choice(chosen, way); });
      if (!ways.empty()) return Move{by, dice.pick(ways).payload};
    }
    return std::nullopt;
  }
  /// Ends and detours come seldom, or few lives would see the later stages.
  enum class Mood { onward, detour, any };
  static bool suits(Mood mood, Command command, const Dossier& at) {
    using enum Command;
    const bool ends = command == withdraw || command == decline || command == conclude_ineligible || command == lapse;
    const bool detours = command == edit_content || command == attach_paper || command == return_for_rework ||
                         command == recall || command == record_correction || command == give_opinion ||
                         command == claim || command == release || command == assign || command == hold ||
                         command == comment || command == remove_from_decision;
    const bool repeats = (command == attest && !at.attestations.empty()) || (command == rank && at.rank) ||
                         (command == propose && at.proposal);
    if (mood == Mood::onward) return !ends && !detours && !repeats;
    return mood == Mood::any || !ends;
  }
  /// Stands for a choice that is not in the domain, or not allowed there.
  static bool refused_choice(const Permission& permission, const Candidate& way) {
    return std::ranges::any_of(way.choices, [&](const auto& choice) {
      return std::ranges::none_of(permission.choices, [&](const Choice& one) {
        return one.allowed && one.member == choice.first && one.value == choice.second;
      });
    });
  }
  /// Spares the question to those who are far from the case.
  [[nodiscard]] bool may_matter(const DossierId& id, const Actor& by) const {
    const Dossier& at = dossier(id);
    const Route& route = *world_.plan.route(world_.plan.award_form(at.form)->route);
    const auto stage = std::ranges::find(route.stages, at.stage.value_or(""), &Stage::id);
    if (by.office == at.unit || by.role == Role::board_officer || is_final(at.phase) || at.correction) return true;
    if (at.sender && at.sender->office == by.office) return true;
    return stage != route.stages.end() && world_.organisation.holder(stage->office_role, at.unit, world_.today) == by.office;
  }
  std::optional<Move> arbitrary_move(const DossierId& id, Dice& dice) const {
    const Actor& by = dice.pick(people_);
    const auto command = static_cast<Command>(dice.roll(Names<Command>::all.size()));
    const Facts known = facts(id, by);
    const std::vector<Candidate> ways = domain(id, known).of(command);
    if (ways.empty()) return std::nullopt;
    Payload payload = dice.pick(ways).payload;
    if (dice.chance(40)) spoil(payload, dice);
    return Move{by, std::move(payload)};
  }

  std::string put(const DossierId& id, const Actor& by, const Payload& payload, Dice& dice) {
    const std::string before = encode(dossier(id));
    const Outcome outcome = attempt(id, by, payload);
    tell(id, by, payload, outcome);
    const auto* change = std::get_if<Change>(&outcome);
    if (!change) {
      if (codes(outcome).empty()) return "a refusal without a reason";
      return encode(dossier(id)) == before ? "" : "a refused command changed the dossier";
    }
    accept(id, payload, *change);
    if (std::holds_alternative<EditContent>(payload)) edit(id, dice);
    ++phases_seen_[dossier(id).phase];
    return checked_ ? check_after(id) : "";
  }
  void accept(const DossierId& id, const Payload& payload, const Change& change) {
    world_.commit(change);
    for (const Event& event : change.events) {
      if (event.stream == StreamKind::dossier) append(event);
    }
    if (!dossier(id).decision) return;
    Decision& decision = world_.decisions.at(*dossier(id).decision);
    if (std::holds_alternative<Sign>(payload)) decision.state = DecisionState::signed_;
    if (const auto* number = std::get_if<Number>(&payload)) {
      decision.state = DecisionState::numbered;
      decision.number = number->number;
      decision.date = number->date;
    }
  }
  void edit(const DossierId& id, Dice& dice) {
    Content& content = world_.workspaces.at(id);
    const std::string mark = std::to_string(dice.roll(1000));
    switch (dice.roll(5)) {
      case 0: content.achievement = "Giảm nghèo " + mark; break;
      case 1: content.figures.single["poor_now"].value = *Decimal::parse(mark); break;
      case 2: content.nominee.title = mark; break;
      default: content.nominee.person = dice.pick<PersonId>({"quang", "long", "nam"}); break;
    }
  }

  [[nodiscard]] std::string check_after(const DossierId& id) const {
    const AppointmentIndex appointments(appointments_);
    const Surroundings around{world_.organisation, appointments, {},
                              [this](const DecisionId& wanted) { return std::optional(world_.decisions.at(wanted)); },
                              [this](const OccasionId&) { return std::optional(world_.occasion); }};
    Walked end;
    Violations found = check_rules(streams_.at(id), world_.plan, around, &end);
    const auto add = [&found](Violations more) { found.insert(found.end(), more.begin(), more.end()); };
    add(check_projection(end, dossier(id)));
    add(check_same_text(encode(dossier(id)), encode(fold_dossier(streams_.at(id))), end.last_n));
    add(check_across());
    return told(found);
  }
  [[nodiscard]] Violations check_across() const {
    std::vector<DossierSummary> summaries;
    for (const auto& [id, one] : world_.dossiers) {
      DossierSummary summary{id, one.phase, one.form, world_.plan.movement.id,
                             world_.plan.settings.double_award == DoubleAward::block};
      summary.nominee_person = one.nominee_person;
      summary.nominee_office = one.nominee_office;
      summary.hold = one.quota;
      summaries.push_back(std::move(summary));
    }
    std::vector<QuotaState> quotas;
    for (const auto& [key, quota] : world_.quotas) quotas.push_back(quota);
    Violations found = check_quotas(summaries, quotas);
    const Violations more = check_uniqueness(summaries, {}, world_.organisation);
    found.insert(found.end(), more.begin(), more.end());
    return found;
  }

  void tell(const DossierId& id, const Actor& by, const Payload& payload, const Outcome& outcome) {
    std::ostringstream line;
    line << world_.today.text() << " " << id << " (" << name_of(dossier(id).phase) << ", " << dossier(id).stage.value_or("-")
         << ") " << by.appointment << ": " << name_of(command_of(payload));
    if (const auto* returned = std::get_if<ReturnForRework>(&payload)) line << " to " << returned->to_stage.value_or("unit");
    const auto reasons = codes(outcome);
    line << (reasons.empty() ? " ok" : " refused:");
    for (const Reason reason : reasons) line << " " << name_of(reason);
    story_ += line.str() + "\n";
  }
  static std::string told(const Violations& found) {
    std::string text;
    for (const Violation& one : found) text += one.invariant + " at " + std::to_string(one.n) + ": " + one.text + "\n";
    return text;
  }

  bool checked_;
  Fixture world_;
  std::vector<Actor> people_ = everybody();
  std::vector<Appointment> appointments_;
  std::vector<DossierId> ids_;
  std::map<DossierId, std::vector<SealedEvent>> streams_;
  std::map<Phase, int> phases_seen_;
  std::string story_;
};

}  // namespace vinhdanh::test
