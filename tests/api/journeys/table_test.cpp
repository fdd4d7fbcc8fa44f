// The journeys' table: aligned by columns on screen, not by bytes, and honest about assumed stages and missed journeys.
#include "api/cli/journeys/table.hpp"

#include <algorithm>
#include <sstream>

#include "tests/support/catch.hpp"

using namespace vinhdanh::journeys;

namespace {

Row sample() {
  Row row;
  row.plan = "003";
  row.form = "Bằng khen của UBND tỉnh";
  row.nominee = "Xã Cúc Phương";
  row.code = "HS-2020-00007";
  row.steps = {{"xã trình", {"thủ trưởng"}, false},
               {"Sở LĐTBXH xét duyệt", {"chuyên viên", "lãnh đạo"}, false},
               {"Văn phòng UBND thẩm tra", {"chuyên viên", "KT. lãnh đạo"}, true}};
  row.result = "QĐ 812/QĐ-UBND ngày 15/10/2020";
  row.log = "✓ 23";
  return row;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The column on screen at which `part` begins, in the first line that has it.
std::size_t column_of(const std::string& text, const std::string& part) {
  for (const auto& line : lines_of(text)) {
    if (const auto at = line.find(part); at != std::string::npos) return columns_of(line.substr(0, at));
  }
  FAIL("not in the table: " << part);
  return 0;
}

}  // namespace

TEST_CASE("a Vietnamese letter takes one column, composed or not") {
  CHECK(columns_of("Bằng khen") == 9);
  CHECK(columns_of("Ba\u0302\u0300ng") == 4);
  CHECK(columns_of("✓ →") == 3);
  CHECK(columns_of("") == 0);
}

TEST_CASE("text wraps at spaces and a longer word is cut") {
  CHECK(wrapped("Sở Nội vụ thẩm định", 10) == std::vector<std::string>{"Sở Nội vụ", "thẩm định"});
  CHECK(wrapped("HS-2020-00007", 8) == std::vector<std::string>{"HS-2020-", "00007"});
  CHECK(wrapped("", 8) == std::vector<std::string>{""});
}

TEST_CASE("cells start at their heading's column whatever the marks before them") {
  const auto text = table_of({{sample()}, {}});
  CHECK(column_of(text, "Đối tượng") == column_of(text, "Xã Cúc Phương"));
  CHECK(column_of(text, "Chặng đã đi") == column_of(text, "→ Sở LĐTBXH"));
  CHECK(column_of(text, "Kết quả") == column_of(text, "QĐ 812"));
  CHECK(column_of(text, "Người làm") == column_of(text, "chuyên viên, lãnh"));
}

TEST_CASE("no line is wider than 120 columns") {
  auto row = sample();
  row.nominee = "Ủy ban nhân dân xã " + std::string(60, 'x');
  row.steps.push_back(
      {"Ban Thi đua - Khen thưởng Trung ương thẩm định rồi ghi kết quả", {"người ghi kết quả từ ngoài"}, true});
  for (const auto& line : lines_of(table_of({{row}, {}}))) {
    INFO(line);
    CHECK(columns_of(line) <= 120);
  }
}

TEST_CASE("an assumed stage says so on one line, the others do not") {
  const auto lines = lines_of(table_of({{sample()}, {}}));
  const auto marked = [](const auto& line) { return line.find("(giả\u00a0định)") != std::string::npos; };
  CHECK(std::ranges::count_if(lines, marked) == 1);
}

TEST_CASE("a row from an earlier run says so instead of its route") {
  auto row = sample();
  row.from_before = true;
  const auto text = table_of({{row}, {}});
  CHECK(text.find("đã có từ lần chạy") != std::string::npos);
  CHECK(text.find("xét duyệt") == std::string::npos);
}

TEST_CASE("a missed journey is told with its reasons, in the table and in JSON") {
  const Report report{{sample()}, {{"001: Huân chương Lao động", "409 quota_full: không còn chỗ"}}};
  CHECK(table_of(report).find("409 quota_full: không còn chỗ") != std::string::npos);
  const auto json = as_json(report);
  REQUIRE(json.size() == 2);
  CHECK(json[0]["route"][2]["assumed"] == true);
  CHECK(json[0]["decision"] == "QĐ 812/QĐ-UBND ngày 15/10/2020");
  CHECK(json[1]["missed"] == "409 quota_full: không còn chỗ");
}
