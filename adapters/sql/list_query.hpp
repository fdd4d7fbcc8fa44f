/// The queries over `dossier_list`, put together from what is asked and from where its rows are taken.
#pragma once

#include <string>
#include <vector>

#include "engine/ports/lists.hpp"

namespace vinhdanh::detail {

class Connection;

/// From where the rows of an answer are taken. SQLite knows nothing of how many rows a condition leaves, so we say it.
enum class ListSource {
  everything,   ///< the whole table, for a page in the order of its index
  office,       ///< whose turn it is, in the order of their due dates
  found,        ///< words and marks in the index of the search
  code,
  external_ref,
  submission,
  decision,
};

/// A text with the values of its parameters in the order in which they stand.
struct ListSql {
  std::string text;
  std::vector<std::string> values;
};

/// Looks at most at some thousand rows of an index to find out.
ListSource source_for(Connection& reader, const ListScope& scope, const ListFilter& filter);

/// Rows as `sql::entry_columns`, one more than the page holds if there are more.
ListSql page_query(const ListRequest& request, ListSource source);
/// One row with the number.
ListSql count_query(const ListScope& scope, const ListFilter& filter, ListSource source);
/// Rows (value, count).
ListSql facet_query(const ListScope& scope, const ListFilter& filter, ListSource source, Facet facet);

/// Nobody is in it: there is nothing to ask.
bool is_empty(const ListScope& scope);

/// A list as it is stored: each between spaces, so that one can be looked for with both.
std::string spaced(const std::vector<std::string>& list);

}  // namespace vinhdanh::detail
