/// Inboxes, lists, facets and search over dossiers' list entries, with who may see them inside the query.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/model/list_entry.hpp"

namespace vinhdanh {

/// An entry is in scope when its unit is one of `units` (null: any), or it carries one of `marks`.
struct ListScope {
  std::optional<std::vector<OfficeId>> units;
  std::vector<std::string> marks;
};

enum class ListOrder { opened, due, changed };  ///< newest first; earliest due first, none last; last changed first
VINHDANH_NAMES(ListOrder, "opened", "due", "changed");

/// Empty vectors and nulls mean "any"; members are joined by "and", the values of one member by "or".
struct ListFilter {
  std::vector<Phase> phases;
  std::vector<std::string> plans;
  std::vector<StageId> stages;
  std::vector<StageId> passed;          ///< stages that it has passed, whatever came of it since
  std::vector<OccasionId> occasions;
  std::vector<SubmissionId> submissions;
  std::vector<DecisionId> decisions;
  std::vector<DossierId> dossiers;
  std::vector<FormCode> forms;
  std::vector<SubjectKind> subject_kinds;
  std::vector<OfficeId> units;
  std::vector<OfficeId> offices;        ///< whose turn it is
  std::vector<OfficeId> not_offices;    ///< whose turn it is not
  std::optional<std::string> role;      ///< a role that may take the next step
  std::optional<PersonId> assignee;
  std::optional<bool> assigned;
  /// Not reserved for anybody else.
  std::optional<PersonId> free_for;
  std::optional<Date> due_from;         ///< inclusive
  std::optional<Date> due_to;           ///< inclusive
  std::optional<bool> has_due;
  std::optional<bool> held;
  std::optional<bool> open;             ///< not in a final phase
  std::vector<std::string> marks;       ///< carries all of these
  std::optional<std::string> code;
  std::optional<std::string> external_ref;
  std::vector<std::string> words;       ///< folded; each is the beginning of a word of the entry
};

/// `after` is the cursor of the last entry seen, empty for the first page; `limit` 1..200.
struct ListRequest {
  ListScope scope;
  ListFilter filter;
  ListOrder order = ListOrder::opened;
  std::string after;
  int limit = 50;
};

struct ListPage {
  std::vector<ListEntry> entries;      ///< without `marks` and `words`
  std::optional<std::string> next;     ///< cursor; nothing at the end
};

enum class Facet { phase, plan, stage, occasion, form, subject_kind, unit, office, assignee, due_bucket };
VINHDANH_NAMES(Facet, "phase", "plan", "stage", "occasion", "form", "subject_kind", "unit", "office", "assignee", "due_bucket");

struct FacetCount {
  Facet facet = Facet::phase;
  std::string value;
  std::int64_t count = 0;
};

/// How many entries have both values.
struct CrossCount {
  std::string value;
  std::string by;
  std::int64_t count = 0;
};

/// How many entries of a plan have exactly these `ListEntry::passes`.
struct PassesCount {
  std::string plan;
  std::string passes;
  std::int64_t count = 0;
};

/// A person's named filter: canonical JSON of what the list route takes.
struct SavedView {
  std::string id;
  PersonId person;
  std::string name;
  std::string filter;
  std::int64_t version = 0;
};

enum class ViewSaved { done, changed, too_many };

/// Entries are written by `Store::commit` with the change that made them, so every answer includes it. Safe from several
/// threads. Throws StorageUnavailable.
class Lists {
 public:
  virtual ~Lists() = default;
  [[nodiscard]] virtual ListPage find(const ListRequest& request) const = 0;
  [[nodiscard]] virtual std::int64_t count(const ListScope& scope, const ListFilter& filter) const = 0;
  /// Equal to the counts of the lists that one gets by narrowing the filter to each value; due buckets are those of `today`.
  [[nodiscard]] virtual std::vector<FacetCount> facets(const ListScope& scope, const ListFilter& filter,
                                                       std::span<const Facet> facets, Date today) const = 0;
  /// The same for each pair of values that some entry has.
  [[nodiscard]] virtual std::vector<CrossCount> crossed(const ListScope& scope, const ListFilter& filter, Facet facet,
                                                        Facet by, Date today) const = 0;
  /// Of the entries that have passed any stage.
  [[nodiscard]] virtual std::vector<PassesCount> passes(const ListScope& scope, const ListFilter& filter) const = 0;
  /// Those of the dossiers whose entry is in scope.
  [[nodiscard]] virtual std::set<DossierId> dossiers_in(const ListScope& scope,
                                                        const std::vector<DossierId>& among) const = 0;
  /// Those of the submissions, and of the decisions, that have an entry in scope.
  [[nodiscard]] virtual std::set<SubmissionId> submissions_in(const ListScope& scope,
                                                              const std::vector<SubmissionId>& among) const = 0;
  [[nodiscard]] virtual std::set<DecisionId> decisions_in(const ListScope& scope,
                                                          const std::vector<DecisionId>& among) const = 0;
  [[nodiscard]] virtual std::optional<ListEntry> entry(const DossierId& id) const = 0;  ///< with marks and words
  /// Rewrites entries whose rules changed (a new day, a new definition). No event. One that was computed from an older
  /// version of its dossier than the stored one is passed over.
  virtual void put_entries(std::span<const ListEntry> entries) = 0;
  /// What all entries were last computed for: a day and a digest of the rules; empty at first.
  [[nodiscard]] virtual std::string computed_for() const = 0;
  virtual void set_computed_for(const std::string& stamp) = 0;
  /// `Store::save_workspace`, and in the same transaction the words that the dossier is found by; null keeps them.
  virtual std::optional<std::int64_t> save_workspace(const DossierId& id, std::int64_t expected,
                                                     const std::string& content,
                                                     const std::optional<std::string>& words) = 0;

  [[nodiscard]] virtual std::vector<SavedView> views(const PersonId& person) const = 0;
  /// A new one has version 0, one that is replaced the stored version; it is kept with the next version. `changed` when the
  /// stored version (0: none) is another, `too_many` when it is new and the person has `most` already.
  virtual ViewSaved save_view(const SavedView& view, std::size_t most) = 0;
  virtual void drop_view(const PersonId& person, const std::string& id) = 0;
};

}  // namespace vinhdanh
