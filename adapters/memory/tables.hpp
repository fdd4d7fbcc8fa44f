/// The memory store's tables, and how a change is checked against them and written into them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/model/sign_in.hpp"
#include "engine/ports/jobs.hpp"
#include "engine/ports/lists.hpp"
#include "engine/ports/notices.hpp"
#include "engine/ports/store.hpp"
#include "engine/ports/webhooks.hpp"

namespace vinhdanh::detail {

struct Ledger {
  int limit = 0;
  std::map<DossierId, bool> holders;  ///< true: consumed
};

/// One that was ended stays until it expires, so that nobody who still holds a copy brings it back.
struct HeldSession {
  BrowserSession session;
  bool ended = false;
};

/// By the stored name of the kind, so that both stores list streams alike.
using StreamKey = std::pair<std::string, std::string>;

/// A notice, and how far its e-mail has come.
struct KeptNotice {
  enum class Mail { none, waiting, sent, given_up };
  Notice notice;
  Mail mail = Mail::none;
  Instant due;
  int attempts = 0;
};

struct KeptWebhook {
  Webhook webhook;
  std::optional<Instant> last_delivered;
  std::optional<Instant> last_failed;
};

/// A webhook, its stream by the stored name of the kind, and the event's number.
using DeliveryPlace = std::tuple<std::string, StreamKey, std::int64_t>;

struct KeptDelivery {
  Delivery delivery;
  Instant leased;
};

struct KeptJob {
  Job job;
  Instant leased;
};

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
  std::map<DossierId, ListEntry> entries;
  std::string lists_computed_for;
  std::map<std::pair<PersonId, std::string>, SavedView> views;
  std::map<PersonId, Credential> credentials;
  std::map<std::string, HeldSession> sessions;   ///< by the token's SHA-256

  std::map<std::string, DutyTask> duties;
  std::vector<std::pair<StreamKey, std::size_t>> feed;  ///< every event in the order of commits, by its place in its stream
  std::vector<KeptNotice> notices;
  std::set<std::pair<PersonId, std::string>> told;      ///< persons and keys of the notices
  std::map<std::string, FeedPlace> cursors;
  std::map<std::string, KeptWebhook> webhooks;
  std::map<DeliveryPlace, KeptDelivery> deliveries;
  std::map<std::string, KeptJob> jobs;

  [[nodiscard]] std::int64_t version(StreamKind kind, const std::string& id) const;
};

/// Unless what is stored was computed from a newer version of the dossier.
void put_entry(Tables& tables, const ListEntry& entry);

QuotaState quota_state(const std::string& key, const Ledger& ledger);

/// Applies the change or nothing of it. `seen` is the latest system time that the store was told.
CommitResult apply_change(Tables& tables, const Change& change, Instant seen);

}  // namespace vinhdanh::detail
