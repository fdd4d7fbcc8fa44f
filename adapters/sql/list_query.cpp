// The queries over `dossier_list`, put together from what is asked and from where its rows are taken.
#include "adapters/sql/list_query.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/list_keys.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh::detail {
namespace {

/// So many rows are read and sorted faster than an index is walked past those that are not asked for.
constexpr int kFew = 2000;

bool is_token_byte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The index of the search holds words of letters and digits only; others are looked for in the row.
bool is_token(const std::string& word) { return !word.empty() && std::ranges::all_of(word, is_token_byte); }

std::string quoted(const std::string& text) {
  std::string all = "\"";
  for (const char c : text) all += c == '"' ? std::string("\"\"") : std::string(1, c);
  return all + "\"";
}

bool is_scope_of_marks(const ListScope& scope) { return scope.units && scope.units->empty(); }

/// What the index of the search is asked for; empty when it knows nothing of this question.
std::string search_of(const ListScope& scope, const ListFilter& filter) {
  std::vector<std::string> parts;
  if (is_scope_of_marks(scope)) {
    std::string any;
    for (const auto& mark : scope.marks) any += (any.empty() ? "" : " OR ") + quoted(mark);
    parts.push_back("marks : (" + any + ")");
  }
  for (const auto& mark : filter.marks) parts.push_back("marks : " + quoted(mark));
  for (const auto& word : filter.words) {
    if (is_token(word)) parts.push_back("words : " + quoted(word) + " *");
  }
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : " AND ") + ("(" + part + ")");
  return all;
}

/// What a page is sorted by before the id.
std::string number_of(ListOrder order) {
  if (order == ListOrder::due) return "due";
  return order == ListOrder::changed ? "changed" : "";
}

std::string index_of(ListOrder order) {
  const std::string number = number_of(order);
  return number.empty() ? number : " INDEXED BY dossier_list_" + number;
}

/// A query as it grows: clauses with their values in the order of their places.
class Asking {
 public:
  explicit Asking(std::string start) { sql_.text = std::move(start); }

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
  [[nodiscard]] std::string among(const std::vector<std::string>& values) {
    return "(SELECT value FROM json_each(" + value(nlohmann::json(values).dump()) + "))";
  }
  template <class Enum>
  void in_names(const std::string& column, const std::vector<Enum>& values) {
    std::vector<std::string> names;
    for (const Enum it : values) names.emplace_back(name_of(it));
    in(column, names);
  }
  /// The list in the column has it.
  [[nodiscard]] std::string has(const std::string& column, const std::string& item) {
    return "instr(" + column + ", " + value(" " + item + " ") + ") > 0";
  }
  [[nodiscard]] bool narrows() const { return !first_; }
  ListSql done() && { return std::move(sql_); }

 private:
  ListSql sql_;
  bool first_ = true;
};

void in_scope(Asking& asking, const ListScope& scope) {
  if (!scope.units) return;
  std::string any;
  const auto alternative = [&](const std::string& clause) { any += (any.empty() ? "" : " OR ") + clause; };
  if (!scope.units->empty())
    alternative("e.unit IN " + asking.among(*scope.units));
  for (const auto& mark : scope.marks) alternative(asking.has("e.marks", mark));
  asking.where("(" + any + ")");
}

void in_place(Asking& asking, const ListFilter& filter, ListSource source) {
  // A plus keeps SQLite from taking another index than the one that was chosen.
  if (source != ListSource::submission) asking.in("+e.submission", filter.submissions);
  if (source != ListSource::decision) asking.in("+e.decision", filter.decisions);
  if (source != ListSource::office) asking.in("+e.office", filter.offices);
  if (source != ListSource::code && filter.code) asking.where("+e.code = " + asking.value(*filter.code));
  if (source != ListSource::external_ref && filter.external_ref)
    asking.where("+e.external_ref = " + asking.value(*filter.external_ref));
  asking.in_names("e.phase", filter.phases);
  asking.in("e.plan", filter.plans);
  asking.in("e.stage", filter.stages);
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
  if (filter.free_for)
    asking.where("(e.assignee IS NULL OR e.assignee = " + asking.value(*filter.free_for) + " OR e.phase = 'proposed')");
}

std::string final_phases() {
  std::string names;
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    if (!is_final(static_cast<Phase>(i))) continue;
    names += (names.empty() ? "'" : ", '") + std::string(Names<Phase>::all[i]) + "'";
  }
  return "(" + names + ")";
}

void in_time(Asking& asking, const ListFilter& filter, ListSource source) {
  const std::string due = source == ListSource::office ? "e.due" : "+e.due";
  const auto day = [&](std::int64_t number) { return "CAST(" + asking.value(std::to_string(number)) + " AS INTEGER)"; };
  if (filter.due_from) asking.where(due + " >= " + day(filter.due_from->days()));
  if (filter.due_to) asking.where(due + " <= " + day(filter.due_to->days()));
  const bool dated = filter.has_due.value_or(false) || filter.due_from || filter.due_to;
  if (dated) asking.where(due + " < " + day(kNeverDue));
  if (filter.has_due == false) asking.where(due + " = " + day(kNeverDue));
  if (filter.held) asking.where(*filter.held ? "e.held = 1" : "e.held = 0");
  if (filter.open) asking.where(std::string("e.phase ") + (*filter.open ? "NOT IN " : "IN ") + final_phases());
}

/// Everything that the source does not see to.
void narrow(Asking& asking, const ListScope& scope, const ListFilter& filter, ListSource source) {
  in_place(asking, filter, source);
  in_hand(asking, filter);
  in_time(asking, filter, source);
  const bool searched = source == ListSource::found;
  for (const auto& word : filter.words) {
    if (!searched || !is_token(word)) asking.where("instr(e.words, " + asking.value(" " + word) + ") > 0");
  }
  if (!searched) {
    for (const auto& mark : filter.marks) asking.where(asking.has("e.marks", mark));
  }
  if (!searched || !is_scope_of_marks(scope)) in_scope(asking, scope);
}

/// `FROM …` and the condition by which the source is entered.
void from(Asking& asking, const ListScope& scope, const ListFilter& filter, ListSource source,
          const std::string& index) {
  switch (source) {
    case ListSource::everything: asking.add(" FROM dossier_list e" + index); break;
    case ListSource::office:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_office");
      asking.in("e.office", filter.offices);
      break;
    case ListSource::found:
      asking.add(" FROM dossier_search(" + asking.value(search_of(scope, filter)) +
                 ") s CROSS JOIN dossier_list e ON e.entry = s.rowid");
      break;
    case ListSource::code:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_code");
      asking.where("e.code = " + asking.value(*filter.code));
      break;
    case ListSource::external_ref:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_external_ref");
      asking.where("e.external_ref = " + asking.value(*filter.external_ref));
      break;
    case ListSource::submission:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_submission");
      asking.in("e.submission", filter.submissions);
      break;
    case ListSource::decision:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_decision");
      asking.in("e.decision", filter.decisions);
      break;
  }
}

void in_order(Asking& asking, const ListRequest& request) {
  const std::string name = number_of(request.order);
  const std::string number = name.empty() ? name : "e." + name;
  if (!request.after.empty()) {
    const ListKey key = key_of(request.after, request.order);
    const char* beyond = is_ascending(request.order) ? " > " : " < ";
    if (number.empty()) {
      asking.where(std::string("e.id") + beyond + asking.value(key.id));
    } else {
      const auto bound = "CAST(" + asking.value(std::to_string(key.number)) + " AS INTEGER)";
      asking.where("(" + number + ", e.id)" + beyond + "(" + bound + ", " + asking.value(key.id) + ")");
    }
  }
  const std::string way = is_ascending(request.order) ? "" : " DESC";
  asking.add(" ORDER BY " + (number.empty() ? "" : number + way + ", ") + "e.id" + way);
  asking.add(" LIMIT CAST(" + asking.value(std::to_string(list_limit(request.limit) + 1)) + " AS INTEGER)");
}

/// The index of the search answers alone when nothing else is asked.
bool is_all_searched(const ListScope& scope, const ListFilter& filter) {
  Asking rest("");
  narrow(rest, scope, filter, ListSource::found);
  return !rest.narrows();
}

}  // namespace

bool is_empty(const ListScope& scope) { return is_scope_of_marks(scope) && scope.marks.empty(); }

std::string spaced(const std::vector<std::string>& list) {
  std::string all = " ";
  for (const auto& item : list) all += item + " ";
  return all;
}

ListSource source_for(Connection& reader, const ListScope& scope, const ListFilter& filter) {
  if (filter.code) return ListSource::code;
  if (filter.external_ref) return ListSource::external_ref;
  if (!filter.submissions.empty()) return ListSource::submission;
  if (!filter.decisions.empty()) return ListSource::decision;
  if (filter.offices.size() == 1) return ListSource::office;
  const std::string search = search_of(scope, filter);
  if (search.empty()) return ListSource::everything;
  static const std::string some =
      "SELECT count(*) FROM (SELECT 1 FROM dossier_search(:search) LIMIT " + std::to_string(kFew + 1) + ")";
  return reader.value<int>(some, search).value_or(0) <= kFew ? ListSource::found : ListSource::everything;
}

ListSql page_query(const ListRequest& request, ListSource source) {
  Asking asking("SELECT " + std::string(sql::entry_columns));
  from(asking, request.scope, request.filter, source, index_of(request.order));
  narrow(asking, request.scope, request.filter, source);
  in_order(asking, request);
  return std::move(asking).done();
}

ListSql count_query(const ListScope& scope, const ListFilter& filter, ListSource source) {
  const std::string search = search_of(scope, filter);
  if (!search.empty() && is_all_searched(scope, filter))
    return {"SELECT count(*) FROM dossier_search(:search)", {search}};
  Asking asking("SELECT count(*)");
  from(asking, scope, filter, source, " NOT INDEXED");
  narrow(asking, scope, filter, source);
  return std::move(asking).done();
}

ListSql facet_query(const ListScope& scope, const ListFilter& filter, ListSource source, Facet facet) {
  const std::string column = "e." + std::string(name_of(facet));
  Asking asking("SELECT " + column + ", count(*)");
  from(asking, scope, filter, source, " NOT INDEXED");
  narrow(asking, scope, filter, source);
  asking.where(column + " IS NOT NULL");
  asking.add(" GROUP BY " + column);
  return std::move(asking).done();
}

}  // namespace vinhdanh::detail
