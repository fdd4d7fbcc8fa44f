// What the unit does: edit, attach, send, take back, withdraw, confirm.
#include <algorithm>
#include <stdexcept>

#include "engine/codec/json.hpp"
#include "engine/decide/difference.hpp"
#include "engine/decide/draft.hpp"
#include "engine/decide/technical.hpp"

namespace vinhdanh::detail {
namespace {

/// Stages whose endorsement holds for the content as it was.
std::vector<StageId> endorsed_stages(const Dossier& dossier) {
  std::vector<StageId> stages;
  for (const Endorsement& endorsement : dossier.endorsements) {
    if (is_endorsed(dossier, endorsement.stage)) stages.push_back(endorsement.stage);
  }
  return stages;
}

void carry_endorsements(Draft& draft, const Case& asked, const std::vector<StageId>& stages,
                        const std::string& to_hash) {
  for (const StageId& stage : stages) draft.add(EndorsementCarried{stage, asked.dossier.content->hash, to_hash});
}

/// The dossier as its endorsements would stand for the new content.
Dossier with_content(const Dossier& dossier, const FrozenContent& content, bool carried) {
  Dossier after = dossier;
  for (Endorsement& endorsement : after.endorsements) {
    if (!is_endorsed(dossier, endorsement.stage)) continue;
    if (carried)
      endorsement.content_hash = content.hash;
    else
      endorsement.valid = false;
  }
  after.content = content;
  return after;
}

/// Back to the stage that returned it or, when endorsements fell, to the first of them.
StageId resubmission_goal(const Case& asked, const FrozenContent& content, bool carried,
                          const std::vector<StageId>& voided) {
  if (!carried && voided.empty()) return asked.route.stages.front().id;
  StageId goal = resuming_stop(with_content(asked.dossier, content, carried), asked.route);
  for (const StageId& stage : voided) {
    if (place_of(asked.route, stage) < place_of(asked.route, goal)) goal = stage;
  }
  return goal;
}

/// The frozen content with the member that the correction names.
Content corrected(const Case& asked) {
  if (!asked.facts.correction) throw std::logic_error("the value of the correction to confirm was not loaded");
  const std::string value = nlohmann::json::parse(*asked.facts.correction).get<std::string>();
  Content content = asked.facts.content;
  if (const auto* member = technical_member(asked.dossier.correction->pointer)) member->in(content) = value;
  return content;
}

}  // namespace

void record_content_edited(Draft&, const Case&) {}  // a workspace has no events

void record_paper_attached(Draft& draft, const Case& asked) {
  PaperEntry paper = std::get<AttachPaper>(asked.payload).paper;
  paper.stage = is_with_unit(asked.phase) ? std::nullopt : asked.dossier.stage;
  paper.superseded = false;
  paper.frozen_before = asked.dossier.content ? asked.dossier.content->version : 0;
  draft.add(PaperAttached{std::move(paper)});
}

void record_submitted(Draft& draft, const Case& asked) {
  const auto& submit = std::get<Submit>(asked.payload);
  const Nominee& nominee = asked.facts.content.nominee;
  DossierSubmitted event{.to_stage = asked.route.stages.front().id,
                         .content = draft.freeze(asked.facts.content),
                         .nominee_person = nominee.person,
                         .nominee_office = nominee.office};
  event.late_reason = draft.keep_if_any("reason", submit.late_reason);
  draft.add(std::move(event));
  draft.claim_nomination();
}

void record_resubmitted(Draft& draft, const Case& asked) {
  const Content& content = asked.facts.content;
  const auto endorsed = endorsed_stages(asked.dossier);
  DossierResubmitted event{.content = draft.freeze(content),
                           .nominee_person = content.nominee.person,
                           .nominee_office = content.nominee.office};
  event.changed = changed_since(asked.facts.frozen.value_or(content), content, asked.dossier);
  const bool carried = keeps_to_points(event.changed, asked.dossier.points);
  if (!carried) event.voided = endorsed;
  event.to_stage = resubmission_goal(asked, event.content, carried, event.voided);
  for (const Answer& answer : std::get<Resubmit>(asked.payload).answers) {
    if (is_blank(answer.text)) continue;
    event.answers.push_back({answer.point, draft.keep("answer", answer.text)});
  }
  const std::string hash = event.content.hash;
  draft.add(std::move(event));
  draft.claim_nomination();
  if (carried) carry_endorsements(draft, asked, endorsed, hash);
}

void record_recalled(Draft& draft, const Case& asked) {
  const Sender& sender = *asked.dossier.sender;
  DossierRecalled event{.to_stage = sender.stage};
  const bool was_return =
      sender.stage && asked.stage && place_of(asked.route, *sender.stage) > place_of(asked.route, asked.stage->id);
  if (was_return) {
    // The return had made this stage's endorsement fall; it stands again if it was for this content.
    const auto& all = asked.dossier.endorsements;
    const auto fallen = std::ranges::find(all, asked.stage->id, &Endorsement::stage);
    const bool current =
        fallen != all.end() && asked.dossier.content && fallen->content_hash == asked.dossier.content->hash;
    if (current) event.restored = {asked.stage->id};
  } else if (sender.stage) {
    event.withdrawn = {*sender.stage};
  }
  draft.add(std::move(event));
  if (sender.took_place) draft.release_held_place();
}

void record_withdrawn(Draft& draft, const Case& asked) {
  draft.add(DossierWithdrawn{draft.keep("reason", std::get<Withdraw>(asked.payload).reason)});
  draft.release_held_place();
}

void record_correction_confirmed(Draft& draft, const Case& asked) {
  const Content content = corrected(asked);
  const auto endorsed = endorsed_stages(asked.dossier);
  CorrectionConfirmed event{asked.dossier.correction->pointer, draft.freeze(content)};
  const std::string hash = event.content.hash;
  draft.add(std::move(event));
  carry_endorsements(draft, asked, endorsed, hash);
  draft.replace_workspace(content);
}

void record_lapsed(Draft& draft, const Case&) { draft.add(DossierLapsed{}); }

}  // namespace vinhdanh::detail
