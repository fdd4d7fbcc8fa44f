// CSV by hand, XLSX by libxlsxwriter, which writes strings as strings.
#include "adapters/sheets/write_table.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "adapters/files/descriptor.hpp"
#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool reads_as_formula(const std::string& text) {
  return !text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos;
}

std::string csv_cell(const std::string& text) {
  const std::string plain = reads_as_formula(text) ? "'" + text : text;
  if (plain.find_first_of("\",\r\n;") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + csv_cell(cells[i]);
  return line + "\r\n";
}

/// A workbook that is written to a file in memory: the library takes names only.
class Workbook {
 public:
  Workbook() : file_(memfd_create("workbook", MFD_CLOEXEC)) {
    const std::string name = "/proc/self/fd/" + std::to_string(file_.get());
    book_ = file_ ? workbook_new(name.c_str()) : nullptr;
    if (book_ == nullptr) throw std::runtime_error("no workbook could be made");
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }

  lxw_worksheet* sheet(const std::string& name) {
    auto* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw std::runtime_error("no sheet of that name can be made: " + name);
    return sheet;
  }
  lxw_format* format() { return workbook_add_format(book_); }
  std::string bytes() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("the workbook was not written: ") + lxw_strerror(error));
    std::string all(static_cast<std::size_t>(std::max<off_t>(lseek(file_.get(), 0, SEEK_END), 0)), 0);
    for (std::size_t read = 0; read < all.size();) {
      const ssize_t some = pread(file_.get(), all.data() + read, all.size() - read, static_cast<off_t>(read));
      if (some <= 0) throw std::runtime_error("the workbook cannot be read back");
      read += static_cast<std::size_t>(some);
    }
    return all;
  }

 private:
  Descriptor file_;
  lxw_workbook* book_ = nullptr;
};

/// Excel takes no more than 32,767 characters in a cell.
constexpr std::size_t longest_cell = 32'000;

void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text, lxw_format* format = nullptr) {
  if (text.empty()) return;
  const std::string shown(beginning_of(text, longest_cell));
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), shown.c_str(), format);
}

lxw_format* header_format(Workbook& book) {
  auto* format = book.format();
  format_set_bold(format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

void write_header(Workbook& book, lxw_worksheet* sheet, std::size_t row, const std::vector<std::string>& titles) {
  auto* bold = header_format(book);
  for (std::size_t column = 0; column < titles.size(); ++column) write_cell(sheet, row, column, titles[column], bold);
}

void write_number(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text) {
  if (!text.empty()) worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), std::stod(text), nullptr);
}

void write_table(Workbook& book, const TableFile& table) {
  auto* sheet = book.sheet(table.sheet);
  std::size_t row = 0;
  for (const auto& line : table.above) write_cell(sheet, row++, 0, line);
  write_header(book, sheet, row++, table.header);
  worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(row), 0);
  worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.header.empty() ? 0 : table.header.size() - 1), 22, nullptr);
  for (const auto& cells : table.rows) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (column < table.numbers_from)
        write_cell(sheet, row, column, cells[column]);
      else
        write_number(sheet, row, column, cells[column]);
    }
    ++row;
  }
}

/// What the drop-down of a column offers, as a column of the sheet of choices.
void offer(lxw_worksheet* list, lxw_worksheet* choices, const TemplateFile& file, std::size_t column) {
  const auto& offered = file.columns[column].choices;
  for (std::size_t i = 0; i < offered.size(); ++i) write_cell(choices, i, column, offered[i]);
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell_abs(first, 0, static_cast<lxw_col_t>(column), 1, 1);
  lxw_rowcol_to_cell_abs(last, static_cast<lxw_row_t>(offered.size() - 1), static_cast<lxw_col_t>(column), 1, 1);
  std::string range = "='" + file.choices_sheet + "'!" + first + ":" + last;
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = range.data();
  worksheet_data_validation_range(list, 1, static_cast<lxw_col_t>(column), static_cast<lxw_row_t>(file.rows),
                                  static_cast<lxw_col_t>(column), &rule);
}

void note(lxw_worksheet* list, const TemplateFile& file, std::size_t column) {
  std::string text = file.columns[column].note;
  if (text.empty()) return;
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  rule.input_message = text.data();
  worksheet_data_validation_range(list, 0, static_cast<lxw_col_t>(column), 0, static_cast<lxw_col_t>(column), &rule);
}

std::vector<std::string> titles_of(const TemplateFile& file) {
  std::vector<std::string> titles;
  for (const auto& column : file.columns) titles.push_back(column.title);
  return titles;
}

}  // namespace

std::string csv_of(const TableFile& table) {
  std::string text(byte_order_mark);
  for (const auto& line : table.above) text += csv_line({line});
  text += csv_line(table.header);
  for (const auto& row : table.rows) text += csv_line(row);
  return text;
}

std::string csv_of(std::span<const TableFile> tables) {
  std::string text;
  for (const auto& table : tables) text += text.empty() ? csv_of(table) : "\r\n" + csv_of(table).substr(byte_order_mark.size());
  return text;
}

std::string xlsx_of(std::span<const TableFile> tables) {
  Workbook book;
  for (const auto& table : tables) write_table(book, table);
  return book.bytes();
}

std::string template_of(const TemplateFile& file) {
  Workbook book;
  auto* list = book.sheet(file.sheet);
  auto* example = book.sheet(file.example_sheet);
  auto* choices = book.sheet(file.choices_sheet);
  worksheet_hide(choices);
  auto* as_text = book.format();
  format_set_num_format(as_text, "@");
  worksheet_set_column(list, 0, static_cast<lxw_col_t>(file.columns.size() - 1), 24, as_text);
  worksheet_set_column(example, 0, static_cast<lxw_col_t>(file.columns.size() - 1), 24, nullptr);
  write_header(book, list, 0, titles_of(file));
  write_header(book, example, 0, titles_of(file));
  for (std::size_t column = 0; column < file.columns.size(); ++column) {
    write_cell(example, 1, column, file.columns[column].example);
    note(list, file, column);
    if (!file.columns[column].choices.empty()) offer(list, choices, file, column);
  }
  worksheet_freeze_panes(list, 1, 0);
  return book.bytes();
}

}  // namespace vinhdanh
