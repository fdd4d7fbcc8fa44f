// The queries over `dossier_list`, put together from what is asked and from where its rows are taken.
#include "adapters/sqlite/list_query.hpp"

#include "adapters/list_keys.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh::detail {
namespace {

/// So many rows are read and sorted faster than an index is walked past those that are not asked for.
constexpr int kFew = 2000;

std::string index_of(ListOrder order) {
  const std::string number = number_of(order);
  return number.empty() ? number : " INDEXED BY dossier_list_" + number;
}

/// The way to the rows as far as the question alone says it: `found` stands for whatever the index of the search serves.
ListSource source_of(const ListScope& scope, const ListFilter& filter) {
  if (filter.code) return ListSource::code;
  if (filter.external_ref) return ListSource::external_ref;
  if (!filter.submissions.empty()) return ListSource::submission;
  if (!filter.decisions.empty()) return ListSource::decision;
  if (filter.offices.size() == 1) return ListSource::office;
  return search_of(Dialect::sqlite, scope, filter).empty() ? ListSource::everything : ListSource::found;
}

Answered answered_by(ListSource source) {
  return {.submission = source == ListSource::submission,
          .decision = source == ListSource::decision,
          .office = source == ListSource::office,
          .code = source == ListSource::code,
          .external_ref = source == ListSource::external_ref,
          .search = source == ListSource::found || source == ListSource::newest};
}

/// The entries that the index of the search finds, unless they are more than a few.
std::optional<std::string> few_found(Connection& reader, const std::string& search) {
  static const std::string some = "SELECT count(*), json_group_array(rowid) FROM (SELECT rowid FROM dossier_search(:search) LIMIT " +
                                  std::to_string(kFew + 1) + ")";
  auto [count, entries] = reader.row<std::tuple<int, std::string>>(some, search).value();
  if (count > kFew) return std::nullopt;
  return std::move(entries);
}

/// The number of an entry that is not beyond the cursor: none that is in order and beyond has a greater one.
std::string end_of(Asking& asking, const std::string& after) {
  return "coalesce((SELECT entry FROM dossier_list WHERE id >= " + asking.value(after) +
         " ORDER BY id LIMIT 1), 9223372036854775807)";
}

/// `FROM …` and the condition by which the source is entered.
void from(Asking& asking, const ListScope& scope, const ListFilter& filter, const ListRows& rows,
          const std::string& index) {
  switch (rows.source) {
    case ListSource::everything: asking.add(" FROM dossier_list e" + index); break;
    case ListSource::office:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_office");
      asking.in("e.office", filter.offices);
      break;
    case ListSource::newest:
      asking.add(" FROM dossier_search(" + asking.value(search_of(Dialect::sqlite, scope, filter)) +
                 ") s CROSS JOIN dossier_list e ON e.entry = s.rowid");
      asking.where("e.late = 0");
      break;
    case ListSource::late:
      asking.add(" FROM dossier_list e INDEXED BY dossier_list_late");
      asking.where("e.late = 1");
      break;
    case ListSource::found:
      asking.add(" FROM json_each(" + asking.value(rows.found) + ") s CROSS JOIN dossier_list e ON e.entry = s.value");
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

std::string first_of(Asking& asking, const ListRequest& request) {
  return " LIMIT CAST(" + asking.value(std::to_string(list_limit(request.limit) + 1)) + " AS INTEGER)";
}

}  // namespace

bool is_newest_search(Connection& reader, const ListRequest& request) {
  if (request.order != ListOrder::opened || source_of(request.scope, request.filter) != ListSource::found) return false;
  static const std::string late =
      "SELECT count(*) FROM (SELECT 1 FROM dossier_list WHERE late = 1 LIMIT " + std::to_string(kFew + 1) + ")";
  return reader.value<int>(late).value() <= kFew;
}

ListRows rows_for(Connection& reader, const ListScope& scope, const ListFilter& filter) {
  const ListSource source = source_of(scope, filter);
  if (source != ListSource::found) return {source, {}};
  auto found = few_found(reader, search_of(Dialect::sqlite, scope, filter));
  return found ? ListRows{ListSource::found, std::move(*found)} : ListRows{};
}

ListSql page_query(const ListRequest& request, const ListRows& rows) {
  const std::string columns = all_entry_columns(Dialect::sqlite);
  // Sorted are numbers of entries: their rows are long and most are left out.
  const bool sorted = rows.source == ListSource::found;
  const bool newest = rows.source == ListSource::newest;
  Asking asking(Dialect::sqlite, sorted ? "SELECT " + columns + " FROM (SELECT e.entry" : "SELECT " + columns);
  from(asking, request.scope, request.filter, rows, index_of(request.order));
  if (newest && !request.after.empty()) asking.where("s.rowid < " + end_of(asking, request.after));
  narrow(asking, request.scope, request.filter, answered_by(rows.source));
  beyond(asking, request);
  asking.add(newest ? " ORDER BY s.rowid DESC" : in_order(request.order));
  asking.add(first_of(asking, request));
  if (sorted) asking.add(") k CROSS JOIN dossier_list e ON e.entry = k.entry" + in_order(request.order));
  return std::move(asking).done();
}

std::optional<ListSql> searched_count(const ListScope& scope, const ListFilter& filter) {
  const std::string search = search_of(Dialect::sqlite, scope, filter);
  Asking rest(Dialect::sqlite, "");
  narrow(rest, scope, filter, {.search = true});
  if (search.empty() || rest.narrows()) return std::nullopt;
  return ListSql{"SELECT count(*) FROM dossier_search(:search)", {search}};
}

ListSql count_query(const ListScope& scope, const ListFilter& filter, const ListRows& rows) {
  Asking asking(Dialect::sqlite, "SELECT count(*)");
  from(asking, scope, filter, rows, " NOT INDEXED");
  narrow(asking, scope, filter, answered_by(rows.source));
  return std::move(asking).done();
}

ListSql distinct_query(const ListScope& scope, const ListFilter& filter, ListSource source) {
  const char* column = source == ListSource::submission ? "submission" : source == ListSource::decision ? "decision" : "id";
  Asking asking(Dialect::sqlite, std::string("SELECT DISTINCT e.") + column);
  from(asking, scope, filter, {source, {}}, "");
  narrow(asking, scope, filter, answered_by(source));
  return std::move(asking).done();
}

ListSql facet_query(const ListScope& scope, const ListFilter& filter, const ListRows& rows, const Counting& counting) {
  Asking asking(Dialect::sqlite, counting.head());
  from(asking, scope, filter, rows, " NOT INDEXED");
  narrow(asking, scope, filter, answered_by(rows.source));
  counting.tail(asking);
  return std::move(asking).done();
}

}  // namespace vinhdanh::detail
