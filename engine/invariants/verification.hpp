/// Verification of a store: `vinhdanh verify` and `GET /v1/dossiers/{id}/verification`. Reads only.
#pragma once

#include <functional>
#include <optional>

#include "engine/invariants/surroundings.hpp"
#include "engine/invariants/violation.hpp"
#include "engine/ports/blobs.hpp"
#include "engine/ports/duties.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

struct Verification {
  bool intact = false;
  Violations violations;     ///< in the order of events
  std::int64_t events = 0;   ///< rows in the stream
  std::string head;          ///< hash of the last event: what a receipt or a witness is compared with; empty without events
};

/// Gives the plan of a pinned definition, or null; what it points to must outlive the call.
using PlanLookup = std::function<const Plan*(const DefinitionRef&)>;

/// Chain, rules, stored state and kept values of one dossier; of its papers also the bytes, when `papers` is given. A dossier that is not there has no events and is not intact.
/// Throws StorageUnavailable.
Verification verify_dossier(const Store& store, const DossierId& id, const PlanLookup& plan,
                            const Organisation& organisation, std::span<const Appointment> appointments,
                            const BlobStore* papers = nullptr);

struct StoreVerification {
  bool intact = false;
  Violations violations;  ///< each names its stream; those across dossiers name none
  std::int64_t streams = 0;
  std::int64_t events = 0;
  std::string digest;     ///< SHA-256 over the heads of all streams in their order: the same while nothing is added or changed
};

/// Counts one more stream, that ends with `head` (empty: it has no events), into the digest.
void add_head(StoreVerification& all, const StreamRef& stream, const std::string& head);

/// Called after every stream with the number of streams and of events so far.
using Progress = std::function<void(std::int64_t streams, std::int64_t events)>;

/// Every stream of the store, then what holds across dossiers. Of other streams than dossiers: the chain, and for
/// submissions, occasions, decisions, quotas, accounts, appointments and (when `duties` is given) duty tasks that the
/// stored state is their fold, and no account or appointment is without events; of all, the values and papers that they
/// commit to (the papers' bytes when `papers` is given). The store should be at rest: a commit
/// that comes between two reads may look like a fault. Throws StorageUnavailable.
StoreVerification verify_all(const Store& store, const PlanLookup& plan, const Organisation& organisation,
                             std::span<const Appointment> appointments, const Progress& progress = {},
                             const BlobStore* papers = nullptr, const Duties* duties = nullptr);

}  // namespace vinhdanh
