/// The queries over `dossier_list`, put together from what is asked and from where its rows are taken.
#pragma once

#include <string>

#include "adapters/sql/list_where.hpp"

namespace vinhdanh::detail {

class Connection;

/// From where the rows of an answer are taken. SQLite knows nothing of how many rows a condition leaves, so we say it.
enum class ListSource {
  everything,   ///< the whole table, for a page in the order of its index
  office,       ///< whose turn it is, in the order of their due dates
  newest,       ///< the index of the search, from its last entry: the order of ids but for the late ones
  late,         ///< entries that came after one with a greater id
  found,        ///< the entries that the index of the search named
  code,
  external_ref,
  submission,
  decision,
};

/// `found`: a JSON array of numbers of entries, of the source `found` only.
struct ListRows {
  ListSource source = ListSource::everything;
  std::string found;
};

/// The index of the search gives them, newest first: a page is what `newest` and `late` give, merged. Not while many came late.
bool is_newest_search(Connection& reader, const ListRequest& request);
/// For everything else. Asks the index of the search for at most some thousand rows.
ListRows rows_for(Connection& reader, const ListScope& scope, const ListFilter& filter);

/// Rows as `sql::entry_columns`, one more than the page holds if there are more.
ListSql page_query(const ListRequest& request, const ListRows& rows);
/// One row with the number.
ListSql count_query(const ListScope& scope, const ListFilter& filter, const ListRows& rows);
/// The same where the index of the search can tell without a row being read.
std::optional<ListSql> searched_count(const ListScope& scope, const ListFilter& filter);
/// Rows (value): the submissions, or the decisions, of the entries. The source says which.
ListSql distinct_query(const ListScope& scope, const ListFilter& filter, ListSource source);
/// Rows (value, count).
ListSql facet_query(const ListScope& scope, const ListFilter& filter, const ListRows& rows,
                      const Counting& counting);

}  // namespace vinhdanh::detail
