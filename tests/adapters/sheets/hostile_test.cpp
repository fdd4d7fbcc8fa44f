// Files that are no honest list, each with the reason that is said of it; in this process and in one of its own.
#include <zip.h>

#include "adapters/sheets/read_sheet.hpp"
#include "adapters/sheets/sheet_process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/workbook.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string honest = sheet_data({{"Họ và tên", "Chức vụ"}, {"Nguyễn Văn A", "Trưởng phòng"}});

std::string code_of(const std::string& bytes, const SheetLimits& limits = {}) {
  const SheetRead read = read_sheet(bytes, limits);
  const auto* fault = std::get_if<SheetFault>(&read);
  return fault == nullptr ? "read" : fault->code;
}

std::string with(const std::string& name, const std::string& bytes) {
  auto files = book_files(honest);
  files[name] = bytes;
  return archive_of(files);
}

std::string without(const std::string& name) {
  auto files = book_files(honest);
  files.erase(name);
  return archive_of(files);
}

/// The bytes where a text stands, replaced wherever it does.
std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  REQUIRE(bytes.find(from) != std::string::npos);
  for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size())) bytes.replace(at, from.size(), to);
  return bytes;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// One or the other without a rule: what repeats itself is refused for how far it inflates.
std::string unlike(const std::string& one, const std::string& other, unsigned times) {
  std::string all;
  for (unsigned i = 0; i < times; ++i) all += ((i * 2654435761u) ^ (i * i * 40503u)) >> 31 != 0 ? one : other;
  return all;
}

/// 1,000 rows that point at 20,000 bytes.
std::string one_text_everywhere() {
  auto files = book_files("<sheetData>" + repeated(R"(<row><c t="s"><v>0</v></c></row>)", 1'000) + "</sheetData>");
  files["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(20'000, 'x') + "</t></si></sst>";
  return archive_of(files);
}

struct Hostile {
  std::string what;
  std::string bytes;
  std::string code;
};

std::vector<Hostile> corpus() {
  const std::string good = book_of(honest);
  const std::string ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  const std::string encrypted_package("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  const std::string laughs =
      R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>)";
  const std::string outside = R"(<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>)";
  std::string many_rows = "<sheetData>";
  for (int row = 1; row <= 2'021; ++row) many_rows += xml_row(row, text_cell("A" + std::to_string(row), "x"));
  std::string many_merged = honest + "<mergeCells>";
  for (int i = 0; i < 2'021; ++i) many_merged += R"(<mergeCell ref="A1:B1"/>)";
  auto many_parts = book_files(honest);
  for (int i = 0; i < 200; ++i) many_parts["xl/x" + std::to_string(i)] = "x";
  return {
      {"nothing", "", "sheet_empty"},
      {"CSV", "Họ và tên,Chức vụ\nA,B\n", "sheet_text_file"},
      {"HTML that Excel opens", "<html><table><tr><td>A</td></tr></table></html>", "sheet_text_file"},
      {"PDF", "%PDF-1.7\n", "sheet_not_a_workbook"},
      {"a picture", "\x89PNG\r\n\x1a\n\x00\x01", "sheet_not_a_workbook"},
      {"the old format", ole + std::string(600, '\0'), "sheet_old_format"},
      {"with a password", ole + std::string(600, '\0') + encrypted_package, "sheet_encrypted"},
      {"OpenDocument", archive_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}),
       "sheet_opendocument"},
      {"another archive", archive_of({{"a.txt", "x"}}), "sheet_not_a_workbook"},
      {"cut off", good.substr(0, good.size() / 2), "sheet_damaged"},
      {"cut at its end", good.substr(0, good.size() - 30), "sheet_damaged"},
      {"no relations", without("xl/_rels/workbook.xml.rels"), "sheet_damaged"},
      {"no sheet", without("xl/worksheets/sheet1.xml"), "sheet_damaged"},
      {"macros", with("xl/vbaProject.bin", "x"), "sheet_macros"},
      {"links to other files", with("xl/externalLinks/externalLink1.xml", "<x/>"), "sheet_external_links"},
      {"an archive inside", with("xl/media/list.zip", good), "sheet_embedded_files"},
      {"an embedded document", with("xl/embeddings/oleObject1.bin", "x"), "sheet_embedded_files"},
      {"a path out of the archive", with("../../etc/passwd", "x"), "sheet_strange_parts"},
      {"a path from the root", with("/etc/passwd", "x"), "sheet_strange_parts"},
      {"a path of Windows", with("xl\\..\\x", "x"), "sheet_strange_parts"},
      {"too many parts", archive_of(many_parts), "sheet_too_many_parts"},
      {"a part that inflates to 40 MiB", with("xl/worksheets/sheet1.xml", std::string(40u << 20, ' ')), "sheet_part_too_large"},
      {"a part that inflates a thousandfold", with("xl/worksheets/sheet1.xml", std::string(8u << 20, ' ')), "sheet_bomb"},
      {"a row of two mebibytes", book_of("<sheetData><row>" + unlike("<c/>", "<d/>", 1u << 19) + "</row></sheetData>"), "sheet_part_too_large"},
      {"one text in every cell", one_text_everywhere(), "sheet_too_costly"},
      {"more strings than cells", with("xl/sharedStrings.xml", "<sst>" + unlike("<si><t>ab</t></si>", "<si><t>c</t></si>", 404'001) + "</sst>"), "sheet_too_costly"},
      {"a comment without end", book_of("<sheetData><row><!-- </row></sheetData>"), "sheet_bad_xml"},
      {"a row that ends twice", book_of("<sheetData><row></row></row></sheetData>"), "sheet_bad_xml"},
      {"a row that ends otherwise", book_of("<sheetData><row></c></sheetData>"), "sheet_bad_xml"},
      {"what is around the rows ends otherwise", book_of("<sheetData><row/></sheet>"), "sheet_bad_xml"},
      {"entities in entities", with("xl/worksheets/sheet1.xml", laughs), "sheet_doctype"},
      {"an outer entity", with("xl/worksheets/sheet1.xml", outside), "sheet_doctype"},
      {"a document type in the strings", with("xl/sharedStrings.xml", laughs), "sheet_doctype"},
      {"a document type in UTF-16", with("xl/worksheets/sheet1.xml", std::string("\xff\xfe<\0!\0D\0", 8)), "sheet_bad_xml"},
      {"no XML", with("xl/worksheets/sheet1.xml", "no"), "sheet_bad_xml"},
      {"XML that is cut off", with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"), "sheet_bad_xml"},
      {"bytes that are no UTF-8", with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\xc0\xaf</sheetData></worksheet>"),
       "sheet_bad_xml"},
      {"rows backwards", book_of("<sheetData>" + xml_row(2, text_cell("A2", "x")) + xml_row(1, text_cell("A1", "x")) + "</sheetData>"),
       "sheet_bad_xml"},
      {"row zero", book_of("<sheetData>" + xml_row(0, text_cell("A1", "x")) + "</sheetData>"), "sheet_bad_xml"},
      {"a cell of another row", book_of("<sheetData>" + xml_row(1, text_cell("A2", "x")) + "</sheetData>"), "sheet_bad_xml"},
      {"a column beyond the last", book_of("<sheetData>" + xml_row(1, text_cell("ZZZ1", "x")) + "</sheetData>"), "sheet_bad_xml"},
      {"column 201", book_of("<sheetData>" + xml_row(1, text_cell("GS1", "x")) + "</sheetData>"), "sheet_too_many_columns"},
      {"a string that is not there", book_of("<sheetData>" + xml_row(1, R"(<c r="A1" t="s"><v>7</v></c>)") + "</sheetData>"),
       "sheet_damaged"},
      {"a number that is none", book_of("<sheetData>" + xml_row(1, R"(<c r="A1"><v>1e999</v></c>)") + "</sheetData>"), "sheet_bad_xml"},
      {"a text that is too long", book_of("<sheetData>" + xml_row(1, text_cell("A1", std::string(20'001, 'x'))) + "</sheetData>"),
       "sheet_text_too_long"},
      {"too many rows", book_of(many_rows + "</sheetData>"), "sheet_too_many_rows"},
      {"too many joined cells", book_of(many_merged + "</mergeCells>"), "sheet_too_many_merged"},
      {"joined cells without a place", book_of(honest + R"(<mergeCells><mergeCell ref="B2:A1"/></mergeCells>)"), "sheet_bad_xml"},
      {"only hidden sheets", with("xl/workbook.xml",
       R"(<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>)"), "sheet_empty"},
      {"no row", book_of("<sheetData/>"), "sheet_empty"},
      {"a workbook that links out", with("xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://127.0.0.1/x"/></Relationships>)"),
       "sheet_external_links"},
  };
}

}  // namespace

TEST_CASE("each hostile file is refused with its reason", "[sheets]") {
  for (const auto& [what, bytes, code] : corpus()) {
    INFO(what);
    CHECK(code_of(bytes) == code);
  }
}

TEST_CASE("a file that is too large is refused before it is looked into", "[sheets]") {
  SheetLimits limits;
  limits.file = 100;
  CHECK(code_of(book_of(honest), limits) == "sheet_too_large");
}

TEST_CASE("an archive may lie about a part's size", "[sheets]") {
  std::string bytes = with("xl/worksheets/sheet1.xml", std::string(18u << 20, 'x') + "<worksheet/>");
  // Both places that say the size, in little-endian.
  const std::uint32_t size = (18u << 20) + 12;
  std::string said(reinterpret_cast<const char*>(&size), 4);
  bytes = replaced(bytes, said, std::string("\x10\0\0\0", 4));
  const auto code = code_of(bytes);
  CHECK((code == "sheet_damaged" || code == "sheet_part_too_large"));
}

TEST_CASE("a part with a wrong checksum is damaged", "[sheets]") {
  auto files = book_files(honest);
  std::string bytes = archive_of(files);
  const auto at = bytes.find("PK\x01\x02");
  REQUIRE(at != std::string::npos);
  bytes[at + 16] = static_cast<char>(bytes[at + 16] + 1);
  CHECK(code_of(bytes) == "sheet_damaged");
}

TEST_CASE("every byte of a workbook may be wrong without harm", "[sheets]") {
  const std::string good = book_of(honest);
  int refused = 0;
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string bytes = good;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x41);
    refused += code_of(bytes) == "read" ? 0 : 1;
  }
  CHECK(refused > 0);
}
