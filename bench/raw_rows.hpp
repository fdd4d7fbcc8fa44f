/// The floor of a commit: the rows that a change wrote, written again by a bare loop over prepared statements.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/ports/store.hpp"

namespace vinhdanh::bench {

/// One write statement with its parameters in order; a null is the empty variant.
struct RawWrite {
  std::string_view statement;
  std::vector<std::variant<std::monostate, std::int64_t, std::string>> parameters;
};

/// What the index of the search says of a dossier, and the stages that its list entry has passed.
struct Searched {
  std::int64_t entry = 0;
  std::string words;
  std::string marks;
  std::string passes;
};

/// What the SQLite store wrote for an accepted act on one dossier, in its order and with its bytes. `store` holds the events;
/// the index was changed from `before` to `after`.
std::vector<RawWrite> rows_written(const Store& store, const Change& change, const CommitResult& result,
                                   const Searched& before, const Searched& after);

/// A database opened like the store's writer, by nothing but SQLite itself.
class RawWriter {
 public:
  explicit RawWriter(const std::filesystem::path& database);
  ~RawWriter();
  RawWriter(const RawWriter&) = delete;
  RawWriter& operator=(const RawWriter&) = delete;

  /// Everything in transactions of `batch` changes.
  void write(std::span<const std::vector<RawWrite>> changes, std::size_t batch);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace vinhdanh::bench
