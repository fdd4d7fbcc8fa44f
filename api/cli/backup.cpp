// Backing up and restoring: nothing gets its place before it is proved.
#include "api/cli/backup.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "adapters/backup.hpp"
#include "adapters/clock.hpp"
#include "adapters/files/durable_file.hpp"
#include "adapters/files/whole_file.hpp"
#include "adapters/random.hpp"
#include "adapters/sqlite/folder_history.hpp"
#include "adapters/sqlite/snapshot.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "api/cli/access_log.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/prove.hpp"
#include "api/cli/receipts.hpp"
#include "api/cli/version.hpp"

namespace vinhdanh {
namespace {

namespace fs = std::filesystem;

bool is_free(const fs::path& folder) {
  std::error_code none;
  return !fs::exists(folder, none) || (fs::is_directory(folder, none) && fs::is_empty(folder, none));
}

ExitCode refuse_used(const fs::path& folder, const Output& output) {
  return output.fail(ExitCode::usage, "not_empty", folder.string() + " exists and is not an empty folder");
}

nlohmann::ordered_json facts_of(const BackupManifest& it) {
  return {{"instance", it.instance}, {"schema", it.schema},   {"made_at", it.made_at},
          {"streams", it.streams},   {"events", it.events},   {"files", it.files.size()}};
}

std::string text_of(const BackupManifest& it) {
  return std::to_string(it.files.size()) + " files, " + std::to_string(it.streams) + " streams, " +
         std::to_string(it.events) + " events, made " + it.made_at;
}

/// A folder of its own beside the place that it may get; gone with what is in it unless it was placed.
class Staging {
 public:
  explicit Staging(const fs::path& beside) : path_(fs::absolute(beside)) {
    if (!path_.has_filename()) path_ = path_.parent_path();
    path_ += ".restoring-" + hex_text(random_bytes(6));
  }
  ~Staging() {
    std::error_code none;
    fs::remove_all(path_, none);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

  void fill(const fs::path& from, const BackupManifest& manifest) const {
    copy_backup(from, manifest, path_);
    if (manifest.schema == newest_schema()) return;
    const SqliteStore migrated({path_, false, {}, {}});
  }
  void place(const fs::path& to) const {
    std::error_code none;
    fs::remove(path_ / "lock", none);
    if (std::rename(path_.c_str(), to.c_str()) != 0)
      throw StorageUnavailable("cannot rename to " + to.string() + ": " + std::strerror(errno));
    sync_path(fs::absolute(to).parent_path());
  }

 private:
  fs::path path_;
};

/// What is not as the manifest says of the database itself.
void compare_counts(const fs::path& folder, const BackupManifest& manifest, Violations& violations) {
  StoredHistory history = history_in(folder);
  if (history.instance() != manifest.instance || history.streams() != manifest.streams ||
      history.events() != manifest.events) {
    violations.push_back({"manifest", -1, "the database is not the one that the manifest describes", ""});
  }
}

ExitCode prove_backup(const fs::path& folder, const BackupManifest& manifest, const RestoreOptions& options, const Output& output) {
  auto result = prove(open_to_read({folder}));
  compare_counts(folder, manifest, result.violations);
  if (!result.violations.empty()) {
    return output.fail(ExitCode::found, "history_altered",
                       "The backup's history is not whole:" + violations_text(result.violations));
  }
  if (options.receipts.empty()) return ExitCode::done;
  const auto receipts = read_receipts(options.receipts);
  if (!receipts)
    return output.fail(ExitCode::usage, "not_found", "There is no receipts file " + options.receipts.string());
  StoredHistory history = history_in(folder);
  const auto faults = compare_receipts(*receipts, history.instance(), history);
  return faults.empty() ? ExitCode::done : refuse_shorter(faults, options.receipts, output);
}

ExitCode restore(const RestoreOptions& options, const Output& output) {
  if (!options.check && options.to.empty()) return output.fail(ExitCode::usage, "usage", "--to or --check is needed");
  if (!options.check && !is_free(options.to)) return refuse_used(options.to, output);
  const BackupCheck check = check_backup(options.from);
  if (!check.faults.empty() || !check.manifest) {
    std::string lines;
    for (const std::string& fault : check.faults) lines += "\n  " + fault;
    return output.fail(ExitCode::found, "backup_damaged", "The backup is not whole:" + lines);
  }
  const BackupManifest& manifest = *check.manifest;
  if (manifest.schema > newest_schema())
    throw CannotOpen(OpenFault::newer_schema, "the backup has a newer schema than this program knows");
  const bool in_place = options.check && manifest.schema == newest_schema();
  const Staging staging(options.to.empty() ? fs::temp_directory_path() / "vinhdanh" : options.to);
  if (!in_place) staging.fill(options.from, manifest);
  const ExitCode proved = prove_backup(in_place ? options.from : staging.path(), manifest, options, output);
  if (proved != ExitCode::done) return proved;
  if (!options.check) staging.place(options.to);
  auto object = facts_of(manifest);
  object["intact"] = true;
  object["restored"] = !options.check;
  output.result("Bản sao lưu nguyên vẹn / backup whole: " + text_of(manifest) +
                    (options.check ? "" : "; restored to " + options.to.string()), object);
  return ExitCode::done;
}

/// On record after the copy was made: the copy is of the folder as it was. Why not, or nothing. A folder is not migrated for
/// it, nor a backup written into.
std::string put_on_record(const BackupOptions& options, const BackupManifest& manifest) {
  if (manifest.schema != newest_schema()) return "its schema is older than this program's";
  if (is_backup(options.data)) return "the folder is a backup itself";
  return note_backup(options.data, taken_by_caller(manifest.files.front().sha256));
}

ExitCode backup(const BackupOptions& options, const Output& output) {
  if (!is_free(options.to)) return refuse_used(options.to, output);
  make_private_folder(options.to);
  const SystemClock clock;
  const auto manifest = make_backup(options.data, options.to, VINHDANH_VERSION, clock.system_now().text());
  const std::string unnoted = put_on_record(options, manifest);
  auto object = facts_of(manifest);
  object["noted"] = unnoted.empty();
  const bool provable = manifest.schema == newest_schema();
  StoreVerification result;
  if (provable) result = prove(open_to_read({options.to}));
  object["verified"] = provable;
  object["violations"] = violations_json(result.violations);
  const std::string proved = !provable                  ? "; not verified, since its schema is older than this program's"
                             : result.violations.empty() ? "; nguyên vẹn / whole"
                                                         : "; history altered:" + violations_text(result.violations);
  const std::string noted =
      unnoted.empty() ? "" : "; không ghi được vào nhật ký truy cập / not noted in the access log: " + unnoted;
  output.result("Đã sao lưu / backed up: " + text_of(manifest) + proved + noted, object);
  return result.violations.empty() ? ExitCode::done : ExitCode::found;
}

}  // namespace

ExitCode backup_folder(const BackupOptions& options, const Output& output) {
  return with_folder(output, [&] { return backup(options, output); });
}

ExitCode restore_backup(const RestoreOptions& options, const Output& output) {
  return with_folder(output, [&] { return restore(options, output); });
}

}  // namespace vinhdanh
