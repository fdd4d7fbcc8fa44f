/// Notices that a test may change in one thing.
#pragma once

#include "engine/ports/notices.hpp"

namespace vinhdanh::test {

class WrappedNotices : public Notices {
 public:
  explicit WrappedNotices(Notices& inner) : inner_(inner) {}
  std::vector<FedEvent> feed(const FeedPlace& after, int limit) const override { return inner_.feed(after, limit); }
  FeedPlace newest() const override { return inner_.newest(); }
  FeedPlace cursor(const std::string& reader) const override { return inner_.cursor(reader); }
  int put(std::span<const Notice> notices, const std::optional<std::pair<std::string, FeedPlace>>& at) override {
    return inner_.put(notices, at);
  }
  std::vector<Notice> of(const PersonId& person, bool unread, const std::string& after, int limit) const override {
    return inner_.of(person, unread, after, limit);
  }
  std::int64_t unread(const PersonId& person) const override { return inner_.unread(person); }
  void mark_read(const PersonId& person, std::span<const std::string> ids, Instant at) override {
    inner_.mark_read(person, ids, at);
  }
  std::vector<DueMail> take_mail(Instant now, Instant until, int limit) override {
    return inner_.take_mail(now, until, limit);
  }
  void mail_sent(const std::string& notice, Instant at) override { inner_.mail_sent(notice, at); }
  void mail_failed(const std::string& notice, const std::optional<Instant>& retry, const std::string& why) override {
    inner_.mail_failed(notice, retry, why);
  }

 private:
  Notices& inner_;
};

}  // namespace vinhdanh::test
