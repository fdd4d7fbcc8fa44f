/// A store that can lose the answer of a commit, for tests of outcomes nobody knows.
#pragma once

#include <functional>
#include <utility>

#include "engine/ports/store.hpp"

namespace vinhdanh::test {

class WrappedStore final : public Store {
 public:
  explicit WrappedStore(Store& inner) : inner_(inner) {}

  bool lose_next_answer = false;        ///< the next commit is done, but its caller only learns of an error
  std::function<void()> before_commit;  ///< runs once, ahead of the next commit
  mutable std::function<void()> after_answer;  ///< runs once, after the next look for a kept answer

  std::vector<CommitResult> commit(std::span<const Change> changes) override {
    if (before_commit) std::exchange(before_commit, {})();
    auto results = inner_.commit(changes);
    if (std::exchange(lose_next_answer, false)) throw StorageUnavailable("the answer was lost");
    return results;
  }

  std::optional<Dossier> dossier(const DossierId& id) const override { return inner_.dossier(id); }
  std::optional<Submission> submission(const SubmissionId& id) const override { return inner_.submission(id); }
  std::optional<Occasion> occasion(const OccasionId& id) const override { return inner_.occasion(id); }
  std::optional<Decision> decision(const DecisionId& id) const override { return inner_.decision(id); }
  std::vector<Dossier> find_dossiers(const DossierQuery& query) const override { return inner_.find_dossiers(query); }
  std::vector<Submission> find_submissions(const SubmissionQuery& query) const override {
    return inner_.find_submissions(query);
  }
  std::vector<Occasion> find_occasions(const OccasionQuery& query) const override {
    return inner_.find_occasions(query);
  }
  std::vector<Decision> find_decisions(const DecisionQuery& query) const override {
    return inner_.find_decisions(query);
  }
  std::vector<SealedEvent> events(StreamKind kind, const std::string& id, std::int64_t from, int limit) const override {
    return inner_.events(kind, id, from, limit);
  }
  std::vector<PlacedEvent> find_events(const EventQuery& query) const override { return inner_.find_events(query); }
  std::vector<RawEvent> raw_events(StreamKind kind, const std::string& id) const override {
    return inner_.raw_events(kind, id);
  }
  std::vector<StreamRef> streams(const std::optional<StreamRef>& after, int limit) const override {
    return inner_.streams(after, limit);
  }
  std::map<std::string, PersonalValue> personal(std::span<const std::string> ids) const override {
    return inner_.personal(ids);
  }
  std::optional<Workspace> workspace(const DossierId& id) const override { return inner_.workspace(id); }
  std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t expected,
                                             const std::string& content) override {
    return inner_.save_workspace(id, expected, content);
  }
  std::optional<QuotaState> quota(const std::string& key) const override { return inner_.quota(key); }
  std::vector<QuotaState> quotas(const std::string& prefix) const override { return inner_.quotas(prefix); }
  std::optional<KeptAnswer> answer(const std::string& principal, const std::string& key, Instant now) const override {
    auto found = inner_.answer(principal, key, now);
    if (after_answer) std::exchange(after_answer, {})();
    return found;
  }
  std::optional<Token> token(const std::string& sha256) const override { return inner_.token(sha256); }
  std::optional<Account> account(const PersonId& person) const override { return inner_.account(person); }
  std::vector<Account> accounts() const override { return inner_.accounts(); }
  std::optional<Appointment> appointment(const AppointmentId& id) const override { return inner_.appointment(id); }
  std::vector<Appointment> appointments() const override { return inner_.appointments(); }
  std::vector<DefinitionRecord> definitions() const override { return inner_.definitions(); }
  std::string next_code(int year) override { return inner_.next_code(year); }
  std::string instance() const override { return inner_.instance(); }

 private:
  Store& inner_;
};

}  // namespace vinhdanh::test
