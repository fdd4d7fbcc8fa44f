// What a list's query asks of an entry, clause by clause.
#include "adapters/sql/list_where.hpp"

#include <algorithm>

#include "adapters/list_keys.hpp"
#include "adapters/sql/statements_lists.hpp"
#include "engine/codec/json.hpp"
#include "engine/model/due_bucket.hpp"

namespace vinhdanh::detail {
namespace {

bool is_token_byte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The index of the search holds words of letters and digits only; others are looked for in the row.
bool is_token(const std::string& word) { return !word.empty() && std::ranges::all_of(word, is_token_byte); }

/// A token between quotes, which stand twice inside.
std::string quoted(const std::string& text, char quote) {
  std::string all(1, quote);
  for (const char c : text) all += c == quote || (c == '\\' && quote == '\'') ? std::string(2, c) : std::string(1, c);
  return all + quote;
}

bool is_scope_of_marks(const ListScope& scope) { return scope.units && scope.units->empty(); }

void in_scope(Asking& asking, const ListScope& scope) {
  if (!scope.units) return;
  std::string any;
  const auto alternative = [&](const std::string& clause) { any += (any.empty() ? "" : " OR ") + clause; };
  if (!scope.units->empty()) alternative("e.unit IN " + asking.among(*scope.units));
  for (const auto& mark : scope.marks) alternative(asking.has("e.marks", mark));
  asking.where("(" + any + ")");
}

void passed(Asking& asking, const std::vector<StageId>& stages) {
  std::string any;
  for (const auto& stage : stages) any += (any.empty() ? "" : " OR ") + asking.holds(passes_of(asking.dialect()), " " + stage + "=");
  if (!any.empty()) asking.where("(" + any + ")");
}

void in_place(Asking& asking, const ListFilter& filter, const Answered& answered) {
  if (!answered.submission) asking.in(asking.apart("e.submission"), filter.submissions);
  if (!answered.decision) asking.in(asking.apart("e.decision"), filter.decisions);
  if (!answered.office) asking.in(asking.apart("e.office"), filter.offices);
  if (!answered.code && filter.code) asking.where(asking.apart("e.code") + " = " + asking.value(*filter.code));
  if (!answered.external_ref && filter.external_ref)
    asking.where(asking.apart("e.external_ref") + " = " + asking.value(*filter.external_ref));
  asking.in_names("e.phase", filter.phases);
  asking.in("e.plan", filter.plans);
  asking.in("e.stage", filter.stages);
  passed(asking, filter.passed);
  asking.in("e.id", filter.dossiers);
  asking.in("e.occasion", filter.occasions);
  asking.in("e.form", filter.forms);
  asking.in_names("e.subject_kind", filter.subject_kinds);
  asking.in("e.unit", filter.units);
  if (!filter.not_offices.empty())
    asking.where("(e.office IS NULL OR e.office NOT IN " + asking.among(filter.not_offices) + ")");
}

void in_hand(Asking& asking, const ListFilter& filter) {
  if (filter.role) asking.where(asking.has("e.roles", *filter.role));
  if (filter.assignee) asking.where("e.assignee = " + asking.value(*filter.assignee));
  if (filter.assigned) asking.where(*filter.assigned ? "e.assignee IS NOT NULL" : "e.assignee IS NULL");
  if (filter.free_for) asking.where("(e.reserved = 0 OR e.assignee = " + asking.value(*filter.free_for) + ")");
}

std::string final_phases() {
  std::string names;
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    if (!is_final(static_cast<Phase>(i))) continue;
    names += (names.empty() ? "'" : ", '") + std::string(Names<Phase>::all[i]) + "'";
  }
  return "(" + names + ")";
}

void in_time(Asking& asking, const ListFilter& filter, const Answered& answered) {
  const std::string due = answered.office ? "e.due" : asking.apart("e.due");
  const auto day = [&](std::int64_t number) { return "CAST(" + asking.value(std::to_string(number)) + " AS INTEGER)"; };
  if (filter.due_from) asking.where(due + " >= " + day(filter.due_from->days()));
  if (filter.due_to) asking.where(due + " <= " + day(filter.due_to->days()));
  const bool dated = filter.has_due.value_or(false) || filter.due_from || filter.due_to;
  if (dated) asking.where(due + " < " + day(kNeverDue));
  if (filter.has_due == false) asking.where(due + " = " + day(kNeverDue));
  if (filter.held) asking.where(*filter.held ? "e.held = 1" : "e.held = 0");
  if (filter.open) asking.where(std::string("e.phase ") + (*filter.open ? "NOT IN " : "IN ") + final_phases());
}

}  // namespace

std::string Asking::among(const std::vector<std::string>& values) {
  return sql::listed(dialect_, value(nlohmann::json(values).dump()));
}

namespace {

/// `marks : ("a" OR "b")`, `words : "nguy" *`
struct FullTextSyntax {
  static std::string mark(const std::string& text) { return "marks : " + quoted(text, '"'); }
  static std::string word(const std::string& text) { return "words : " + quoted(text, '"') + " *"; }
  static constexpr const char* either = " OR ";
  static constexpr const char* both = " AND ";
};
/// `'ma' | 'mb'`, `'wnguy':*`: what a token is stands before it (postgres/migrations/0001_tables.sql).
struct TsquerySyntax {
  static std::string mark(const std::string& text) { return quoted("m" + text, '\''); }
  static std::string word(const std::string& text) { return quoted("w" + text, '\'') + ":*"; }
  static constexpr const char* either = " | ";
  static constexpr const char* both = " & ";
};

template <class Syntax>
std::string search_in(const ListScope& scope, const ListFilter& filter) {
  std::vector<std::string> parts;
  if (is_scope_of_marks(scope)) {
    std::string any;
    for (const auto& mark : scope.marks) any += (any.empty() ? "" : Syntax::either) + Syntax::mark(mark);
    parts.push_back(any);
  }
  for (const auto& mark : filter.marks) parts.push_back(Syntax::mark(mark));
  for (const auto& word : filter.words) {
    if (is_token(word)) parts.push_back(Syntax::word(word));
  }
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : Syntax::both) + ("(" + part + ")");
  return all;
}

}  // namespace

std::string search_of(Dialect dialect, const ListScope& scope, const ListFilter& filter) {
  return dialect == Dialect::sqlite ? search_in<FullTextSyntax>(scope, filter) : search_in<TsquerySyntax>(scope, filter);
}

void narrow(Asking& asking, const ListScope& scope, const ListFilter& filter, const Answered& answered) {
  in_place(asking, filter, answered);
  in_hand(asking, filter);
  in_time(asking, filter, answered);
  for (const auto& word : filter.words) {
    if (!answered.search || !is_token(word)) asking.where(asking.holds("e.words", " " + word));
  }
  if (!answered.search) {
    for (const auto& mark : filter.marks) asking.where(asking.has("e.marks", mark));
  }
  if (!answered.search || !is_scope_of_marks(scope)) in_scope(asking, scope);
}

std::string passes_of(Dialect dialect) {
  if (dialect == Dialect::sqlite) return "e.passes";
  return "(SELECT (SELECT passes FROM (SELECT e.*) AS own) FROM (SELECT CAST('' AS text) AS passes) AS lacking)";
}

std::string all_entry_columns(Dialect dialect) { return std::string(sql::entry_columns) + ", " + passes_of(dialect); }

std::string facet_expression(Facet facet, Date today) {
  if (facet != Facet::due_bucket) return "e." + std::string(name_of(facet));
  const auto named = [](DueBucket bucket) { return "'" + std::string(name_of(bucket)) + "'"; };
  std::string text = "CASE WHEN e.due = " + std::to_string(kNeverDue) + " THEN " + named(DueBucket::no_due);
  for (const auto bucket : {DueBucket::overdue, DueBucket::due_today, DueBucket::due_this_week})
    text += " WHEN e.due <= " + std::to_string(due_range(bucket, today).to->days()) + " THEN " + named(bucket);
  return text + " ELSE " + named(DueBucket::due_later) + " END";
}

std::string Counting::head() const {
  std::string text = "SELECT ";
  for (const auto& expression : by) text += expression + ", ";
  return text + "count(*)";
}

void Counting::tail(Asking& asking) const {
  for (const auto& expression : by) asking.where(expression + " IS NOT NULL");
  std::string values;
  for (std::size_t i = 1; i <= by.size(); ++i) values += (i == 1 ? "" : ", ") + std::to_string(i);
  asking.add(" GROUP BY " + values + " ORDER BY " + values);
}

Counting counting(std::span<const Facet> facets, Date today) {
  Counting all;
  for (const auto facet : facets) all.by.push_back(facet_expression(facet, today));
  return all;
}

Counting counting_passes(Dialect dialect) { return {{"e.plan", "nullif(" + passes_of(dialect) + ", '')"}}; }

std::string number_of(ListOrder order) {
  if (order == ListOrder::due) return "due";
  return order == ListOrder::changed ? "changed" : "";
}

std::string in_order(ListOrder order) {
  const std::string number = number_of(order);
  const std::string way = is_ascending(order) ? "" : " DESC";
  return " ORDER BY " + (number.empty() ? "" : "e." + number + way + ", ") + "e.id" + way;
}

void beyond(Asking& asking, const ListRequest& request) {
  if (request.after.empty()) return;
  const ListKey key = key_of(request.after, request.order);
  const std::string number = number_of(request.order);
  const char* further = is_ascending(request.order) ? " > " : " < ";
  if (number.empty()) return asking.where(std::string("e.id") + further + asking.value(key.id));
  const auto bound = "CAST(" + asking.value(std::to_string(key.number)) + " AS bigint)";
  asking.where("(e." + number + ", e.id)" + further + "(" + bound + ", " + asking.value(key.id) + ")");
}

bool is_empty(const ListScope& scope) { return is_scope_of_marks(scope) && scope.marks.empty(); }

std::string spaced(const std::vector<std::string>& list) {
  std::string all = " ";
  for (const auto& item : list) all += item + " ";
  return all;
}

std::string between_spaces(const std::string& words) { return words.empty() ? " " : " " + words + " "; }

}  // namespace vinhdanh::detail
