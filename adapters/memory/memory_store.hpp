/// A store that lives in memory: for tests and examples. It passes the same contract suite as the SQLite store.
#pragma once

#include <memory>

#include "engine/ports/store.hpp"

namespace vinhdanh {

/// Nothing survives it. Safe from several threads.
class MemoryStore final : public Store {
 public:
  /// `instance` is the installation's id, from which the genesis of each chain is computed.
  explicit MemoryStore(std::string instance = "00000000-0000-7000-8000-000000000000");
  ~MemoryStore() override;

  std::vector<CommitResult> commit(std::span<const Change> changes) override;

  [[nodiscard]] std::optional<Dossier> dossier(const DossierId& id) const override;
  [[nodiscard]] std::optional<Submission> submission(const SubmissionId& id) const override;
  [[nodiscard]] std::optional<Occasion> occasion(const OccasionId& id) const override;
  [[nodiscard]] std::optional<Decision> decision(const DecisionId& id) const override;
  [[nodiscard]] std::vector<Dossier> find_dossiers(const DossierQuery& query) const override;
  [[nodiscard]] std::vector<Submission> find_submissions(const SubmissionQuery& query) const override;
  [[nodiscard]] std::vector<Occasion> find_occasions(const OccasionQuery& query) const override;
  [[nodiscard]] std::vector<Decision> find_decisions(const DecisionQuery& query) const override;

  [[nodiscard]] std::vector<SealedEvent> events(StreamKind kind, const std::string& id, std::int64_t from,
                                                int limit) const override;
  [[nodiscard]] std::vector<PlacedEvent> find_events(const EventQuery& query) const override;
  [[nodiscard]] std::vector<RawEvent> raw_events(StreamKind kind, const std::string& id) const override;
  [[nodiscard]] std::vector<StreamRef> streams(const std::optional<StreamRef>& after, int limit) const override;

  [[nodiscard]] std::map<std::string, PersonalValue> personal(std::span<const std::string> ids) const override;
  [[nodiscard]] std::optional<Workspace> workspace(const DossierId& id) const override;
  std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t expected,
                                             const std::string& content) override;

  [[nodiscard]] std::optional<QuotaState> quota(const std::string& key) const override;
  [[nodiscard]] std::vector<QuotaState> quotas(const std::string& key_prefix) const override;

  [[nodiscard]] std::optional<KeptAnswer> answer(const std::string& principal, const std::string& key,
                                                 Instant system_now) const override;

  [[nodiscard]] std::optional<Token> token(const std::string& sha256) const override;
  [[nodiscard]] std::optional<Account> account(const PersonId& person) const override;
  [[nodiscard]] std::vector<Account> accounts() const override;
  [[nodiscard]] std::optional<Appointment> appointment(const AppointmentId& id) const override;
  [[nodiscard]] std::vector<Appointment> appointments() const override;
  [[nodiscard]] std::vector<DefinitionRecord> definitions() const override;

  std::string next_code(int year) override;
  [[nodiscard]] std::string instance() const override;

 private:
  friend class MemoryLists;
  friend class MemoryNotices;
  friend class MemoryDuties;
  friend class MemorySignIn;
  friend class MemoryAccessLog;
  friend class MemoryWebhooks;
  friend class MemoryJobs;
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
