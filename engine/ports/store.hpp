/// The store: commits changes and answers reads. The memory and the SQLite store pass the same contract suite.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/decide/change.hpp"

namespace vinhdanh {

enum class CommitStatus {
  done,
  stale,             ///< a guard or touch found another version: load again and decide again
  place_lost,        ///< a quota move found no place: `detail` is the key
  number_taken,      ///< a register entry exists
  duplicate_key,     ///< an answer for this principal and key exists: replay it
  reference_taken,   ///< external_ref exists for this unit (dossier, submission), occasion or decision
  not_in_role,       ///< the actor's appointment is no longer in force
  nomination_exists, ///< another dossier holds a nomination that the change claims: `detail` is its id
};
VINHDANH_NAMES(CommitStatus, "done", "stale", "place_lost", "number_taken", "duplicate_key", "reference_taken", "not_in_role",
               "nomination_exists");

struct CommitResult {
  CommitStatus status = CommitStatus::done;
  std::string detail;
  /// Per event of the change, its place in its stream: the receipt. Empty unless done.
  struct Place {
    StreamKind stream;
    std::string stream_id;
    std::int64_t n;
    std::string hash;
  };
  std::vector<Place> receipts;
};

/// Thrown by `commit` when the transaction's outcome is unknown (an error on COMMIT), and by reads when storage fails.
/// The caller answers 503; the same Idempotency-Key settles it.
struct StorageUnavailable : std::exception {
  explicit StorageUnavailable(std::string what) : text(std::move(what)) {}
  [[nodiscard]] const char* what() const noexcept override { return text.c_str(); }
  std::string text;
};

/// A keyset page: `after` is the last sort key seen, empty for the first; `limit` 1..200.
struct PageRequest {
  std::string after;
  int limit = 50;
};

/// Empty vectors mean "any". Results are ordered by id, which is by time of opening.
struct DossierQuery {
  std::vector<OccasionId> occasions;
  std::vector<SubmissionId> submissions;
  std::vector<DecisionId> decisions;
  std::vector<OfficeId> units;
  std::vector<std::string> territories;
  std::vector<std::pair<std::string, StageId>> plan_stages;  ///< (plan id, stage id) the dossier stands at
  std::vector<Phase> phases;
  std::vector<FormCode> forms;
  std::optional<std::string> external_ref;
  std::optional<std::string> code;
  std::optional<PersonId> nominee_person;
  std::optional<OfficeId> nominee_office;
  PageRequest page;
};

struct SubmissionQuery {
  std::vector<OccasionId> occasions;
  std::vector<OfficeId> units;
  std::optional<std::string> external_ref;
  PageRequest page;
};

struct OccasionQuery {
  std::optional<std::string> plan;
  std::vector<std::string> territories;
  std::optional<bool> open;
  std::optional<std::string> external_ref;
  PageRequest page;
};

struct DecisionQuery {
  std::vector<OfficeId> authorities;
  std::vector<OccasionId> occasions;
  std::optional<DecisionState> state;
  std::optional<std::string> external_ref;
  PageRequest page;
};

/// Empty lists and nulls mean "any".
struct EventQuery {
  std::vector<std::string> types;       ///< names of event types
  std::optional<PersonId> person;       ///< who acted
  std::optional<PersonId> behalf_of;    ///< for whom he acted
  std::optional<OfficeId> office;       ///< in which office
  std::optional<DossierId> dossier;     ///< the events of this one only
  std::optional<Instant> from;          ///< at that instant or later
  std::optional<Instant> to;            ///< before that instant
  PageRequest page;                     ///< `after` is the place of the last one seen
};

struct PlacedEvent {
  SealedEvent event;
  std::string place;
};

struct StreamRef {
  StreamKind kind;
  std::string id;
};

/// All calls are safe from several threads; `commit` runs `lanes()` times at once and no more, and of what it is given no two
/// changes at work contend for one thing (adapters/committer.hpp).
class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual int lanes() const { return 1; }

  /// Applies each change or nothing of it, all in one transaction; a change that is not `done` does not fail its
  /// neighbours. Throws StorageUnavailable when the outcome is unknown.
  virtual std::vector<CommitResult> commit(std::span<const Change> changes) = 0;

  [[nodiscard]] virtual std::optional<Dossier> dossier(const DossierId& id) const = 0;
  [[nodiscard]] virtual std::optional<Submission> submission(const SubmissionId& id) const = 0;
  [[nodiscard]] virtual std::optional<Occasion> occasion(const OccasionId& id) const = 0;
  [[nodiscard]] virtual std::optional<Decision> decision(const DecisionId& id) const = 0;
  [[nodiscard]] virtual std::vector<Dossier> find_dossiers(const DossierQuery& query) const = 0;
  [[nodiscard]] virtual std::vector<Submission> find_submissions(const SubmissionQuery& query) const = 0;
  [[nodiscard]] virtual std::vector<Occasion> find_occasions(const OccasionQuery& query) const = 0;
  [[nodiscard]] virtual std::vector<Decision> find_decisions(const DecisionQuery& query) const = 0;

  /// Events of a stream with n >= from, in order, at most `limit`. The bytes are as stored; a row that does not parse
  /// comes back with an empty body type's default and its bytes, for `verify` to name.
  [[nodiscard]] virtual std::vector<SealedEvent> events(StreamKind kind, const std::string& id, std::int64_t from,
                                                        int limit) const = 0;
  /// Newest first, of all streams. One that does not parse is found where nothing is asked of who acted.
  [[nodiscard]] virtual std::vector<PlacedEvent> find_events(const EventQuery& query) const = 0;
  /// Raw rows for verification: (n, prev, hash, bytes) exactly as stored.
  struct RawEvent {
    std::int64_t n;
    std::string hash;
    std::string bytes;
  };
  [[nodiscard]] virtual std::vector<RawEvent> raw_events(StreamKind kind, const std::string& id) const = 0;
  /// Every stream, ordered; `after` is the last one seen.
  [[nodiscard]] virtual std::vector<StreamRef> streams(const std::optional<StreamRef>& after, int limit) const = 0;

  /// Stored values that queries go by but that say something else than the state they were taken from: INV-15.
  struct IndexFault {
    std::string stream;  ///< "dossier/<id>"
    std::string columns; ///< their names, parted by spaces
  };
  /// Of one thing, or of all. A store that keeps no such values has no faults.
  [[nodiscard]] virtual std::vector<IndexFault> index_faults(const std::optional<StreamRef>&) const { return {}; }

  [[nodiscard]] virtual std::map<std::string, PersonalValue> personal(std::span<const std::string> ids) const = 0;
  [[nodiscard]] virtual std::optional<Workspace> workspace(const DossierId& id) const = 0;
  /// Autosave: no event. Returns the new version, or nothing when `expected` is not the current version.
  virtual std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t expected,
                                                     const std::string& content) = 0;

  [[nodiscard]] virtual std::optional<QuotaState> quota(const std::string& key) const = 0;
  [[nodiscard]] virtual std::vector<QuotaState> quotas(const std::string& key_prefix) const = 0;

  [[nodiscard]] virtual std::optional<KeptAnswer> answer(const std::string& principal, const std::string& key,
                                                         Instant system_now) const = 0;

  [[nodiscard]] virtual std::optional<Token> token(const std::string& sha256) const = 0;
  [[nodiscard]] virtual std::optional<Account> account(const PersonId& person) const = 0;
  [[nodiscard]] virtual std::vector<Account> accounts() const = 0;
  [[nodiscard]] virtual std::optional<Appointment> appointment(const AppointmentId& id) const = 0;
  [[nodiscard]] virtual std::vector<Appointment> appointments() const = 0;
  /// Those in one office, whatever their dates: every command asks for them, so a store may keep them at hand.
  [[nodiscard]] virtual std::vector<Appointment> appointments_of(const OfficeId& office) const {
    auto all = appointments();
    std::erase_if(all, [&](const Appointment& it) { return it.office != office; });
    return all;
  }

  [[nodiscard]] virtual std::vector<DefinitionRecord> definitions() const = 0;

  /// The next dossier code of a year, `HS-2025-00417`; gaps are allowed.
  virtual std::string next_code(int year) = 0;
  /// The installation's id, the same for ever: the genesis of every chain is computed from it.
  [[nodiscard]] virtual std::string instance() const = 0;
};

}  // namespace vinhdanh
