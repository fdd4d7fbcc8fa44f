/// How a database keeps list entries and finds them: each has its own index for the search.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "engine/ports/lists.hpp"

namespace vinhdanh::detail {

class Connection;

using OptionalText = std::optional<std::string>;
/// The columns `sql::entry_columns`.
using ListRow = std::tuple<std::string, std::int64_t, std::string, std::string, std::string, OptionalText, std::string,
                           std::string, std::string, std::string, std::string, std::string, OptionalText, std::string,
                           OptionalText, OptionalText, std::string, std::string, OptionalText, int, std::int64_t, int,
                           std::int64_t, std::int64_t, std::string>;

struct Counting;
using CountedPair = std::tuple<std::string, std::string, std::int64_t>;

/// What the search knows of an entry, as it is stored: between spaces.
struct StoredWords {
  std::string marks;
  std::string words;
};

/// Throws SqlError. Nobody asks for an empty scope.
class ListTable {
 public:
  virtual ~ListTable() = default;

  /// In the order that is asked for, one more than the page holds if there are more.
  [[nodiscard]] virtual std::vector<ListRow> page(Connection& reader, const ListRequest& request) const = 0;
  [[nodiscard]] virtual std::int64_t count(Connection& reader, const ListScope& scope, const ListFilter& filter) const = 0;
  [[nodiscard]] virtual std::vector<FacetCount> facets(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                       std::span<const Facet> facets, Date today) const = 0;
  /// Two values and a count in each row.
  [[nodiscard]] virtual std::vector<CountedPair> pairs(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                                       const Counting& counting) const = 0;
  /// The submissions, decisions, or else the dossiers themselves, that entries in scope name among those of the filter.
  [[nodiscard]] virtual std::set<std::string> named(Connection& reader, const ListScope& scope,
                                                    const ListFilter& among) const = 0;
  [[nodiscard]] virtual std::optional<StoredWords> words(Connection& reader, const DossierId& id) const = 0;

  /// One after the other, each unless what is stored was computed from a newer version of the dossier. Both inside the writer's
  /// transaction.
  virtual void put(Connection& writer, std::span<const ListEntry> entries) const = 0;
  virtual void put_words(Connection& writer, const DossierId& id, const std::string& words) const = 0;
};

}  // namespace vinhdanh::detail
