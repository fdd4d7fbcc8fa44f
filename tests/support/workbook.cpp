// XLSX files for tests.
#include "tests/support/workbook.hpp"

#include <zip.h>

#include <stdexcept>

namespace vinhdanh::test {
namespace {

const std::string declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string main_space = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
const std::string relation_space = R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string escaped(const std::string& text) {
  std::string all;
  for (const char c : text) {
    if (c == '&') all += "&amp;";
    else if (c == '<') all += "&lt;";
    else if (c == '>') all += "&gt;";
    else all += c;
  }
  return all;
}

std::string column_name(std::size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

std::string bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) throw std::runtime_error("no archive");
  std::string bytes;
  char some[4096];
  for (zip_int64_t got = 0; (got = zip_source_read(source, some, sizeof some)) > 0;) bytes.append(some, static_cast<std::size_t>(got));
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string archive_of(const BookFiles& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  for (const auto& [name, bytes] : files) {
    zip_source_t* file = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (zip_file_add(archive, name.c_str(), file, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("no file in the archive");
  }
  if (zip_close(archive) != 0) throw std::runtime_error("the archive was not written");
  const std::string bytes = bytes_of(source);
  zip_source_free(source);
  return bytes;
}

BookFiles book_files(const std::string& worksheet) {
  return {
      {"[Content_Types].xml", declaration + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
      {"xl/workbook.xml", declaration + "<workbook" + main_space + relation_space +
                              R"(><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       declaration + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           R"(<Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/>)" +
           R"(<Relationship Id="rId2" Type="worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
      {"xl/styles.xml", declaration + "<styleSheet" + main_space +
                            R"(><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>)"
                            R"(<numFmt numFmtId="165" formatCode="[$-42A]#,##0.00&quot;d&quot;"/></numFmts>)"
                            R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
      {"xl/worksheets/sheet1.xml", declaration + "<worksheet" + main_space + ">" + worksheet + "</worksheet>"},
  };
}

std::string book_of(const std::string& worksheet) { return archive_of(book_files(worksheet)); }

std::string text_cell(const std::string& reference, const std::string& text) {
  return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
}

std::string xml_row(int number, const std::string& cells) {
  return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

std::string sheet_data(const std::vector<std::vector<std::string>>& rows) {
  std::string all = "<sheetData>";
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::string cells;
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (!rows[row][column].empty()) cells += text_cell(column_name(column) + std::to_string(row + 1), rows[row][column]);
    }
    all += xml_row(static_cast<int>(row + 1), cells);
  }
  return all + "</sheetData>";
}

}  // namespace vinhdanh::test
