/// The store over a database that speaks SQL: everything but how sessions are opened and a batch is committed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/ports/nothing_written.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

namespace detail {
class Database;
}

/// Opened as a SqliteStore or a PostgresStore. A write throws NothingWritten when it failed before COMMIT and
/// StorageUnavailable on COMMIT. Reads go on after either.
class SqlStore : public Store {
 public:
  ~SqlStore() override;

  std::vector<CommitResult> commit(std::span<const Change> changes) override;
  [[nodiscard]] int lanes() const override;

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

  [[nodiscard]] std::vector<IndexFault> index_faults(const std::optional<StreamRef>& only) const override;

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
  [[nodiscard]] std::vector<Appointment> appointments_of(const OfficeId& office) const override;
  [[nodiscard]] std::vector<DefinitionRecord> definitions() const override;

  std::string next_code(int year) override;
  [[nodiscard]] std::string instance() const override;

  /// Small durable values beside the data: the business clock's offset, the fold's version. Throws StorageUnavailable.
  [[nodiscard]] std::optional<std::string> meta(const std::string& name) const;
  void set_meta(const std::string& name, const std::string& value);
  [[nodiscard]] bool demo() const;
  /// True where other processes write too.
  [[nodiscard]] virtual bool shared() const { return false; }
  /// Digests of the bytes of the definitions that are active.
  [[nodiscard]] std::vector<std::string> active_definitions() const;

  [[nodiscard]] virtual int schema_version() const = 0;
  /// "ok", or what the database found wrong with itself. PostgreSQL finds nothing here: page checksums and amcheck are for its
  /// administrators (docs/operating.md).
  [[nodiscard]] virtual std::string integrity_check() const { return "ok"; }

 protected:
  explicit SqlStore(std::unique_ptr<detail::Database> database);
  [[nodiscard]] detail::Database& database() const;

 private:
  friend class SqlLists;
  friend class SqlNotices;
  friend class SqlDuties;
  friend class SqlSignIn;
  friend class SqlAccessLog;
  friend class SqlWebhooks;
  friend class SqlJobs;
  friend class StoredHistory;
  friend class Statistics;
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
