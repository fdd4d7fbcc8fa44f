/// The receipts file: stream, n and hash of every commit, kept outside the database, so that an older copy of the database put
/// in its place is noticed.
///
/// Text. The first line is `vinhdanh receipts 1 INSTANCE`; a receipt is `N HASH KIND ID`; a line that begins with `#` is a note
/// and stays. What is none of these counts for nothing, like a last line that a crash cut off or one with zeros in it, where a
/// power cut lost a sector.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "adapters/sql/stored_history.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

struct Receipts {
  std::string instance;
  /// (kind, id) → the last receipt's n and hash.
  std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::string>> last;
  std::vector<std::string> notes;
};

/// Nothing when there is no such file. Throws StorageUnavailable for one that cannot be read or is no receipts file.
std::optional<Receipts> read_receipts(const std::filesystem::path& file);

struct ReceiptFault {
  std::string kind;
  std::string id;
  std::int64_t n = 0;       ///< of the receipt
  std::int64_t stored = 0;  ///< events in the stream
  bool shorter = true;      ///< false: event n is there with another hash
};

/// Where the database is not what was acknowledged; `instance` is the database's. Of another installation's receipts every
/// stream is missing. Read the receipts before the database is opened, when a server writes both.
std::vector<ReceiptFault> compare_receipts(const Receipts& receipts, const std::string& instance, StoredHistory& history);

/// Replaces the file by the database's stream ends and these notes.
void write_receipts(const std::filesystem::path& file, const std::string& instance, const std::vector<std::string>& notes,
                    StoredHistory& history);

/// Appends to a file that `write_receipts` made. Safe from several threads.
class ReceiptsLog {
 public:
  /// Throws StorageUnavailable.
  explicit ReceiptsLog(const std::filesystem::path& file);
  ~ReceiptsLog();
  ReceiptsLog(const ReceiptsLog&) = delete;
  ReceiptsLog& operator=(const ReceiptsLog&) = delete;

  /// One write for all that was done. What the disk does not take is tried again with the next call.
  void add(std::span<const CommitResult> results);
  /// Makes what was added durable; for a call every second. False when some of it is not.
  bool sync();
  /// Bytes that the disk has not taken.
  [[nodiscard]] std::size_t unwritten() const;

 private:
  void write_waiting();

  mutable std::mutex mutex_;
  std::string waiting_;
  int fd_;
  bool dirty_ = false;
};

}  // namespace vinhdanh
