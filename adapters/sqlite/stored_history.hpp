/// The heads of a database's streams and the hashes of single events, without loading what they say.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace vinhdanh {

/// Where a stream ended: the number and hash of its last event.
struct StreamEnd {
  std::string kind;
  std::string id;
  std::int64_t n = 0;
  std::string hash;
};

/// Reads beside the folder's owner or alone; one thread. Throws StorageUnavailable.
class StoredHistory {
 public:
  explicit StoredHistory(const std::filesystem::path& folder);
  ~StoredHistory();

  /// Every stream once, ordered by kind and id.
  void each_end(const std::function<void(const StreamEnd&)>& visit);
  [[nodiscard]] std::optional<std::string> hash_at(const std::string& kind, const std::string& id, std::int64_t n);
  /// 0 where the stream does not exist.
  [[nodiscard]] std::int64_t length(const std::string& kind, const std::string& id);
  [[nodiscard]] std::string instance();
  [[nodiscard]] std::int64_t events();
  [[nodiscard]] std::int64_t streams();
  /// Every event's bytes, in the order of their commits.
  void each_event(const std::function<void(const std::string&)>& visit);

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace vinhdanh
