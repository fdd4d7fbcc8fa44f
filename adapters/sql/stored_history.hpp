/// The heads of a database's streams and the hashes of single events, without loading what they say.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace vinhdanh {

namespace detail {
class Connection;
}
class SqlStore;

/// Where a stream ended: the number and hash of its last event.
struct StreamEnd {
  std::string kind;
  std::string id;
  std::int64_t n = 0;
  std::string hash;
};

/// Of a store, which is borrowed, or of a folder's database (adapters/sqlite/folder_history.hpp). Throws StorageUnavailable.
class StoredHistory {
 public:
  /// Lends a session to read in; what fails comes out of it as StorageUnavailable.
  using Reading = std::function<void(const std::function<void(detail::Connection&)>&)>;
  explicit StoredHistory(Reading reading) : reading_(std::move(reading)) {}
  explicit StoredHistory(const SqlStore& store);

  /// Every stream once, ordered by kind and id.
  void each_end(const std::function<void(const StreamEnd&)>& visit);
  [[nodiscard]] std::optional<std::string> hash_at(const std::string& kind, const std::string& id, std::int64_t n);
  /// 0 where the stream does not exist.
  [[nodiscard]] std::int64_t length(const std::string& kind, const std::string& id);
  [[nodiscard]] std::string instance();
  [[nodiscard]] std::int64_t events();
  [[nodiscard]] std::int64_t streams();
  /// Every event's bytes, in the order of their numbers.
  void each_event(const std::function<void(const std::string&)>& visit);

 private:
  template <class F>
  auto read(F work);
  Reading reading_;
};

}  // namespace vinhdanh
