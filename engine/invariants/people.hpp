/// INV-15 for people: stored accounts and appointments are what the events of accounts and offices say.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>

#include "engine/invariants/violation.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

/// What an account's own events say of it. Its login is no fact of theirs, and its version counts grants as well.
struct AccountFold {
  bool added = false;
  bool disabled = false;
  std::optional<PersonalRef> email;
  std::int64_t last = -1;  ///< n of the last event that says something of these
};

struct AppointmentFold {
  Appointment state;
  std::int64_t last = -1;
};

/// Takes in the streams of accounts and offices, and holds the stored rows against them.
class PeopleRecords {
 public:
  /// A whole stream whose chain holds; those of other kinds are passed over.
  void see(const StreamRef& stream, std::span<const SealedEvent> events);
  /// A stream whose chain is broken proves nothing: rows that only it could explain are passed over.
  void pass_over(const StreamRef& stream);
  /// Every account and appointment that has no events, no row, or another state than its events say. What disagrees is
  /// read once more, as a commit may fall between two reads. Throws StorageUnavailable.
  [[nodiscard]] Violations check(const Store& store) const;

 private:
  using Appointments = std::map<AppointmentId, AppointmentFold>;

  void check_accounts(const Store& store, Violations& found) const;
  void check_appointments(const Store& store, Violations& found) const;

  std::map<PersonId, AccountFold> accounts_;
  std::map<OfficeId, Appointments> offices_;
  std::set<PersonId> broken_accounts_;
  std::set<OfficeId> broken_offices_;
};

}  // namespace vinhdanh
