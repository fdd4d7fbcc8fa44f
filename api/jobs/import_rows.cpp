// From cells to a draft's content.
#include "api/jobs/import_rows.hpp"

#include <algorithm>

#include "api/desk/lists/fold_text.hpp"
#include "api/jobs/import_mends.hpp"
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

RowReader::RowReader(const Plan& plan, const std::vector<ImportField>& fields, const ImportBody& body, const TypedCells& typed)
    : categories_(categories_for(plan, body.subject_kind)), fields_(fields), mends_(body.mends.begin(), body.mends.end()), typed_(typed) {
  for (const auto& column : body.columns) {
    const auto field = std::ranges::find_if(fields, [&](const ImportField& it) { return it.id == column.field; });
    if (field != fields.end()) by_column_[column.column] = &*field;
  }
}

ImportRow RowReader::read(const SheetRow& cells) const {
  ImportRow row;
  row.number = cells.number;
  const auto font = old_font_of_row(cells);
  auto known = cells_of(cells);
  type_over(known, row);
  for (const bool sources : {false, true}) {
    for (auto& it : known) {
      if (is_source(*it.field) == sources && mend(it, font, row)) read_cell(*it.field, it.cell, row);
    }
  }
  finish(row);
  return row;
}

std::vector<RowReader::FieldCell> RowReader::cells_of(const SheetRow& row) const {
  std::vector<FieldCell> cells;
  for (const auto& cell : row.cells) {
    const auto field = by_column_.find(cell.column);
    if (field != by_column_.end()) cells.push_back({field->second, cell, false});
  }
  return cells;
}

/// Also into cells that were empty, and into fields that have no column.
void RowReader::type_over(std::vector<FieldCell>& cells, ImportRow& row) const {
  const auto typed = typed_.find(row.number);
  if (typed == typed_.end()) return;
  for (const auto& [id, text] : typed->second) {
    const auto field = std::ranges::find(fields_, id, &ImportField::id);
    if (field == fields_.end()) continue;
    auto at = std::ranges::find(cells, &*field, &FieldCell::field);
    if (at == cells.end()) at = cells.insert(at, {&*field, {}, true});
    row.mended.push_back({kTypedCode, id, at->cell.text, text});
    *at = {&*field, {at->cell.column, CellKind::text, text}, true};
  }
}

/// Makes the mends that were accepted and notes the first that was not; false when the cell cannot be read without it.
bool RowReader::mend(FieldCell& it, std::optional<OldFont> font, ImportRow& row) const {
  std::set<MendCode> made;
  while (!it.is_typed) {
    auto offered = offered_mend(*it.field, it.cell, font, made);
    if (!offered) break;
    const std::string code(name_of(offered->code));
    if (!mends_.contains(offered->code)) {
      row.problems.push_back(row_problem(code, it.field->id, "", offered->severity));
      row.problems.back().after = std::move(offered->after);
      row.shown[it.field->id] = it.cell.text;
      return offered->severity != RowSeverity::error;
    }
    row.mended.push_back({code, it.field->id, it.cell.text, offered->after});
    it.cell.text = std::move(offered->after);
    made.insert(offered->code);
  }
  return true;
}

void RowReader::read_cell(const ImportField& field, const SheetCell& cell, ImportRow& row) const {
  if (cell.kind == CellKind::text && cell.text.empty()) return;
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
