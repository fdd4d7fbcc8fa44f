/// What an accepted command does, as one atomic whole that a store commits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/events.hpp"
#include "engine/model/list_entry.hpp"
#include "engine/model/one_of.hpp"
#include "engine/model/sign_in.hpp"

namespace vinhdanh {

/// A personal value with its salt; `value` is canonical JSON. Deletable while the chain still verifies.
struct PersonalValue {
  std::string id;
  StreamKind stream = StreamKind::dossier;
  std::string stream_id;  ///< the thing it belongs to; who may read that may read it
  std::string path;       ///< content, opinion, return_point, reason, name, …
  std::string salt;
  std::string value;
};

/// A definition's bytes, as `definition add` stores them.
struct DefinitionRecord {
  std::string kind;  ///< plan, law, calendar, organisation
  DefinitionRef ref;
  std::string bytes;
  bool active = false;
};

struct AggregateTypes {
  using Variant = std::variant<Dossier, Submission, Occasion, Decision, Account, Appointment, DefinitionRecord, DutyTask>;
};
extern template class OneOf<AggregateTypes>;
using Aggregate = OneOf<AggregateTypes>;

/// The aggregate must stand at `version` (a new one: absent, version -1) or the change is stale.
struct Guard {
  StreamKind kind = StreamKind::dossier;
  std::string id;
  std::int64_t version = -1;
};

/// Bumps the version of a submission or decision by one without rewriting it, only while a decision is in `required_state`.
struct Touch {
  StreamKind kind = StreamKind::submission;
  std::string id;
  std::optional<DecisionState> required_state;
};

enum class QuotaStep { reserve, consume, release_reserved, release_consumed, reserve_and_consume };
VINHDANH_NAMES(QuotaStep, "reserve", "consume", "release_reserved", "release_consumed", "reserve_and_consume");

/// Applied by a guarded update: a reserving step fails (`place_lost`) when reserved + consumed would exceed `limit`.
struct QuotaMove {
  std::string key;
  int limit = 0;
  QuotaStep step = QuotaStep::reserve;
  DossierId dossier;
};

/// Unique per authority and year; a clash is `number_taken`.
struct RegisterEntry {
  OfficeId authority;
  int year = 0;
  std::string number;
  DecisionId decision;
};

/// Of all dossiers only one may hold a key at a time; a change that claims another's fails (`nomination_exists`). A dossier
/// holds one key: a new one takes the old one's place, none gives it up.
struct Claim {
  DossierId dossier;
  std::optional<std::string> key;
};

/// The answer kept for an Idempotency-Key. The caller sets all but `receipts`, which the store fills in the same transaction
/// (canonical JSON array of {stream, id, n, hash}); first answer and replay are built alike from body and receipts.
struct KeptAnswer {
  std::string principal;    ///< appointment id
  std::string key;
  std::string fingerprint;  ///< hex SHA-256 over method, path, body
  int status = 0;
  std::string headers;      ///< canonical JSON object of the headers worth replaying
  std::string body;
  std::string receipts;
  Instant expires;          ///< system time
};

struct Workspace {
  DossierId dossier;
  std::int64_t version = 0;
  std::string content;  ///< canonical JSON of Content, while it is returned also with the draft of the answers (api/desk/dossier/workspace_text.hpp)
};

struct Change {
  std::vector<Guard> guards;
  std::vector<Touch> touches;
  std::optional<AppointmentId> acting;  ///< must still be in force at `acting_on`
  Date acting_on;
  std::vector<Event> events;            ///< in order; the store gives each n and prev in its stream
  std::vector<Aggregate> next;          ///< snapshots to write; a dossier's version is its last event's n
  std::vector<QuotaMove> quota;
  std::vector<RegisterEntry> registers;
  std::vector<PersonalValue> personal;
  std::vector<Token> tokens;
  std::optional<Workspace> workspace;   ///< a new draft's first workspace, or the one replaced by a correction
  std::optional<KeptAnswer> answer;
  std::vector<Claim> claims;            ///< nominations, where the plan blocks a second one of the same nominee
  std::vector<ListEntry> entries;       ///< of the dossiers in `next`; the desk adds them
  std::vector<Credential> credentials;
  std::vector<PersonId> end_sessions;   ///< all sessions of these persons end
};

}  // namespace vinhdanh
