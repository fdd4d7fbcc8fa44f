/// What a list's query asks of an entry: a text that grows by its clauses, and the question for the index of the search.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "adapters/sql/text.hpp"
#include "engine/ports/lists.hpp"

namespace vinhdanh::detail {

/// A text with the values of its parameters in the order in which they stand.
struct ListSql {
  std::string text;
  std::vector<std::string> values;
};

/// A query as it grows: clauses with their values in the order of their places.
class Asking {
 public:
  Asking(Dialect dialect, std::string start) : dialect_(dialect) { sql_.text = std::move(start); }

  [[nodiscard]] std::string value(std::string text) {
    sql_.values.push_back(std::move(text));
    return ":p" + std::to_string(sql_.values.size());
  }
  void add(const std::string& text) { sql_.text += text; }
  void where(const std::string& clause) {
    sql_.text += (first_ ? " WHERE " : " AND ") + clause;
    first_ = false;
  }
  void in(const std::string& column, const std::vector<std::string>& values) {
    if (values.size() == 1) return where(column + " = " + value(values[0]));
    if (!values.empty()) where(column + " IN " + among(values));
  }
  [[nodiscard]] std::string among(const std::vector<std::string>& values);
  template <class Enum>
  void in_names(const std::string& column, const std::vector<Enum>& values) {
    std::vector<std::string> names;
    for (const Enum it : values) names.emplace_back(name_of(it));
    in(column, names);
  }
  /// The list in the column has it.
  [[nodiscard]] std::string has(const std::string& column, const std::string& item) {
    return holds(column, " " + item + " ");
  }
  /// The text in the column has it.
  [[nodiscard]] std::string holds(const std::string& column, const std::string& text) {
    return (dialect_ == Dialect::sqlite ? "instr(" : "strpos(") + column + ", " + value(text) + ") > 0";
  }
  /// The column, which no index may be chosen for: SQLite would take another than the one that was chosen for it.
  [[nodiscard]] std::string apart(const std::string& column) const {
    return dialect_ == Dialect::sqlite ? "+" + column : column;
  }
  [[nodiscard]] Dialect dialect() const { return dialect_; }
  [[nodiscard]] bool narrows() const { return !first_; }
  ListSql done() && { return std::move(sql_); }

 private:
  Dialect dialect_;
  ListSql sql_;
  bool first_ = true;
};

/// What the index of the search is asked for, as FTS5 or as a tsquery takes it; empty when it knows nothing of this question.
std::string search_of(Dialect dialect, const ListScope& scope, const ListFilter& filter);

/// The conditions that the way to the rows has answered already.
struct Answered {
  bool submission = false;
  bool decision = false;
  bool office = false;  ///< by an index that goes on with the due date
  bool code = false;
  bool external_ref = false;
  bool search = false;  ///< all of `search_of`
};
/// All the others.
void narrow(Asking& asking, const ListScope& scope, const ListFilter& filter, const Answered& answered);

/// The passes of entry `e`. On PostgreSQL a schema that lacks the column is served as well: then the name is that of the text
/// that stands around.
std::string passes_of(Dialect dialect);
/// `sql::entry_columns` with them.
std::string all_entry_columns(Dialect dialect);

/// What a facet counts of an entry, as an expression; `today` parts the due buckets.
std::string facet_expression(Facet facet, Date today);
/// What precedes `FROM`, what follows it and the conditions: the counts of one facet, of two crossed, or of passes.
struct Counting {
  std::vector<std::string> by;  ///< expressions, none of them null in what is counted
  [[nodiscard]] std::string head() const;
  void tail(Asking& asking) const;
};
Counting counting(std::span<const Facet> facets, Date today);
Counting counting_passes(Dialect dialect);

/// What a page is sorted by before the id; empty for the id alone.
std::string number_of(ListOrder order);
/// ` ORDER BY …`
std::string in_order(ListOrder order);
/// What comes after the cursor.
void beyond(Asking& asking, const ListRequest& request);

/// Nobody is in it: there is nothing to ask.
bool is_empty(const ListScope& scope);

/// A list as it is stored: each between spaces, so that one can be looked for with both.
std::string spaced(const std::vector<std::string>& list);
/// Words as they are stored: so that each is found with the space before it.
std::string between_spaces(const std::string& words);

}  // namespace vinhdanh::detail
