// Compares the columns that queries go by with the bodies they were taken from. Generated columns could not differ, but JSON
// functions may not stand in a schema that is not trusted.
#include <utility>

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_lists.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;

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

/// The value in the body as the column has it; days are counted from 1970-01-01, and what is not pending does not say so.
std::string in_body(const std::string& column, const std::string& place) {
  const std::string value = "json_extract(body, '" + place + "')";
  if (column == "pending") return "coalesce(" + value + ", 0)";
  return column.ends_with("_day") ? "CAST(julianday(" + value + ") - 2440587.5 AS INTEGER)" : value;
}

std::string query_of(const IndexedTable& table, bool one) {
  std::string names;
  for (const auto& [column, place] : table.columns) {
    if (!names.empty()) names += " || ";
    names += "iif(" + column + " IS NOT " + in_body(column, place) + ", ' " + column + "', '')";
  }
  // An appointment is written down on its office's stream.
  const std::string stream = table.kind == StreamKind::organisation ? "json_extract(body, '$.office')" : table.id;
  return "SELECT stream, substr(names, 2) FROM (SELECT " + stream + " AS stream, " + names + " AS names FROM " +
         table.name + (one ? " WHERE " + table.id + " = :id" : "") + ") WHERE names <> ''";
}

/// What a list entry takes over from its dossier as it is; the rest is computed, and differs from day to day.
std::string list_query(bool one) {
  static const std::vector<std::pair<std::string, std::string>> columns = {
      {"version", "$.version"}, {"code", "$.code"}, {"submission", "$.submission"}, {"occasion", "$.occasion"},
      {"decision", "$.decision"}, {"plan", "$.plan.id"}, {"unit", "$.unit"}, {"territory", "$.territory"},
      {"form", "$.form"}, {"subject_kind", "$.subject_kind"}, {"category", "$.category"},
      {"external_ref", "$.external_ref"}, {"phase", "$.phase"}, {"stage", "$.stage"}, {"assignee", "$.assignee"}};
  std::string names = "iif(e.held IS NOT (json_extract(d.body, '$.hold') IS NOT NULL), ' list.held', '')";
  for (const auto& [column, place] : columns)
    names += " || iif(e." + column + " IS NOT json_extract(d.body, '" + place + "'), ' list." + column + "', '')";
  return "SELECT id, substr(names, 2) FROM (SELECT d.id AS id, iif(e.id IS NULL, ' list', " + names +
         ") AS names FROM dossier d LEFT JOIN dossier_list e ON e.id = d.id" + (one ? " WHERE d.id = :id" : "") +
         ") WHERE names <> ''";
}

}  // namespace

std::vector<Store::IndexFault> SqlStore::index_faults(const std::optional<StreamRef>& only) const {
  using Row = std::tuple<std::string, std::string>;
  return inner_->read([&](Connection& reader) {
    std::vector<IndexFault> found;
    for (const IndexedTable& table : indexed_tables()) {
      if (only && only->kind != table.kind) continue;
      const std::string text = query_of(table, only.has_value());
      const auto rows = only ? reader.rows<Row>(text, only->id) : reader.rows<Row>(text);
      for (const auto& [id, columns] : rows) found.push_back({std::string(name_of(table.kind)) + "/" + id, columns});
    }
    const bool about_dossiers = !only || only->kind == StreamKind::dossier;
    // Before the program first made the lists there are none.
    const bool listed = reader.value<std::string>(sql::meta, std::string(sql::lists_computed_for)).has_value();
    if (!about_dossiers || !listed) return found;
    const std::string text = list_query(only.has_value());
    const auto rows = only ? reader.rows<Row>(text, only->id) : reader.rows<Row>(text);
    for (const auto& [id, columns] : rows) found.push_back({"dossier/" + id, columns});
    return found;
  });
}

}  // namespace vinhdanh
