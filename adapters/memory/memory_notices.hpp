/// The notices and their e-mails of the memory store.
#pragma once

#include "adapters/memory/memory_store.hpp"
#include "engine/ports/notices.hpp"

namespace vinhdanh {

/// Borrows the store, and is as safe from several threads as it is.
class MemoryNotices final : public Notices {
 public:
  explicit MemoryNotices(MemoryStore& store) : store_(store) {}

  [[nodiscard]] std::vector<FedEvent> feed(const FeedPlace& after, int limit) const override;
  [[nodiscard]] FeedPlace newest() const override;
  [[nodiscard]] FeedPlace cursor(const std::string& reader) const override;
  int put(std::span<const Notice> notices, const std::optional<std::pair<std::string, FeedPlace>>& cursor) override;
  [[nodiscard]] std::vector<Notice> of(const PersonId& person, bool unread_only, const std::string& after, int limit) const override;
  [[nodiscard]] std::int64_t unread(const PersonId& person) const override;
  void mark_read(const PersonId& person, std::span<const std::string> ids, Instant at) override;
  std::vector<DueMail> take_mail(Instant now, Instant lease_until, int limit) override;
  void mail_sent(const std::string& notice, Instant at) override;
  void mail_failed(const std::string& notice, const std::optional<Instant>& retry, const std::string& why) override;

 private:
  MemoryStore& store_;
};

}  // namespace vinhdanh
