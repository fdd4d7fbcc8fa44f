// People, and the things that they act on: each is opened by an event of its own stream.
#include <stdexcept>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/fold/fold.hpp"
#include "examples/support/desk.hpp"

namespace vinhdanh::example {
namespace {

std::string padded(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - digits.size(), '0') + digits;
}

Actor actor_of(const Appointment& held) {
  return {.person = held.person,
          .appointment = held.id,
          .office = held.office,
          .role = held.role,
          .capacity = held.capacity};
}

Change opening(StreamKind kind, const std::string& id, Event event, Aggregate next) {
  Change change;
  change.guards = {{kind, id, -1}};
  change.events.push_back(std::move(event));
  change.next.push_back(std::move(next));
  return change;
}

}  // namespace

std::string CountingFresh::id() { return "00000000-0000-7000-8000-" + padded(++count_, 12); }
std::string CountingFresh::salt() { return padded(++count_, 64); }

Desk::Desk(Definitions of) : definitions(std::move(of)), committer_(store) {}

Instant Desk::now() const { return {today.days() * std::int64_t{86'400'000} + 2 * 3'600'000}; }

Event Desk::event(const Actor& actor, StreamKind stream, const std::string& id, EventBody body) {
  return {.stream = stream, .stream_id = id, .id = fresh.id(), .at = now(), .actor = actor, .body = std::move(body)};
}

void Desk::must(Change change) {
  const Fate fate = send(std::move(change)).get();
  if (fate.unknown || fate.result.status != CommitStatus::done)
    throw std::runtime_error("not committed: " + fate.result.detail);
}

Actor Desk::appoint(const PersonId& person, const OfficeId& office, Role role) {
  const Appointment held{
      .id = fresh.id(), .person = person, .office = office, .role = role, .from = *Date::of(2016, 1, 1)};
  Change change;
  change.events = {event(actor_of(held), StreamKind::organisation, office, AppointmentGranted{held})};
  change.next = {held};
  must(std::move(change));
  return actor_of(held);
}

Actor Desk::appoint_deputy(const PersonId& person, const Actor& holder, const DocumentRef& document) {
  const Appointment held{.id = fresh.id(),
                         .person = person,
                         .office = holder.office,
                         .role = holder.role,
                         .capacity = Capacity::deputy,
                         .deputy_for = holder.appointment,
                         .document = document,
                         .from = *Date::of(2016, 1, 1)};
  Actor deputy = actor_of(held);
  deputy.behalf_of = holder.person;
  Change change;
  change.events = {event(deputy, StreamKind::organisation, holder.office, AppointmentGranted{held})};
  change.next = {held};
  must(std::move(change));
  return deputy;
}

OccasionId Desk::open_occasion(const Actor& officer, Occasion occasion) {
  occasion.id = fresh.id();
  occasion.office = officer.office;
  const auto* record = definitions.record(DefinitionKind::plan, occasion.plan.id, occasion.plan.version);
  const Plan* plan = definitions.plan(occasion.plan.id, occasion.plan.version);
  if (!record || !plan) throw std::runtime_error("no such plan: " + occasion.plan.id);
  occasion.plan.sha256 = record->sha256;
  if (occasion.territory.empty()) occasion.territory = plan->territory;
  Event opened = event(officer, StreamKind::occasion, occasion.id, OccasionOpened{occasion});
  opened.definition = occasion.plan;
  must(opening(StreamKind::occasion, occasion.id, std::move(opened), occasion));
  return occasion.id;
}

SubmissionId Desk::open_submission(const Actor& clerk, const OccasionId& occasion) {
  const Submission submission{.id = fresh.id(), .occasion = occasion, .unit = clerk.office};
  must(opening(
      StreamKind::submission, submission.id,
      event(clerk, StreamKind::submission, submission.id, SubmissionOpened{occasion, clerk.office, std::nullopt}),
      submission));
  return submission.id;
}

DossierId Desk::open_dossier(const Actor& clerk, const SubmissionId& submission, const Nomination& nomination) {
  const Submission of = *store.submission(submission);
  const Occasion occasion = *store.occasion(of.occasion);
  Event opened = event(clerk, StreamKind::dossier, fresh.id(),
                       DossierOpened{.code = store.next_code(today.year()),
                                     .submission = of.id,
                                     .occasion = occasion.id,
                                     .unit = of.unit,
                                     .territory = occasion.territory,
                                     .form = nomination.form,
                                     .subject_kind = nomination.subject_kind,
                                     .category = nomination.category});
  opened.definition = occasion.plan;
  opened.to = Phase::drafting;
  Dossier dossier;
  apply(dossier, opened, 0);
  Change change = opening(StreamKind::dossier, dossier.id, std::move(opened), dossier);
  change.touches = {{StreamKind::submission, of.id, {}}};
  change.workspace = Workspace{dossier.id, 0, encode(nomination.content)};
  must(std::move(change));
  return dossier.id;
}

DecisionId Desk::open_decision(const Actor& actor, const OccasionId& occasion, const FormCode& form) {
  const Occasion of = *store.occasion(occasion);
  const AwardForm* award = definitions.plan(of.plan.id, of.plan.version)->award_form(form);
  if (!award) throw std::runtime_error("no such form: " + form);
  const Decision decision{.id = fresh.id(),
                          .authority = actor.office,
                          .authority_role = award->authority,
                          .form = form,
                          .occasion = occasion};
  Event opened = event(actor, StreamKind::decision, decision.id, DecisionOpened{decision});
  opened.definition = of.plan;
  must(opening(StreamKind::decision, decision.id, std::move(opened), decision));
  return decision.id;
}

PaperEntry Desk::paper(const std::string& slot) {
  PaperEntry entry{.id = fresh.id(), .slot = slot, .media_type = "application/pdf", .size = 1};
  entry.commitment = paper_commitment(fresh.salt(), sha256_hex(slot));
  return entry;
}

void Desk::attach_to_submission(const Actor& actor, const SubmissionId& submission, const std::string& slot) {
  Submission next = *store.submission(submission);
  Change change;
  change.guards = {{StreamKind::submission, submission, next.version}};
  change.events = {event(actor, StreamKind::submission, submission, SubmissionPaperAttached{paper(slot)})};
  apply(next, change.events.front());
  change.next = {next};
  must(std::move(change));
}

void Desk::edit(const DossierId& dossier, const Content& content) {
  const auto workspace = store.workspace(dossier);
  if (!workspace || !store.save_workspace(dossier, workspace->version, encode(content)))
    throw std::runtime_error("not saved");
}

}  // namespace vinhdanh::example
