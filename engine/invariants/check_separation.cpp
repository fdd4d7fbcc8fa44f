// INV-2: separation of duties by person.
#include <variant>

#include "engine/invariants/checks.hpp"

namespace vinhdanh::detail {
namespace {

template <class Body, class... Bodies>
concept AnyOf = (std::same_as<Body, Bodies> || ...);

/// Nobody acts on his own nomination. Taking back, withdrawing, numbering and notifying are no judgement.
template <class Body>
constexpr bool kJudgesNominee =
    AnyOf<Body, DossierSubmitted, DossierResubmitted, DossierReceived, CriteriaAttested, OpinionGiven, DossierRanked,
          ActionProposed, DossierForwarded, DossierReturned, DossierFoundIneligible, AwardApproved, AwardDeclined,
          DossierSigned, ResultRecorded, CorrectionRecorded>;

/// Who sent a dossier up does not judge it above; at the unit's own office he may still register its receipt.
template <class Body>
constexpr bool kJudgesSubmission = AnyOf<Body, CriteriaAttested, ActionProposed, DossierForwarded, DossierReturned,
                                         DossierFoundIneligible, AwardApproved, AwardDeclined, DossierSigned>;

/// A person's two endorsements of one dossier: lawful when he chairs or sits in the council and decides, endorses or speaks
/// beside it.
bool may_overlap(const Stage& earlier, const Stage& now) {
  if (now.kind == StageKind::advise) return true;
  return earlier.kind == StageKind::advise && (now.kind == StageKind::decide || now.kind == StageKind::endorse);
}

struct SeparationCheck {
  const Walked& before;
  const SealedEvent& sealed;
  const CheckContext& context;
  Violations& found;

  [[nodiscard]] const Actor& actor() const { return sealed.event.actor; }
  void report(std::string text) const { found.push_back({"INV-2", sealed.n, std::move(text)}); }

  /// The actor or the holder for whom a deputy signs.
  [[nodiscard]] bool is_actor(const std::optional<PersonId>& person) const {
    return person && (actor().person == *person || actor().behalf_of == person);
  }
  void apart_from_nominee(const std::optional<PersonId>& nominee) const {
    if (is_actor(nominee)) report("the nominee acted on the own nomination");
  }
  void apart_from_submitters(bool registers_only) const {
    const Date day = sealed.event.at.legal_date();
    const bool own_office = actor().office == before.unit ||
                            actor().office == context.around.organisation.holder("own_unit", before.unit, day);
    if (own_office && registers_only) return;
    if (before.submitters.contains(actor().person)) return report("who sent the dossier up judged it");
    if (own_office) return;
    const auto& appointments = context.around.appointments;
    if (actor().behalf_of && before.submitters.contains(*actor().behalf_of)) {
      report("signed for the person who sent the dossier up");
    } else if (appointments.belongs_to_unit(actor().person, before.unit, day) ||
             (actor().behalf_of && appointments.belongs_to_unit(*actor().behalf_of, before.unit, day))) {
      report("a person of the unit judged its dossier at a higher office");
    }
  }
  void apart_from_earlier_hands(const StageId& at) const {
    const Stage* now = context.route.stage(at);
    if (!now) return;
    if (is_actor(before.proposer) || is_actor(before.proposed_for)) report("the person who proposed also sent");
    for (int place = 0; place < context.route.place_of(at); ++place) {
      const Stage& earlier = context.route.at(place);
      const auto spoke = before.endorsements.find(earlier.id);
      if (!earlier.mandatory || spoke == before.endorsements.end() || !spoke->second.valid) continue;
      const bool acted = is_actor(spoke->second.person) || is_actor(spoke->second.behalf_of);
      if (acted && !may_overlap(earlier, *now)) {
        report("one person endorsed both " + earlier.id + " and " + at);
      }
    }
  }

  template <class Body>
  void operator()(const Body& body) const {
    if constexpr (AnyOf<Body, DossierSubmitted, DossierResubmitted>) {
      apart_from_nominee(body.nominee_person);
    } else if constexpr (kJudgesNominee<Body>) {
      apart_from_nominee(before.nominee_person);
    }
    if constexpr (kJudgesSubmission<Body>) apart_from_submitters(std::same_as<Body, DossierReceived>);
    if constexpr (AnyOf<Body, DossierForwarded, AwardApproved>) apart_from_earlier_hands(body.stage);
  }
};

}  // namespace

void check_separation(const Walked& before, const SealedEvent& event, const CheckContext& context, Violations& found) {
  std::visit(SeparationCheck{before, event, context, found}, event.event.body);
}

}  // namespace vinhdanh::detail
