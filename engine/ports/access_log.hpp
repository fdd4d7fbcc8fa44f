/// Who was denied, who read marked data, who exported, who signed in: beside the events, which only say what was done.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/actor.hpp"

namespace vinhdanh {

enum class AccessKind { denied, marked_read, exported, signed_in, sign_in_failed, signed_out };
VINHDANH_NAMES(AccessKind, "denied", "marked_read", "exported", "signed_in", "sign_in_failed", "signed_out");

struct AccessEntry {
  std::int64_t seq = 0;   ///< given by the log
  Instant at;             ///< system time
  AccessKind kind = AccessKind::denied;
  std::optional<PersonId> person;
  std::optional<AppointmentId> appointment;
  std::optional<OfficeId> office;
  std::string address;    ///< of the peer; "local:NAME", an account of the machine, for what the command line exported
  std::string method;
  std::string route;      ///< the template, "/v1/dossiers/{id}"
  std::string target;     ///< id of the thing, empty when none; of a backup the hash of its database
  int status = 0;
  std::string code;       ///< of the problem; empty for a read
  std::string request_id;
  int count = 1;          ///< alike within one minute, written as one
};

struct AccessQuery {
  std::optional<AccessKind> kind;
  std::optional<PersonId> person;
  std::vector<OfficeId> offices;    ///< empty: any; what was exported for no office is of every office and always found
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::int64_t before = 0;          ///< seq of the last one seen; 0 at first
  int limit = 50;
};

/// Safe from several threads. Throws StorageUnavailable: then the read it speaks of is refused too.
class AccessLog {
 public:
  virtual ~AccessLog() = default;
  virtual void add(std::span<const AccessEntry> entries) = 0;
  /// Newest first.
  [[nodiscard]] virtual std::vector<AccessEntry> find(const AccessQuery& query) const = 0;
};

}  // namespace vinhdanh
