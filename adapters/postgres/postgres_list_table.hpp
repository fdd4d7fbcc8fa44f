/// The list entries of a PostgreSQL database, with a GIN index for their search and their scope said twice.
#pragma once

#include "adapters/sql/list_table.hpp"

namespace vinhdanh::detail {

class PostgresListTable final : public ListTable {
 public:
  [[nodiscard]] std::vector<ListRow> page(Connection& reader, const ListRequest& request) const override;
  [[nodiscard]] std::int64_t count(Connection& reader, const ListScope& scope, const ListFilter& filter) const override;
  [[nodiscard]] std::vector<FacetCount> facets(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                               std::span<const Facet> facets, Date today) const override;
  [[nodiscard]] std::vector<CountedPair> pairs(Connection& reader, const ListScope& scope, const ListFilter& filter,
                                               const Counting& counting) const override;
  [[nodiscard]] std::set<std::string> named(Connection& reader, const ListScope& scope,
                                            const ListFilter& among) const override;
  [[nodiscard]] std::optional<StoredWords> words(Connection& reader, const DossierId& id) const override;
  void put(Connection& writer, std::span<const ListEntry> entries) const override;
  void put_words(Connection& writer, const DossierId& id, const std::string& words) const override;
};

}  // namespace vinhdanh::detail
