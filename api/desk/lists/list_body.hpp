/// What a list of dossiers is asked for, as a query or as a body says it, and the lines it answers with.
#pragma once

#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/desk/lists/inbox.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"

namespace vinhdanh {

/// What is counted: a facet of the store, or the part of the country that the unit lies in. `territory` is the province (or the
/// head of a branch that is under no province), `area` the office right below it.
enum class ListFacet { phase, plan, stage, occasion, form, subject_kind, unit, office, assignee, due_bucket, territory, area };
VINHDANH_NAMES(ListFacet, "phase", "plan", "stage", "occasion", "form", "subject_kind", "unit", "office", "assignee",
               "due_bucket", "territory", "area");

/// The filter of a search, of its facets and of a saved view. Lists are joined by "or", members by "and".
struct ListBody {
  std::string text;  ///< words; each is the beginning of a word of the code, the nominee or the unit, without marks
  std::optional<std::string> code;
  std::optional<std::string> external_ref;
  std::vector<Phase> phases;
  std::vector<std::string> plans;
  std::vector<StageId> stages;
  std::vector<StageId> passed;       ///< stages that it has passed
  std::vector<OccasionId> occasions;
  std::vector<SubmissionId> submissions;
  std::vector<DecisionId> decisions;
  std::vector<FormCode> forms;
  std::vector<SubjectKind> subject_kinds;
  std::vector<OfficeId> units;
  std::optional<OfficeId> under;     ///< units under this office, and itself
  std::vector<OfficeId> offices;     ///< whose turn it is
  std::optional<PersonId> assignee;
  std::optional<bool> assigned;
  std::optional<Date> due_from;
  std::optional<Date> due_to;
  std::optional<bool> has_due;
  std::optional<bool> held;
  std::optional<bool> open;
  std::optional<ListOrder> order;
  std::optional<bool> total;         ///< also says how many there are
  std::optional<int> limit;
  std::optional<std::string> cursor;
  std::optional<Box> box;            ///< within this box of the caller's inbox
  std::optional<std::string> quota_key;  ///< what would take a place under this key
  std::vector<ListFacet> facets;     ///< of facets: which; neither these nor crossed ones means all
  std::vector<std::vector<ListFacet>> crossed;  ///< of facets: pairs
  VINHDANH_MEMBERS(text, code, external_ref, phases, plans, stages, passed, occasions, submissions, decisions, forms,
                   subject_kinds, units, under, offices, assignee, assigned, due_from, due_to, has_due, held, open, box,
                   quota_key, order, total, limit, cursor, facets, crossed)
};

inline constexpr std::size_t kMostInList = 50;   ///< values of one member of a filter
inline constexpr std::size_t kMostCrossed = 8;
inline constexpr std::size_t kMostWords = 16;
inline constexpr std::size_t kLongestText = 300;

/// Adds an error for what is too long, at `pointer` + the member.
void check_filter(const ListBody& body, const std::string& pointer, std::vector<ProblemError>& errors);
/// The body of a search, of its facets and durations.
Or<ListBody> read_list_body(const HttpRequest& request);
/// With the box, which is of the caller and of today, and the key, which is of the definitions.
ListFilter filter_of(const Deps& deps, const ListBody& body, const Actor& actor);
/// The same as query parameters, a value for each.
ListFilter read_list_filter(QueryReader& reader);
/// JSON of the members that say which dossiers and in which order, without those that say nothing.
Json filter_json(const ListBody& body);

/// The lines of entries, as lists and exports show them.
Json list_lines(const Deps& deps, const std::vector<ListEntry>& entries);

/// A page of lines, `total` where it was asked for, and the cursor of the next page, bound to caller, path and filter.
struct ListAsked {
  ListFilter filter;
  ListOrder order = ListOrder::opened;
  bool total = false;
};
/// `bound` has the path, and as its query what the cursor is bound to. `linked`: also the `next` link.
HttpResponse list_response(const Deps& deps, const HttpRequest& bound, const Actor& actor, const ListAsked& asked,
                           const PageRequest& page, bool linked);

}  // namespace vinhdanh
