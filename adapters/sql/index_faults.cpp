// Compares the columns that queries go by with the bodies they were taken from. Generated columns could not differ, but JSON
// functions may not stand in a schema that is not trusted.
#include <algorithm>
#include <utility>

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using detail::Dialect;

struct IndexedTable {
  StreamKind kind;
  std::string name;
  std::string id;
  std::vector<std::pair<std::string, std::string>> columns;  ///< with their place in the body
};

/// A submission's and a decision's version counts more than its own events: there the column is right.
const std::vector<IndexedTable>& indexed_tables() {
  static const std::vector<IndexedTable> tables = {
      {StreamKind::dossier, "dossier", "id",
       {{"id", "$.id"}, {"version", "$.version"}, {"code", "$.code"}, {"submission", "$.submission"},
        {"occasion", "$.occasion"}, {"plan", "$.plan.id"}, {"unit", "$.unit"}, {"territory", "$.territory"},
        {"form", "$.form"}, {"phase", "$.phase"}, {"stage", "$.stage"}, {"external_ref", "$.external_ref"},
        {"decision", "$.decision"}, {"nominee_person", "$.nominee_person"}, {"nominee_office", "$.nominee_office"}}},
      {StreamKind::submission, "submission", "id",
       {{"id", "$.id"}, {"occasion", "$.occasion"}, {"unit", "$.unit"}, {"external_ref", "$.external_ref"}}},
      {StreamKind::occasion, "occasion", "id",
       {{"id", "$.id"}, {"version", "$.version"}, {"plan", "$.plan.id"}, {"territory", "$.territory"},
        {"open", "$.open"}, {"external_ref", "$.external_ref"}}},
      {StreamKind::decision, "decision", "id",
       {{"id", "$.id"}, {"authority", "$.authority"}, {"occasion", "$.occasion"}, {"state", "$.state"},
        {"external_ref", "$.external_ref"}}},
      {StreamKind::account, "account", "person",
       {{"person", "$.person"}, {"version", "$.version"}, {"login", "$.login"}, {"disabled", "$.disabled"}}},
      {StreamKind::organisation, "appointment", "id",
       {{"id", "$.id"}, {"version", "$.version"}, {"person", "$.person"}, {"first_day", "$.from"}, {"last_day", "$.to"},
        {"pending", "$.pending"}}},
      {StreamKind::duty, "duty", "id",
       {{"id", "$.id"}, {"version", "$.version"}, {"plan", "$.plan.id"}, {"duty", "$.duty"}, {"unit", "$.unit"},
        {"due_day", "$.due"}, {"state", "$.state"}}},
  };
  return tables;
}

/// How a database says what the queries need; no function over JSON is common to both.
struct Words {
  Dialect dialect;

  /// A table with its bodies, which PostgreSQL would read anew for each value: so they are read once, as a column of their own.
  [[nodiscard]] std::string with_bodies(const std::string& table, const std::string& condition) const {
    const std::string which = condition.empty() ? "" : " WHERE " + condition;
    if (dialect == Dialect::sqlite) return "(SELECT * FROM " + table + which + ")";
    return "(SELECT *, CAST(body AS jsonb) AS parsed FROM " + table + which + " OFFSET 0)";
  }
  /// Something in a body, as a text or as SQLite types it.
  [[nodiscard]] std::string value(const std::string& place) const {
    if (dialect == Dialect::sqlite) return "json_extract(t.body, '" + place + "')";
    std::string path = place.substr(2);
    std::ranges::replace(path, '.', ',');
    return "t.parsed #>> '{" + path + "}'";
  }
  /// True and false as the columns have them.
  [[nodiscard]] std::string flag(const std::string& place) const {
    if (dialect == Dialect::sqlite) return "coalesce(" + value(place) + ", 0)";
    return "CASE WHEN " + value(place) + " = 'true' THEN '1' ELSE '0' END";
  }
  /// Days from 1970-01-01.
  [[nodiscard]] std::string day(const std::string& place) const {
    const std::string date = value(place);
    if (dialect == Dialect::sqlite) return "CAST(julianday(" + date + ") - 2440587.5 AS INTEGER)";
    return "CAST(CAST(" + date + " AS date) - DATE '1970-01-01' AS text)";
  }
  /// The name where the column and the value are not the same, both perhaps null.
  [[nodiscard]] std::string unless_same(const std::string& column, const std::string& value, const std::string& name) const {
    const std::string differs = dialect == Dialect::sqlite ? column + " IS NOT " + value
                                                           : "CAST(" + column + " AS text) IS DISTINCT FROM " + value;
    return "CASE WHEN " + differs + " THEN ' " + name + "' ELSE '' END";
  }
};

/// The value in the body as the column has it; what is not pending does not say so.
std::string in_body(const Words& words, const std::string& column, const std::string& place) {
  if (column == "pending" || column == "open" || column == "disabled") return words.flag(place);
  return column.ends_with("_day") ? words.day(place) : words.value(place);
}

std::string query_of(const Words& words, const IndexedTable& table, bool one) {
  std::string names;
  for (const auto& [column, place] : table.columns) {
    if (!names.empty()) names += " || ";
    names += words.unless_same("t." + column, in_body(words, column, place), column);
  }
  // An appointment is written down on its office's stream.
  const std::string stream = table.kind == StreamKind::organisation ? words.value("$.office") : "t." + table.id;
  return "SELECT stream, substr(names, 2) FROM (SELECT " + stream + " AS stream, " + names + " AS names FROM " +
         words.with_bodies(table.name, one ? table.id + " = :id" : "") + " AS t) AS found WHERE names <> ''";
}

/// What a list entry takes over from its dossier as it is; the rest is computed, and differs from day to day.
std::string list_query(const Words& words, bool one) {
  static const std::vector<std::pair<std::string, std::string>> columns = {
      {"version", "$.version"}, {"code", "$.code"}, {"submission", "$.submission"}, {"occasion", "$.occasion"},
      {"decision", "$.decision"}, {"plan", "$.plan.id"}, {"unit", "$.unit"}, {"territory", "$.territory"},
      {"form", "$.form"}, {"subject_kind", "$.subject_kind"}, {"category", "$.category"},
      {"external_ref", "$.external_ref"}, {"phase", "$.phase"}, {"stage", "$.stage"}, {"assignee", "$.assignee"}};
  const std::string is_held = "CASE WHEN " + words.value("$.hold") + " IS NOT NULL THEN 1 ELSE 0 END";
  std::string names = "CASE WHEN e.held <> " + is_held + " THEN ' list.held' ELSE '' END";
  for (const auto& [column, place] : columns)
    names += " || " + words.unless_same("e." + column, words.value(place), "list." + column);
  return "SELECT id, substr(names, 2) FROM (SELECT t.id AS id, CASE WHEN e.id IS NULL THEN ' list' ELSE " + names +
         " END AS names FROM " + words.with_bodies("dossier", one ? "id = :id" : "") +
         " AS t LEFT JOIN dossier_list e ON e.id = t.id) AS found WHERE names <> ''";
}

}  // namespace

std::vector<Store::IndexFault> SqlStore::index_faults(const std::optional<StreamRef>& only) const {
  using Row = std::tuple<std::string, std::string>;
  return inner_->read([&](Connection& reader) {
    const Words words{reader.dialect()};
    std::vector<IndexFault> found;
    for (const IndexedTable& table : indexed_tables()) {
      if (only && only->kind != table.kind) continue;
      const std::string text = query_of(words, table, only.has_value());
      const auto rows = only ? reader.rows<Row>(text, only->id) : reader.rows<Row>(text);
      for (const auto& [id, columns] : rows) found.push_back({std::string(name_of(table.kind)) + "/" + id, columns});
    }
    const bool about_dossiers = !only || only->kind == StreamKind::dossier;
    // Before the program first made the lists there are none.
    const bool listed = reader.value<std::string>(sql::meta, std::string(sql::lists_computed_for)).has_value();
    if (!about_dossiers || !listed) return found;
    const std::string text = list_query(words, only.has_value());
    const auto rows = only ? reader.rows<Row>(text, only->id) : reader.rows<Row>(text);
    for (const auto& [id, columns] : rows) found.push_back({"dossier/" + id, columns});
    return found;
  });
}

}  // namespace vinhdanh
