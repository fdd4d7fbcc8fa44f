/// The lists, facets and search of a store over SQL.
#pragma once

#include "adapters/sql/sql_store.hpp"
#include "engine/ports/lists.hpp"

namespace vinhdanh {

namespace detail {
class ListTable;
}

/// Borrows the store, and is as safe from several threads as it is.
class SqlLists final : public Lists {
 public:
  explicit SqlLists(SqlStore& store) : store_(store) {}

  [[nodiscard]] ListPage find(const ListRequest& request) const override;
  [[nodiscard]] std::int64_t count(const ListScope& scope, const ListFilter& filter) const override;
  [[nodiscard]] std::vector<FacetCount> facets(const ListScope& scope, const ListFilter& filter,
                                               std::span<const Facet> facets, Date today) const override;
  [[nodiscard]] std::vector<CrossCount> crossed(const ListScope& scope, const ListFilter& filter, Facet facet, Facet by,
                                                Date today) const override;
  [[nodiscard]] std::vector<PassesCount> passes(const ListScope& scope, const ListFilter& filter) const override;
  [[nodiscard]] std::set<DossierId> dossiers_in(const ListScope& scope,
                                                const std::vector<DossierId>& among) const override;
  [[nodiscard]] std::set<SubmissionId> submissions_in(const ListScope& scope,
                                                      const std::vector<SubmissionId>& among) const override;
  [[nodiscard]] std::set<DecisionId> decisions_in(const ListScope& scope,
                                                  const std::vector<DecisionId>& among) const override;
  [[nodiscard]] std::optional<ListEntry> entry(const DossierId& id) const override;
  void put_entries(std::span<const ListEntry> entries) override;
  [[nodiscard]] std::string computed_for() const override;
  void set_computed_for(const std::string& stamp) override;
  std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t expected, const std::string& content,
                                             const std::optional<std::string>& words) override;
  [[nodiscard]] std::vector<SavedView> views(const PersonId& person) const override;
  ViewSaved save_view(const SavedView& view, std::size_t most) override;
  void drop_view(const PersonId& person, const std::string& id) override;

 private:
  [[nodiscard]] const detail::ListTable& table() const;

  SqlStore& store_;
};

}  // namespace vinhdanh
