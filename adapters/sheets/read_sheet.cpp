// From the bytes of a workbook to the rows of its first sheet that is not hidden.
#include "adapters/sheets/read_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <deque>
#include <map>
#include <optional>

#include "adapters/sheets/sheet_dates.hpp"
#include "adapters/sheets/workbook_elements.hpp"
#include "adapters/sheets/workbook_parts.hpp"
#include "adapters/sheets/workbook_xml.hpp"
#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

using detail::attribute_of;
using detail::child_of;
using detail::children_of;
using detail::parse_part;
using detail::SheetRefused;
using detail::WorkbookParts;

constexpr int most_excel_columns = 16'384;
constexpr int most_excel_rows = 1'048'576;

[[noreturn]] void refuse_sheet(const char* code, std::string detail = "") { throw SheetRefused{{code, std::move(detail)}}; }

/// One part with the document that points into it.
struct PartXml {
  PartXml(WorkbookParts& parts, const std::string& name) : bytes(parts.part(name)) { parse_part(bytes, document); }
  [[nodiscard]] pugi::xml_node root() const { return document.document_element(); }
  std::string bytes;
  pugi::xml_document document;
};

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct CellPlace {
  int column = 0;
  int row = 0;
};

/// "AB12".
std::optional<CellPlace> place_of(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  while (at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 3)
    place.column = place.column * 26 + (reference[at++] - 'A' + 1);
  const auto row = whole_number(reference.substr(at));
  if (at == 0 || !row || *row < 1 || *row > most_excel_rows || place.column > most_excel_columns) return std::nullopt;
  --place.column;
  place.row = *row;
  return place;
}

struct Book {
  std::string sheet_part;
  std::string sheet_name;
  int others = 0;
  bool from_1904 = false;
};

/// Relations of the workbook: id → part.
std::map<std::string, std::string, std::less<>> relations_of(WorkbookParts& parts) {
  const PartXml xml(parts, "xl/_rels/workbook.xml.rels");
  std::map<std::string, std::string, std::less<>> found;
  for (const auto& relation : children_of(xml.root(), "Relationship")) {
    if (attribute_of(relation, "TargetMode") == "External") refuse_sheet("sheet_external_links");
    std::string target(attribute_of(relation, "Target"));
    found[std::string(attribute_of(relation, "Id"))] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return found;
}

Book book_of(WorkbookParts& parts) {
  const auto relations = relations_of(parts);
  const PartXml xml(parts, "xl/workbook.xml");
  Book book;
  const auto is_on = attribute_of(child_of(xml.root(), "workbookPr"), "date1904");
  book.from_1904 = is_on == "1" || is_on == "true";
  for (const auto& sheet : children_of(child_of(xml.root(), "sheets"), "sheet")) {
    const auto state = attribute_of(sheet, "state");
    if (!book.sheet_part.empty() || state == "hidden" || state == "veryHidden") {
      ++book.others;
      continue;
    }
    const std::string id(attribute_of(sheet, "id"));
    const auto part = relations.find(id);
    if (part == relations.end()) refuse_sheet("sheet_damaged");
    book.sheet_part = part->second;
    book.sheet_name = std::string(attribute_of(sheet, "name"));
  }
  if (book.sheet_part.empty()) refuse_sheet("sheet_empty");
  return book;
}

/// In pieces: a vector that grows would have them twice.
std::deque<std::string> strings_of(WorkbookParts& parts, const SheetLimits& limits) {
  std::deque<std::string> strings;
  if (!parts.has("xl/sharedStrings.xml")) return strings;
  detail::take_elements(parts.part("xl/sharedStrings.xml"), 1, [&](std::string_view, const pugi::xml_node& item) {
    if (detail::local_name(item) != "si") return;
    // More than there are cells are nobody's.
    if (strings.size() == limits.rows * limits.columns) refuse_sheet("sheet_too_costly");
    strings.push_back(detail::rich_text(item));
    if (strings.back().size() > limits.text) refuse_sheet("sheet_text_too_long", std::to_string(limits.text));
  });
  return strings;
}

/// By the index of a cell's style: whether it shows a number as a date.
std::vector<bool> date_styles_of(WorkbookParts& parts) {
  std::vector<bool> dates;
  if (!parts.has("xl/styles.xml")) return dates;
  const PartXml xml(parts, "xl/styles.xml");
  std::map<int, bool> custom;
  for (const auto& format : children_of(child_of(xml.root(), "numFmts"), "numFmt"))
    custom[whole_number(attribute_of(format, "numFmtId")).value_or(-1)] = is_date_format(attribute_of(format, "formatCode"));
  for (const auto& style : children_of(child_of(xml.root(), "cellXfs"), "xf")) {
    const int id = whole_number(attribute_of(style, "numFmtId")).value_or(0);
    const auto known = custom.find(id);
    dates.push_back(known == custom.end() ? is_date_format(id) : known->second);
  }
  return dates;
}

/// Spaces at both ends away, also those that do not break.
std::string trimmed_cell(std::string text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (true) {
    if (text.ends_with("\xc2\xa0")) text.resize(text.size() - 2);
    else if (!text.empty() && is_space(text.back())) text.pop_back();
    else break;
  }
  while (true) {
    if (text.starts_with("\xc2\xa0")) text.erase(0, 2);
    else if (!text.empty() && is_space(text.front())) text.erase(0, 1);
    else break;
  }
  return text;
}

/// 15 digits are what a double keeps of what was typed.
std::string number_text(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

class CellReader {
 public:
  CellReader(const Book& book, const SheetLimits& limits, std::deque<std::string> strings, std::vector<bool> date_styles)
      : book_(book), limits_(limits), strings_(std::move(strings)), date_styles_(std::move(date_styles)) {}

  /// Without its column; nothing when it is empty.
  [[nodiscard]] std::optional<SheetCell> read(const pugi::xml_node& cell) const {
    if (child_of(cell, "f")) return SheetCell{0, CellKind::formula, ""};
    const auto type = attribute_of(cell, "t");
    const std::string value = child_of(cell, "v").text().get();
    if (type == "inlineStr") return text_cell(detail::rich_text(child_of(cell, "is")));
    if (value.empty()) return std::nullopt;
    if (type == "s") return shared(value);
    if (type == "str") return text_cell(value);
    if (type == "b") return SheetCell{0, CellKind::boolean, value == "1" || value == "true" ? "1" : "0"};
    if (type == "e") return SheetCell{0, CellKind::fault, value.substr(0, 20)};
    if (type == "d") return date_cell(Date::parse(value.substr(0, 10)), value);
    return number(cell, value);
  }

 private:
  [[nodiscard]] std::optional<SheetCell> text_cell(std::string text) const {
    if (text.size() > limits_.text) refuse_sheet("sheet_text_too_long", std::to_string(limits_.text));
    text = trimmed_cell(std::move(text));
    if (text.empty()) return std::nullopt;
    return SheetCell{0, CellKind::text, std::move(text)};
  }
  [[nodiscard]] std::optional<SheetCell> shared(const std::string& index) const {
    const auto at = whole_number(index);
    if (!at || *at < 0 || static_cast<std::size_t>(*at) >= strings_.size()) refuse_sheet("sheet_damaged");
    return text_cell(strings_[static_cast<std::size_t>(*at)]);
  }
  static SheetCell date_cell(const std::optional<Date>& day, const std::string& value) {
    if (day) return {0, CellKind::date, day->text()};
    return {0, CellKind::wrong_date, value.substr(0, 40)};
  }
  [[nodiscard]] bool shows_date(const pugi::xml_node& cell) const {
    const auto style = whole_number(attribute_of(cell, "s"));
    return style && *style >= 0 && static_cast<std::size_t>(*style) < date_styles_.size() &&
           date_styles_[static_cast<std::size_t>(*style)];
  }
  [[nodiscard]] SheetCell number(const pugi::xml_node& cell, const std::string& value) const {
    double parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(parsed)) refuse_sheet("sheet_bad_xml");
    if (shows_date(cell)) return date_cell(day_of_serial(parsed, book_.from_1904), number_text(parsed));
    return {0, CellKind::number, number_text(parsed)};
  }

  const Book& book_;
  const SheetLimits& limits_;
  std::deque<std::string> strings_;
  std::vector<bool> date_styles_;
};

SheetRow row_of(const pugi::xml_node& node, int number, const CellReader& reader, const SheetLimits& limits) {
  SheetRow row{number, {}};
  int next = 0;
  for (const auto& cell : children_of(node, "c")) {
    const auto reference = attribute_of(cell, "r");
    const auto place = reference.empty() ? CellPlace{next, number} : place_of(reference).value_or(CellPlace{-1, 0});
    if (place.row != number || place.column < next) refuse_sheet("sheet_bad_xml");
    next = place.column + 1;
    auto read = reader.read(cell);
    if (!read) continue;
    if (static_cast<std::size_t>(place.column) >= limits.columns) refuse_sheet("sheet_too_many_columns", std::to_string(limits.columns));
    read->column = place.column;
    row.cells.push_back(std::move(*read));
  }
  return row;
}

struct MergedRange {
  CellPlace from;
  CellPlace to;
};

MergedRange range_of(std::string_view reference) {
  const auto colon = reference.find(':');
  const auto from = place_of(reference.substr(0, colon));
  const auto to = colon == std::string_view::npos ? from : place_of(reference.substr(colon + 1));
  if (!from || !to || to->row < from->row || to->column < from->column) refuse_sheet("sheet_bad_xml");
  return {*from, *to};
}

/// Of joined cells the first alone has a value. Where they are of several rows, it is not said for which of them it is meant.
void mark_merged_in(SheetRow& row, const MergedRange& range, int last) {
  for (int column = range.from.column; column <= last; ++column) {
    if (range.from.row == range.to.row && column == range.from.column) continue;
    const auto at = std::ranges::lower_bound(row.cells, column, {}, &SheetCell::column);
    if (at != row.cells.end() && at->column == column) at->kind = CellKind::merged;
    else row.cells.insert(at, {column, CellKind::merged, ""});
  }
}

void mark_merged(const std::vector<MergedRange>& merges, std::vector<SheetRow>& rows, const SheetLimits& limits) {
  for (const MergedRange& range : merges) {
    const int last = std::min(range.to.column, static_cast<int>(limits.columns) - 1);
    for (SheetRow& row : rows) {
      if (row.number >= range.from.row && row.number <= range.to.row) mark_merged_in(row, range, last);
    }
  }
}

/// Rows and joined cells as they come, one element at a time.
class RowTaker {
 public:
  RowTaker(const CellReader& reader, const SheetLimits& limits) : reader_(reader), limits_(limits) {}

  void take(std::string_view parent, const pugi::xml_node& element) {
    const auto name = detail::local_name(element);
    if (parent == "sheetData" && name == "row") add_row(element);
    if (parent == "mergeCells" && name == "mergeCell") add_merge(element);
  }
  std::vector<SheetRow> rows() {
    mark_merged(merges_, rows_, limits_);
    return std::move(rows_);
  }

 private:
  void add_row(const pugi::xml_node& node) {
    const auto said = attribute_of(node, "r");
    const int number = said.empty() ? last_ + 1 : whole_number(said).value_or(0);
    if (number <= last_ || number > most_excel_rows) refuse_sheet("sheet_bad_xml");
    last_ = number;
    auto row = row_of(node, number, reader_, limits_);
    if (row.cells.empty()) return;
    if (rows_.size() == limits_.rows) refuse_sheet("sheet_too_many_rows", std::to_string(kMostSheetRows));
    for (const auto& cell : row.cells) texts_ += cell.text.size();
    if (texts_ > limits_.texts) refuse_sheet("sheet_too_costly");
    row.cells.shrink_to_fit();
    rows_.push_back(std::move(row));
  }
  void add_merge(const pugi::xml_node& node) {
    if (merges_.size() == limits_.rows) refuse_sheet("sheet_too_many_merged", std::to_string(limits_.rows));
    merges_.push_back(range_of(attribute_of(node, "ref")));
  }

  const CellReader& reader_;
  const SheetLimits& limits_;
  int last_ = 0;
  std::size_t texts_ = 0;
  std::vector<SheetRow> rows_;
  std::vector<MergedRange> merges_;
};

std::vector<SheetRow> rows_of(WorkbookParts& parts, const Book& book, const SheetLimits& limits) {
  const CellReader reader(book, limits, strings_of(parts, limits), date_styles_of(parts));
  RowTaker rows(reader, limits);
  detail::take_elements(parts.part(book.sheet_part), 2,
                        [&](std::string_view parent, const pugi::xml_node& element) { rows.take(parent, element); });
  return rows.rows();
}

/// What was sent in place of a workbook, if it is known.
void refuse_other_formats(std::string_view bytes, const SheetLimits& limits) {
  if (bytes.empty()) refuse_sheet("sheet_empty");
  if (bytes.size() > limits.file) refuse_sheet("sheet_too_large", std::to_string(limits.file >> 20) + " MiB");
  if (bytes.starts_with("\xd0\xcf\x11\xe0")) {
    static constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    refuse_sheet(bytes.find(encrypted) == std::string_view::npos ? "sheet_old_format" : "sheet_encrypted");
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return;
  const bool is_text = is_valid_utf8(bytes) && bytes.find('\0') == std::string_view::npos && !bytes.starts_with("%PDF");
  refuse_sheet(is_text ? "sheet_text_file" : "sheet_not_a_workbook");
}

Sheet sheet_in(std::string_view bytes, const SheetLimits& limits) {
  refuse_other_formats(bytes, limits);
  WorkbookParts parts(bytes, limits);
  if (parts.has("mimetype") && parts.part("mimetype").find("opendocument") != std::string::npos) refuse_sheet("sheet_opendocument");
  if (!parts.has("xl/workbook.xml")) refuse_sheet("sheet_not_a_workbook");
  const Book book = book_of(parts);
  Sheet sheet{book.sheet_name, book.others, rows_of(parts, book, limits)};
  if (sheet.rows.empty()) refuse_sheet("sheet_empty");
  return sheet;
}

}  // namespace

SheetRead read_sheet(std::string_view bytes, const SheetLimits& limits) {
  try {
    return sheet_in(bytes, limits);
  } catch (const SheetRefused& refused) {
    return refused.fault;
  }
}

}  // namespace vinhdanh
