/// The embedded store: one folder, one SQLite database in it, one process that owns it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "engine/ports/store.hpp"

namespace vinhdanh {

struct SqliteOptions {
  std::filesystem::path folder;
  /// Reads beside a running server, or alone (then no server can start until it is done): applies no migration, writes
  /// nothing. Also opens a copy of the database file alone.
  bool read_only = false;
  /// A new folder is marked so, for ever; an existing one must carry this mark. Without it any folder opens, and a new one
  /// is not a demo.
  std::optional<bool> demo;
  /// Tests only: called before COMMIT (false) and after it returned (true); what it throws counts as an error on COMMIT.
  std::function<void(bool committed)> commit_seam;
};

enum class OpenFault {
  in_use,         ///< another process, or this one, has the folder
  not_found,      ///< read-only, and there is no database
  newer_schema,   ///< written by a newer program
  older_schema,   ///< read-only, and migrations are missing
  demo_mismatch,  ///< a demo folder opened as a real one, or the other way
  settings,       ///< the start-up check of the database's settings failed
  storage,        ///< the folder or the database cannot be read or written
};

/// Why a folder could not be opened, in a sentence for the operator.
struct CannotOpen : std::runtime_error {
  CannotOpen(OpenFault why, const std::string& sentence) : std::runtime_error(sentence), fault(why) {}
  OpenFault fault;
};

/// Files in the folder: `vinhdanh.db` with its `-wal` and `-shm`, and `lock`. A write throws NothingWritten when it failed
/// before COMMIT and StorageUnavailable on COMMIT. After an error on COMMIT the next write opens a new session; after a sync
/// that failed no more is written until the folder is opened again. Reads go on in either case.
class SqliteStore final : public Store {
 public:
  /// Makes the folder if need be, applies what migrations are missing, checks the settings. Throws CannotOpen.
  explicit SqliteStore(SqliteOptions options);
  ~SqliteStore() override;

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
  [[nodiscard]] int schema_version() const;
  /// "ok", or what the database found wrong with itself.
  [[nodiscard]] std::string integrity_check() const;

  /// For the operator's list of what is in a folder.
  static std::filesystem::path database_file(const std::filesystem::path& folder) { return folder / "vinhdanh.db"; }

 private:
  friend class SqliteLists;
  friend class SqliteNotices;
  friend class SqliteDuties;
  friend class SqliteSignIn;
  friend class SqliteAccessLog;
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
