/// XLSX files for tests, part by part, so that each can be wrong in its own way.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace vinhdanh::test {

using BookFiles = std::map<std::string, std::string>;

/// The bytes of an archive of these files.
std::string archive_of(const BookFiles& files);

/// A whole workbook whose first sheet has this inside <worksheet>; parts may be replaced or added.
BookFiles book_files(const std::string& worksheet);
std::string book_of(const std::string& worksheet);

/// <sheetData> of rows of texts, as inline strings, from row 1 on.
std::string sheet_data(const std::vector<std::vector<std::string>>& rows);
/// A row of cells that are given as XML.
std::string xml_row(int number, const std::string& cells);
std::string text_cell(const std::string& reference, const std::string& text);

}  // namespace vinhdanh::test
