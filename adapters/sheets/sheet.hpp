/// A list as somebody wrote it in a spreadsheet, and why one cannot be read.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace vinhdanh {

enum class CellKind : char {
  text = 's',
  number = 'n',        ///< as a plain decimal number of at most 15 digits
  date = 'd',          ///< YYYY-MM-DD
  wrong_date = 'w',    ///< has the form of a date and is none
  boolean = 'b',       ///< 1 or 0
  formula = 'f',       ///< its last result is nobody's word: it is not read
  fault = 'e',         ///< #REF! and the like
  merged = 'm',        ///< one of several joined cells: which row its value is for is not said
};

struct SheetCell {
  int column = 0;  ///< from 0
  CellKind kind = CellKind::text;
  std::string text;
  bool operator==(const SheetCell&) const = default;
};

struct SheetRow {
  int number = 0;  ///< from 1, as the program that wrote it shows it
  std::vector<SheetCell> cells;  ///< those that are not empty, from left to right
  bool operator==(const SheetRow&) const = default;
};

/// The first sheet that is not hidden.
struct Sheet {
  std::string name;
  int others = 0;  ///< sheets that were not read: behind it, or hidden
  std::vector<SheetRow> rows;  ///< those that are not empty
  bool operator==(const Sheet&) const = default;
};

/// A stable code (api/jobs/sheet_words.hpp has the sentences), and what it is about where it is about something.
struct SheetFault {
  std::string code;
  std::string detail;
  bool operator==(const SheetFault&) const = default;
};

using SheetRead = std::variant<Sheet, SheetFault>;

inline constexpr std::size_t kLargestSheet = 5u << 20;  ///< bytes of a file
inline constexpr std::size_t kMostSheetRows = 2'000;    ///< below the header
inline constexpr std::size_t kHeaderIsWithin = 20;      ///< rows from the top

struct SheetLimits {
  std::size_t file = kLargestSheet;
  std::size_t parts = 200;            ///< files inside it
  std::size_t part = 16u << 20;       ///< bytes of one of them, inflated
  std::size_t all_parts = 32u << 20;  ///< of those that are read together
  std::size_t ratio = 200;            ///< inflated by deflated, of what is over a mebibyte
  std::size_t rows = kHeaderIsWithin + kMostSheetRows;
  std::size_t columns = 200;
  std::size_t text = 20'000;          ///< bytes of one cell
  std::size_t texts = 8u << 20;       ///< bytes of all cells together
};

}  // namespace vinhdanh
