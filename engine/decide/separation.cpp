// Separation of duties: nobody acts on his own nomination, his own unit's dossier, or twice on one case.
#include <algorithm>

#include "engine/decide/findings.hpp"

namespace vinhdanh::detail {
namespace {

/// The actor and, when he is a deputy, the person for whom he signs.
bool is_actor(const Case& asked, const PersonId& person) {
  return asked.facts.actor.person == person || asked.facts.actor.behalf_of == person;
}

bool has_actor(const Case& asked, const std::vector<PersonId>& persons) {
  return std::ranges::any_of(persons, [&](const PersonId& person) { return is_actor(asked, person); });
}

/// A deputy and the holder for whom he signed have both acted.
bool has_acted(const Case& asked, const PersonId& person, const std::optional<PersonId>& behalf_of) {
  return is_actor(asked, person) || (behalf_of && is_actor(asked, *behalf_of));
}

/// The Chairman chairs the council and signs; the director appraises and is vice-chair: the advice is one of the two
/// acts.
bool is_lawful_overlap(const Stage& earlier, const Stage& now) {
  if (now.kind == StageKind::advise) return true;
  const bool deciding = now.kind == StageKind::decide || now.kind == StageKind::endorse;
  return deciding && earlier.kind == StageKind::advise;
}

}  // namespace

Findings own_nomination(const Case& asked) {
  const auto& said = asked.facts.content.nominee.person;
  const auto& frozen = asked.dossier.nominee_person;
  const bool own = (said && is_actor(asked, *said)) || (frozen && is_actor(asked, *frozen));
  return only_if(own, {.code = Reason::own_nomination});
}

Findings own_submission(const Case& asked) {
  if (!asked.stage) return {};
  const auto& submitters = asked.dossier.submitters;
  bool own = false;
  if (asked.office == asked.unit) {
    if (asked.command() == Command::receive) return {};  // registering in one's own office judges nothing
    own = std::ranges::find(submitters, asked.facts.actor.person) != submitters.end();
  } else {
    own = has_actor(asked, submitters) || has_actor(asked, asked.facts.own_people);
  }
  if (!own) return {};
  return {{.code = Reason::own_submission, .details = {{"stage", asked.stage->id}}}};
}

Findings already_acted(const Case& asked) {
  if (!asked.stage) return {};
  const auto& proposal = asked.dossier.proposal;
  if (proposal && has_acted(asked, proposal->person, proposal->behalf_of)) {
    return {{.code = Reason::already_acted, .details = {{"stage", asked.stage->id}}, .source = asked.stage->source}};
  }
  const std::size_t here = place_of(asked.route, asked.stage->id);
  for (const Endorsement& endorsement : asked.dossier.endorsements) {
    const Stage* earlier = stage_of(asked.route, endorsement.stage);
    if (!earlier || !endorsement.valid || !earlier->mandatory || place_of(asked.route, earlier->id) >= here) continue;
    const bool acted = has_acted(asked, endorsement.person, endorsement.behalf_of);
    if (!acted || is_lawful_overlap(*earlier, *asked.stage)) continue;
    return {{.code = Reason::already_acted, .details = {{"stage", earlier->id}}, .source = earlier->source}};
  }
  return {};
}

}  // namespace vinhdanh::detail
