/// The memory store's tables, and how a change is checked against them and written into them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/ports/store.hpp"

namespace vinhdanh::detail {

struct Ledger {
  int limit = 0;
  std::map<DossierId, bool> holders;  ///< true: consumed
};

/// By the stored name of the kind, so that both stores list streams alike.
using StreamKey = std::pair<std::string, std::string>;

struct Tables {
  std::string instance;
  std::map<StreamKey, std::vector<SealedEvent>> streams;
  std::map<DossierId, Dossier> dossiers;
  std::map<SubmissionId, Submission> submissions;
  std::map<OccasionId, Occasion> occasions;
  std::map<DecisionId, Decision> decisions;
  std::map<PersonId, Account> accounts;
  std::map<AppointmentId, Appointment> appointments;
  std::map<std::string, Token> tokens;
  std::map<std::tuple<std::string, std::string, int>, DefinitionRecord> definitions;
  std::map<std::string, Ledger> ledgers;
  std::set<std::tuple<OfficeId, int, std::string>> registers;
  std::map<std::pair<std::string, std::string>, KeptAnswer> answers;
  std::map<std::string, PersonalValue> personal;
  std::map<DossierId, Workspace> workspaces;
  std::map<DossierId, std::string> nominations;  ///< the key that each claims
  std::map<int, std::int64_t> codes;

  [[nodiscard]] std::int64_t version(StreamKind kind, const std::string& id) const;
};

QuotaState quota_state(const std::string& key, const Ledger& ledger);

/// Applies the change or nothing of it. `seen` is the latest system time that the store was told.
CommitResult apply_change(Tables& tables, const Change& change, Instant seen);

}  // namespace vinhdanh::detail
