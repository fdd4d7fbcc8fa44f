// From cells to a draft's content.
#include "api/jobs/import_rows.hpp"

#include <algorithm>

#include "api/desk/lists/fold_text.hpp"
#include "api/jobs/import_values.hpp"
#include "api/jobs/sheet_words.hpp"

namespace vinhdanh {
namespace {

using FieldKind = ImportField::Kind;

constexpr std::size_t longest_name = 500;
constexpr std::size_t longest_source = 1'000;

/// The value, or the fault noted.
template <class T>
std::optional<T> taken(const CellValue<T>& value, const ImportField& field, ImportRow& row) {
  if (const auto* fault = std::get_if<CellFault>(&value)) {
    row.problems.push_back(row_problem(fault->code, field.id, fault->detail));
    return std::nullopt;
  }
  return std::get<T>(value);
}

std::optional<std::string> short_text(const SheetCell& cell, const ImportField& field, std::size_t most, ImportRow& row) {
  auto text = taken(text_in(cell), field, row);
  if (text && text->size() > most) {
    row.problems.push_back(row_problem("too_long", field.id, std::to_string(most)));
    return std::nullopt;
  }
  return text;
}

void read_date(const ImportField& field, const SheetCell& cell, ImportRow& row) {
  const auto day = taken(date_in(cell), field, row);
  if (!day) return;
  (field.id == "achievement_from" ? row.content.achievement_from : row.content.achievement_to) = *day;
  row.shown[field.id] = day->text();
}

void read_figure(const ImportField& field, const SheetCell& cell, ImportRow& row) {
  const auto value = taken(number_in(cell), field, row);
  if (!value) return;
  if (field.kind == FieldKind::figure) row.content.figures.single[field.figure].value = *value;
  else row.content.figures.yearly[field.figure][field.year].value = *value;
}

/// A source stands for the figure, or for every year of it; figures come first, whatever the order of the columns.
void read_source(const ImportField& field, const SheetCell& cell, ImportRow& row) {
  const auto text = short_text(cell, field, longest_source, row);
  if (!text) return;
  auto& figures = row.content.figures;
  const bool yearly = field.kind == FieldKind::yearly_source;
  const bool stands = yearly ? figures.yearly.contains(field.figure) : figures.single.contains(field.figure);
  if (!stands) {
    row.problems.push_back(row_problem("figure_missing", field.id));
    return;
  }
  if (!yearly) figures.single[field.figure].source = *text;
  else for (auto& [year, figure] : figures.yearly[field.figure]) figure.source = *text;
}

bool is_source(const ImportField& field) { return field.kind == FieldKind::source || field.kind == FieldKind::yearly_source; }

}  // namespace

bool ImportRow::has(RowSeverity severity) const {
  return std::ranges::any_of(problems, [&](const RowProblem& it) { return it.severity == severity; });
}

RowProblem row_problem(const std::string& code, const std::string& field, const std::string& detail, RowSeverity severity) {
  const Sentence sentence = sheet_sentence(code, detail);
  return {code, field, sentence.vi, sentence.en, severity};
}

RowReader::RowReader(const Plan& plan, SubjectKind kind, const std::vector<ImportField>& fields,
                     const std::vector<ImportColumn>& columns)
    : categories_(categories_for(plan, kind)) {
  for (const auto& column : columns) {
    const auto field = std::ranges::find_if(fields, [&](const ImportField& it) { return it.id == column.field; });
    if (field != fields.end()) by_column_[column.column] = &*field;
  }
}

ImportRow RowReader::read(const SheetRow& cells) const {
  ImportRow row;
  row.number = cells.number;
  for (const bool sources : {false, true}) {
    for (const auto& cell : cells.cells) {
      const auto field = by_column_.find(cell.column);
      if (field != by_column_.end() && is_source(*field->second) == sources) read_cell(*field->second, cell, row);
    }
  }
  finish(row);
  return row;
}

void RowReader::read_cell(const ImportField& field, const SheetCell& cell, ImportRow& row) const {
  row.shown[field.id] = cell.text;
  switch (field.kind) {
    case FieldKind::date: return read_date(field, cell, row);
    case FieldKind::figure:
    case FieldKind::yearly: return read_figure(field, cell, row);
    case FieldKind::source:
    case FieldKind::yearly_source: return read_source(field, cell, row);
    default: break;
  }
  const bool is_name = field.id == "name" || field.id == "title";
  const auto text = short_text(cell, field, is_name ? longest_name : SheetLimits{}.text, row);
  if (!text) return;
  if (field.kind == FieldKind::category) read_category(*text, row);
  else if (field.id == "name") row.content.nominee.name = *text;
  else if (field.id == "title") row.content.nominee.title = *text;
  else row.content.achievement = *text;
}

void RowReader::read_category(const std::string& text, ImportRow& row) const {
  const std::string wanted = folded_line(text);
  const auto found = std::ranges::find_if(
      categories_, [&](const SubjectCategory* it) { return it->id == text || folded_line(it->name) == wanted; });
  if (found == categories_.end()) row.problems.push_back(row_problem("unknown_category", "category"));
  else row.category = (*found)->id;
}

/// Where there is one category for that kind, nobody need write it.
void RowReader::finish(ImportRow& row) const {
  const auto said = [&](const std::string& field) {
    return std::ranges::any_of(row.problems, [&](const RowProblem& it) { return it.field == field; });
  };
  if (row.content.nominee.name.empty() && !said("name")) row.problems.push_back(row_problem("name_missing", "name"));
  if (!row.category.empty() || said("category")) return;
  if (categories_.size() == 1) row.category = categories_.front()->id;
  else row.problems.push_back(row_problem("category_missing", "category"));
}

}  // namespace vinhdanh
