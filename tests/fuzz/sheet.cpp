// Fuzz target: a spreadsheet as bytes, or as the XML of one of its parts inside an archive that is sound.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "adapters/sheets/read_sheet.hpp"
#include "tests/fuzz/must.hpp"
#include "tests/support/workbook.hpp"

using namespace vinhdanh;

namespace {

void check_sheet(const SheetRead& read) {
  const auto* sheet = std::get_if<Sheet>(&read);
  if (sheet == nullptr) {
    must(std::get<SheetFault>(read).code.starts_with("sheet_"));
    return;
  }
  int last = 0;
  for (const auto& row : sheet->rows) {
    must(row.number > last);
    last = row.number;
    int column = -1;
    for (const auto& cell : row.cells) {
      must(cell.column > column && cell.column < static_cast<int>(SheetLimits{}.columns));
      must(cell.text.size() <= SheetLimits{}.text);
      column = cell.column;
    }
  }
}

}  // namespace

/// The first byte says what the others are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  static const std::array<std::string, 5> parts{"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                                "xl/styles.xml", "xl/sharedStrings.xml"};
  if (data[0] % 6 == 5) {
    check_sheet(read_sheet(bytes));
    return 0;
  }
  auto files = test::book_files(test::sheet_data({{"Họ và tên"}, {"A"}}));
  files[parts.at(data[0] % 6)] = bytes;
  check_sheet(read_sheet(test::archive_of(files)));
  return 0;
}
