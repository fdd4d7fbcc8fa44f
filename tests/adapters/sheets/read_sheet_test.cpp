// What honest spreadsheets say, cell by cell.
#include "adapters/sheets/read_sheet.hpp"
#include "adapters/sheets/sheet_dates.hpp"
#include "adapters/sheets/sheet_process.hpp"
#include "adapters/sheets/write_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/workbook.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Sheet sheet_of(const std::string& bytes) {
  SheetRead read = read_sheet(bytes);
  if (const auto* fault = std::get_if<SheetFault>(&read)) FAIL("refused: " << fault->code << ' ' << fault->detail);
  return std::get<Sheet>(std::move(read));
}

/// "A:s:text B:d:2024-01-31" of the first row.
std::string first_row(const std::string& cells, const std::string& after = "") {
  const Sheet sheet = sheet_of(book_of("<sheetData>" + xml_row(1, cells) + "</sheetData>" + after));
  std::string said;
  for (const auto& it : sheet.rows.front().cells)
    said += (said.empty() ? "" : " ") + std::string(1, static_cast<char>('A' + it.column)) + ":" + static_cast<char>(it.kind) + ":" + it.text;
  return said;
}

}  // namespace

TEST_CASE("texts come as they stand, without spaces at their ends", "[sheets]") {
  CHECK(first_row(text_cell("A1", "  Nguyễn Văn A \xc2\xa0") + text_cell("C1", "=1+1")) == "A:s:Nguyễn Văn A C:s:=1+1");
  CHECK(first_row(R"(<c r="A1" t="inlineStr"><is><r><t>Nguyễn </t></r><r><t>Văn</t></r></is></c>)") == "A:s:Nguyễn Văn");
  CHECK(first_row(R"(<c r="A1" t="str"><v>chữ</v></c><c r="B1"/>)" + text_cell("C1", " ")) == "A:s:chữ");
  CHECK(first_row("<c><v>1</v></c><c t=\"inlineStr\"><is><t>x</t></is></c>") == "A:n:1 B:s:x");
}

TEST_CASE("shared strings are found by their number", "[sheets]") {
  auto files = book_files("<sheetData>" + xml_row(1, R"(<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>)") + "</sheetData>");
  files["xl/sharedStrings.xml"] = "<sst><si><t>không</t></si><si><r><t>mộ</t></r><r><t>t</t></r></si></sst>";
  const Sheet sheet = sheet_of(archive_of(files));
  CHECK(sheet.rows.front().cells.at(0).text == "một");
  CHECK(sheet.rows.front().cells.at(1).text == "không");
}

TEST_CASE("numbers, truths, faults and formulas are told apart", "[sheets]") {
  CHECK(first_row(R"(<c r="A1"><v>12.300000000000001</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>)") ==
        "A:n:12.3 B:b:1 C:e:#REF!");
  CHECK(first_row(R"(<c r="A1"><f>HYPERLINK("http://x")</f><v>5</v></c><c r="B1" t="str"><f>A2</f><v>x</v></c>)") == "A:f: B:f:");
}

TEST_CASE("a number is a date where its format says so", "[sheets]") {
  CHECK(first_row(R"(<c r="A1" s="1"><v>45657</v></c><c r="B1" s="2"><v>45657.75</v></c><c r="C1" s="3"><v>45657</v></c>)") ==
        "A:d:2024-12-31 B:d:2024-12-31 C:n:45657");
  CHECK(first_row(R"(<c r="A1" s="1"><v>60</v></c><c r="B1" s="1"><v>-4</v></c><c r="C1" s="1"><v>9e9</v></c>)") ==
        "A:w:60 B:w:-4 C:w:9000000000");
  CHECK(first_row(R"(<c r="A1" t="d"><v>2024-02-29T00:00:00</v></c><c r="B1" t="d"><v>2023-02-29</v></c>)") ==
        "A:d:2024-02-29 B:w:2023-02-29");
}

TEST_CASE("the days of both systems", "[sheets]") {
  CHECK(day_of_serial(1, false) == Date::of(1900, 1, 1));
  CHECK(day_of_serial(59, false) == Date::of(1900, 2, 28));
  CHECK(day_of_serial(61, false) == Date::of(1900, 3, 1));
  CHECK_FALSE(day_of_serial(60, false));
  CHECK_FALSE(day_of_serial(0, false));
  CHECK(day_of_serial(0, true) == Date::of(1904, 1, 1));
  CHECK(day_of_serial(44'195, true) == Date::of(2024, 12, 31));
  CHECK_FALSE(day_of_serial(150'000, false));
  auto files = book_files("<sheetData>" + xml_row(1, R"(<c r="A1" s="1"><v>44195</v></c>)") + "</sheetData>");
  files["xl/workbook.xml"] =
      R"(<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>)";
  CHECK(sheet_of(archive_of(files)).rows.front().cells.front().text == "2024-12-31");
}

TEST_CASE("which formats are dates", "[sheets]") {
  for (const char* code : {"dd/mm/yyyy", "[$-42A]d mmmm yyyy", "yyyy\\-mm\\-dd", "d"}) CHECK(is_date_format(std::string_view(code)));
  for (const char* code : {"General", "0.00", "#,##0\"đ d\"", "[Red]0", "@", "0;\"d\"", "_d0"}) CHECK_FALSE(is_date_format(std::string_view(code)));
}

TEST_CASE("of joined cells none is believed but the first of a single row", "[sheets]") {
  const auto cells = text_cell("A1", "a") + text_cell("B1", "b");
  CHECK(first_row(cells, R"(<mergeCells><mergeCell ref="A1:C1"/></mergeCells>)") == "A:s:a B:m:b C:m:");
  CHECK(first_row(cells, R"(<mergeCells><mergeCell ref="A1:A3"/></mergeCells>)") == "A:m:a B:s:b");
}

TEST_CASE("the first sheet that is not hidden is read, and the others are counted", "[sheets]") {
  auto files = book_files(sheet_data({{"ẩn"}}));
  files["xl/worksheets/sheet2.xml"] = "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  files["xl/workbook.xml"] = R"(<x:workbook xmlns:x="y" xmlns:r="r"><x:sheets><x:sheet name="một" sheetId="1" state="hidden" r:id="rId1"/>)"
                             R"(<x:sheet name="hai" sheetId="2" r:id="rId2"/></x:sheets></x:workbook>)";
  const Sheet sheet = sheet_of(archive_of(files));
  CHECK(sheet.name == "hai");
  CHECK(sheet.others == 1);
  CHECK(sheet.rows.front().cells.front().text == "5");
}

TEST_CASE("rows are told from what only looks like their ends", "[sheets]") {
  const std::string cell = R"(<c r="A1" t="inlineStr"><is><t><![CDATA[a</row><row>]]></t></is></c>)";
  const Sheet sheet = sheet_of(book_of("<!-- <row r=\"9\"><c><v>9</v></c></row> --><?x </sheetData>?><sheetData><row r=\"1\" a='>\"/>'>" + cell +
                                       "</row><!-- </row> --><row r=\"2\"/><row r=\"3\"><c><v>3</v></c></row></sheetData><other><row><c><v>5</v></c></row></other>"));
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows.at(0).cells.at(0).text == "a</row><row>");
  CHECK(sheet.rows.at(1).number == 3);
}

TEST_CASE("rows keep the numbers that the writer sees", "[sheets]") {
  const Sheet sheet = sheet_of(book_of(sheet_data({{"a"}, {}, {"c"}})));
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows.at(1).number == 3);
}

TEST_CASE("what the reading process says is what was read", "[sheets]") {
  const SheetRead read = read_sheet(book_of(sheet_data({{"Họ và tên"}, {"A\"B\nC"}})));
  CHECK(sheet_of_lines(sheet_lines(read)) == read);
  const SheetRead fault = SheetFault{"sheet_bomb", "x"};
  CHECK(sheet_of_lines(sheet_lines(fault)) == fault);
  const std::string lines = sheet_lines(read);
  CHECK_FALSE(sheet_of_lines(""));
  CHECK_FALSE(sheet_of_lines("no"));
  CHECK_FALSE(sheet_of_lines(lines.substr(0, lines.find('\n') + 1)));
  CHECK_FALSE(sheet_of_lines(R"({"sheet":"a","others":0,"rows":1})" "\n" R"({"n":1,"c":[[0,"q","x"]]})" "\n"));
}

TEST_CASE("what is written as a table is read as text, whatever it begins with", "[sheets]") {
  const TableFile table{"Bảng", {"Xuất bởi A"}, {"Tên", "Ghi chú"}, {{"=1+1", "-2"}, {"+3", "@x"}, {"\tt", "a\"b"}}};
  const Sheet sheet = sheet_of(xlsx_of(table));
  CHECK(sheet.name == "Bảng");
  REQUIRE(sheet.rows.size() == 5);
  CHECK(sheet.rows.at(2).cells.at(0) == SheetCell{0, CellKind::text, "=1+1"});
  CHECK(sheet.rows.at(2).cells.at(1) == SheetCell{1, CellKind::text, "-2"});
  CHECK(csv_of(table) == "\xef\xbb\xbfXuất bởi A\r\nTên,Ghi chú\r\n'=1+1,'-2\r\n'+3,'@x\r\n'\tt,\"a\"\"b\"\r\n");
  CHECK(csv_of({"x", {}, {"a;b"}, {{"1\n2"}}}) == "\xef\xbb\xbf\"a;b\"\r\n\"1\n2\"\r\n");
}

TEST_CASE("a template is a list with its titles alone", "[sheets]") {
  TemplateFile file{"Danh sách", "Ví dụ", "Danh mục", {{"Họ và tên", "", "Nguyễn Văn A", {}}, {"Nhóm đối tượng", "Chọn", "b", {"a", "b"}}}, 100};
  const Sheet sheet = sheet_of(template_of(file));
  CHECK(sheet.name == "Danh sách");
  CHECK(sheet.others == 2);
  REQUIRE(sheet.rows.size() == 1);
  CHECK(sheet.rows.front().cells.at(1).text == "Nhóm đối tượng");
}
