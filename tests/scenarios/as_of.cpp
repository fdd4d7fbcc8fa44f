// What an auditor is told of a dossier as it stood at the end of an earlier day.
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/fold/fold.hpp"
#include "tests/scenarios/play.hpp"

namespace vinhdanh::scenarios {
namespace {

/// The plan's bytes as they are kept hash to what the dossier was pinned to.
std::string plan_text(const Definitions& definitions, const DefinitionRef& pinned) {
  const auto* record = definitions.record(DefinitionKind::plan, pinned.id, pinned.version);
  const bool same = record && sha256_hex(record->bytes) == pinned.sha256;
  return "plan " + pinned.id + " version " + std::to_string(pinned.version) +
         (same ? ", its bytes unchanged" : ", BYTES DIFFER");
}

/// The content that is kept is the one that the events commit to, and the papers beside it are those that were sent.
std::string content_text(const Store& store, const Dossier& dossier) {
  if (!dossier.content) return "nothing sent";
  const auto& content = *dossier.content;
  const auto values = store.personal({&content.value.id, 1});
  const auto found = values.find(content.value.id);
  if (found == values.end()) return "content erased";
  const PersonalValue& kept = found->second;
  const bool same = commitment(kept.salt, kept.path, kept.value) == content.value.commitment &&
                    content_hash(content.value.commitment, dossier.papers) == content.hash;
  return "content " + std::to_string(content.version) + (same ? ", its hash unchanged" : ", HASH DIFFERS");
}

std::string endorsement_text(const Endorsement& endorsement) {
  std::string text = endorsement.stage + " by " + endorsement.person;
  if (endorsement.minutes) {
    text += ", minutes " + endorsement.minutes->number + ", " + std::to_string(endorsement.minutes->votes_for) +
            " of " + std::to_string(endorsement.minutes->members_total) + " votes";
  }
  return text;
}

}  // namespace

std::string Play::check_as_of(const Row& row, Date day) {
  std::vector<SealedEvent> events;
  for (SealedEvent& sealed : desk_.store.events(StreamKind::dossier, dossier_id(row), 0, 1000)) {
    if (sealed.event.at.legal_date() <= day) events.push_back(std::move(sealed));
  }
  if (events.empty()) return "not opened yet";
  const Dossier dossier = fold_dossier(events);
  std::vector<std::string> parts{standing(dossier), plan_text(desk_.definitions, dossier.plan),
                                 "era " + dossier.era.value_or("none"), content_text(desk_.store, dossier)};
  for (const PersonId& person : dossier.submitters) parts.push_back("sent by " + person);
  for (const Endorsement& endorsement : dossier.endorsements) parts.push_back(endorsement_text(endorsement));
  if (dossier.result) parts.push_back("decision " + dossier.result->number);
  return joined(parts, "; ");
}

}  // namespace vinhdanh::scenarios
