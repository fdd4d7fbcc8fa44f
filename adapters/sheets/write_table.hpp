/// Tables as files that spreadsheet programs open: what stands in them stays text, whatever it begins with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vinhdanh {

struct TableFile {
  std::string sheet;                ///< name of the sheet
  std::vector<std::string> above;   ///< lines above the header: what it is, who made it, when
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::size_t numbers_from = SIZE_MAX;  ///< from this column on, whole numbers in decimal, or empty
};

/// UTF-8 with a byte order mark, commas, CRLF. A cell that a program could take for a formula gets an apostrophe before it.
std::string csv_of(const TableFile& table);
/// One after the other, with an empty line between.
std::string csv_of(std::span<const TableFile> tables);
/// A sheet for each table. Every cell is a string but those of `numbers_from`. Throws std::runtime_error when the disk for its temporary files is full.
std::string xlsx_of(std::span<const TableFile> tables);
inline std::string xlsx_of(const TableFile& table) { return xlsx_of({&table, 1}); }

/// One column of a file that is to be filled in.
struct TemplateColumn {
  std::string title;
  std::string note;                   ///< shown when the cell is chosen
  std::string example;
  std::vector<std::string> choices;   ///< a drop-down; none: anything may be typed
};

struct TemplateFile {
  std::string sheet;          ///< the list, with its header alone
  std::string example_sheet;  ///< the same with one example
  std::string choices_sheet;  ///< hidden: what the drop-downs offer
  std::vector<TemplateColumn> columns;
  int rows = 0;               ///< that are prepared
};

/// All cells of the list are formatted as text. Throws as `xlsx_of`.
std::string template_of(const TemplateFile& file);

}  // namespace vinhdanh
