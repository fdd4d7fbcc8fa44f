/// Notices to persons and their e-mails, made from events in the order of their commits, each once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/events.hpp"

namespace vinhdanh {

/// `key` and `person` together are unique: the same occurrence is told to a person once, whatever restarts.
struct Notice {
  std::string id;
  std::string key;       ///< "<event id>" or "overdue:<dossier>:<stage>:<since>"
  PersonId person;
  std::string kind;      ///< dossier_returned, overdue, due_soon, …: the sentence is chosen by it
  StreamKind stream = StreamKind::dossier;
  std::string stream_id;
  Instant at;            ///< business time
  std::map<std::string, std::string> details;  ///< codes, dates and ids only, no personal data
  bool mail = false;     ///< also by e-mail
  std::optional<Instant> read;
};

/// An e-mail that is to be sent: a lease keeps others off it until `leased` ends.
struct DueMail {
  Notice notice;
  int attempts = 0;
};

/// A place in the feed: what comes later in it was not committed earlier. The first is before everything.
struct FeedPlace {
  std::int64_t transaction = 0;  ///< 0 where transactions come one after another
  std::int64_t seq = 0;
  auto operator<=>(const FeedPlace&) const = default;
};

struct FedEvent {
  FeedPlace place;
  SealedEvent event;
};

/// Safe from several threads. Throws StorageUnavailable.
class Notices {
 public:
  virtual ~Notices() = default;
  /// Committed events after a place, in order.
  [[nodiscard]] virtual std::vector<FedEvent> feed(const FeedPlace& after, int limit) const = 0;
  /// The place of the last event that `feed` gives; the first place when there is none.
  [[nodiscard]] virtual FeedPlace newest() const = 0;
  /// How far a reader of the feed has come.
  [[nodiscard]] virtual FeedPlace cursor(const std::string& reader) const = 0;
  /// Keeps the notices that are new and, in the same transaction, moves a reader's cursor, which never goes back: of two nodes
  /// that read at once, the slower changes nothing. Returns how many were new.
  virtual int put(std::span<const Notice> notices, const std::optional<std::pair<std::string, FeedPlace>>& cursor) = 0;

  /// Newest first; `after` is the id of the last one seen, empty at first.
  [[nodiscard]] virtual std::vector<Notice> of(const PersonId& person, bool unread_only, const std::string& after,
                                               int limit) const = 0;
  [[nodiscard]] virtual std::int64_t unread(const PersonId& person) const = 0;
  /// Empty `ids`: all of the person's.
  virtual void mark_read(const PersonId& person, std::span<const std::string> ids, Instant at) = 0;

  /// Takes e-mails that wait, none of them again before `lease_until`.
  virtual std::vector<DueMail> take_mail(Instant now, Instant lease_until, int limit) = 0;
  virtual void mail_sent(const std::string& notice, Instant at) = 0;
  /// To be tried again at `retry`; null gives it up. `why` is for the operator.
  virtual void mail_failed(const std::string& notice, const std::optional<Instant>& retry, const std::string& why) = 0;
};

}  // namespace vinhdanh
