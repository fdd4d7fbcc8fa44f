// What can be seen of a dossier after a row, in the words of the scenarios.
#include <algorithm>

#include "engine/codec/codec.hpp"
#include "tests/scenarios/play.hpp"

namespace vinhdanh::scenarios {
namespace {

const Stage* stage_of(const Plan& plan, const Dossier& dossier) {
  const AwardForm* form = plan.award_form(dossier.form);
  const Route* route = form ? plan.route(form->route) : nullptr;
  if (!route || !dossier.stage) return nullptr;
  const auto found = std::ranges::find(route->stages, *dossier.stage, &Stage::id);
  return found == route->stages.end() ? nullptr : &*found;
}

std::string endorsed(const Dossier& dossier, bool disagreeing_only) {
  std::vector<std::string> stages;
  for (const Endorsement& endorsement : dossier.endorsements) {
    if (endorsement.valid && !(disagreeing_only && endorsement.agrees)) stages.push_back(endorsement.stage);
  }
  return joined(stages);
}

/// The last event of this type in the stream.
template <class Body>
std::optional<Body> last(const std::vector<SealedEvent>& events) {
  for (auto it = events.rbegin(); it != events.rend(); ++it) {
    if (const auto* body = std::get_if<Body>(&it->event.body)) return *body;
  }
  return std::nullopt;
}

std::string events_since(const std::vector<SealedEvent>& events, std::int64_t version) {
  std::vector<std::string> types;
  for (const SealedEvent& sealed : events) {
    if (sealed.n > version) types.emplace_back(type_of(sealed.event.body));
  }
  return joined(types);
}

std::string kept_text(const Store& store, const std::optional<PersonalRef>& ref) {
  if (!ref) return "none";
  const auto values = store.personal({&ref->id, 1});
  return values.contains(ref->id) ? decode<std::string>(values.at(ref->id).value) : "erased";
}

std::string result_of(const Dossier& dossier) {
  if (!dossier.result) return "none";
  return dossier.result->form + " " + dossier.result->number + " of " +
         (dossier.result->date ? dossier.result->date->text() : "no date");
}

std::string detail_of(const Came& came, const std::string& name) {
  for (const RefusalReason& reason : came.refusal ? came.refusal->reasons : std::vector<RefusalReason>{}) {
    if (const auto found = reason.details.find(name); found != reason.details.end()) return found->second;
  }
  return "none";
}

using Told = std::optional<std::string>;

Told told_by_state(const Dossier& dossier, const std::string& key) {
  if (key == "era") return dossier.era.value_or("none");
  if (key == "rank") return dossier.rank ? std::to_string(*dossier.rank) : "none";
  if (key == "place") return dossier.quota ? std::string(name_of(dossier.quota->state)) : "none";
  if (key == "content") return dossier.content ? std::to_string(dossier.content->version) : "none";
  if (key == "endorsed") return endorsed(dossier, false);
  if (key == "disagreeing") return endorsed(dossier, true);
  if (key == "result") return result_of(dossier);
  if (key == "notice") return dossier.notice ? dossier.notice->document.number : "none";
  if (key == "version of plan") return std::to_string(dossier.plan.version);
  return std::nullopt;
}

Told told_by_history(const Store& store, const Dossier& dossier, std::int64_t before, const std::string& key) {
  const auto events = store.events(StreamKind::dossier, dossier.id, 0, 1000);
  if (key == "events") return events_since(events, before);
  if (key == "changed") {
    const auto resubmitted = last<DossierResubmitted>(events);
    return resubmitted ? joined(resubmitted->changed) : "none";
  }
  if (key == "reason kept") {
    const auto withdrawn = last<DossierWithdrawn>(events);
    return kept_text(store, withdrawn ? std::optional(withdrawn->reason) : std::nullopt);
  }
  if (key == "opinion kept") {
    return kept_text(store, dossier.endorsements.empty() ? std::nullopt : dossier.endorsements.back().opinion);
  }
  return std::nullopt;
}

}  // namespace

const DossierId& Play::dossier_id(const Row& row) const {
  if (row.dossier.empty() && dossiers_.size() == 1) return dossiers_.begin()->second;
  const auto found = dossiers_.find(row.dossier);
  if (found == dossiers_.end()) fault(row.line, "which dossier? " + row.dossier);
  return found->second;
}

Dossier Play::dossier(const Row& row) const { return *desk_.store.dossier(dossier_id(row)); }

std::string Play::name_of_dossier(const std::string& code) const {
  for (const auto& [name, known] : dossiers_) {
    if (desk_.store.dossier(known)->code == code) return name + (name.empty() ? "" : " ") + code;
  }
  return code;
}

std::string Play::name_of_office(const OfficeId& id) const {
  for (const auto& [word, known] : offices_) {
    if (known == id) return word;
  }
  return id;
}

/// "under_review at council_advice"; a stage is named while the dossier is on its way or has one to come back to.
std::string Play::standing(const Dossier& dossier) const {
  std::string text(name_of(dossier.phase));
  if (dossier.stage && dossier.phase > Phase::drafting && dossier.phase < Phase::decided)
    text += " at " + *dossier.stage;
  return text;
}

std::string Play::opinions(const Dossier& dossier) const {
  std::vector<std::string> offices;
  for (const Opinion& opinion : dossier.opinions) {
    offices.push_back(name_of_office(opinion.office) + (opinion.agrees ? " agrees" : " disagrees"));
  }
  return joined(offices);
}

std::string Play::right_office(const Dossier& dossier) const {
  const auto returned = last<DossierReturned>(desk_.store.events(StreamKind::dossier, dossier.id, 0, 1000));
  return returned && returned->right_office ? name_of_office(*returned->right_office) : "none";
}

std::string Play::office_in_charge(const Dossier& dossier) const {
  const Stage* stage = stage_of(plan(), dossier);
  const auto& organisation = desk_.definitions.organisation();
  const auto holder = stage ? organisation.holder(stage->office_role, dossier.unit, desk_.today) : std::nullopt;
  return holder ? name_of_office(*holder) : "none";
}

std::string Play::fact(const Row& row, const Came& came, const std::string& key) const {
  const Dossier dossier = this->dossier(row);
  if (const Told told = told_by_state(dossier, key)) return *told;
  if (const Told told = told_by_history(desk_.store, dossier, came.before, key)) return *told;
  if (key == "limit" || key == "criterion") return detail_of(came, key);
  if (key == "holder") return name_of_dossier(detail_of(came, "holder"));
  if (key == "words") return visible_state(dossier, plan()).vi;
  if (key == "opinion of") return opinions(dossier);
  if (key == "right office") return right_office(dossier);
  if (key == "office") return office_in_charge(dossier);
  if (key == "assumed") {
    const Stage* stage = stage_of(plan(), dossier);
    return stage && stage->source.assumed ? "yes" : "no";
  }
  fault(row.line, "nothing is known of: " + key);
}

}  // namespace vinhdanh::scenarios
