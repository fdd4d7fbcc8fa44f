/// What holds across dossiers: quotas recounted from streams, and what must be unique.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/invariants/violation.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh {

/// The little that is kept of a dossier for these checks, so that a whole store can be checked stream by stream.
struct DossierSummary {
  DossierId id;
  Phase phase = Phase::drafting;
  FormCode form;
  std::string movement;
  bool double_award_blocked = false;
  std::optional<PersonId> nominee_person;
  std::optional<OfficeId> nominee_office;
  std::optional<QuotaHold> hold;
};

DossierSummary summary_of(const DossierId& id, const Walked& end, const Plan& plan);

/// INV-8: counts lie within the limit, and are the recount of the places that dossiers hold. `unread` are dossiers whose
/// history says nothing that could be trusted: the places that are theirs are left out of the recount.
Violations check_quotas(std::span<const DossierSummary> dossiers, std::span<const QuotaState> quotas,
                        const std::set<DossierId>& unread = {});

/// INV-8 and INV-9 of one quota's own stream: never above the limit after any event, each place paired, the end as stored.
Violations check_quota_stream(std::span<const SealedEvent> events, const QuotaState& state);

/// INV-27: one live nomination per nominee, form and movement where the plan blocks a second; decision numbers unique per
/// authority and year, and without a gap where the authority issues them itself.
Violations check_uniqueness(std::span<const DossierSummary> dossiers, std::span<const Decision> decisions,
                            const Organisation& organisation);

}  // namespace vinhdanh
