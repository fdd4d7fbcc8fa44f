// Mends of a whole list, and cells that are typed over: what is offered, what becomes of it, and what is never guessed.
#include "api/jobs/import_mends.hpp"
#include "api/jobs/import_values.hpp"
#include "tests/api/jobs/importing.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using Texts = std::vector<std::string>;

struct Mending : Importing {
  Answer put(const std::string& path, const Json& body) { return call("PUT", path, clerk(), body.dump()); }
  void mend(const std::string& path, const Json& codes) {
    REQUIRE(put(path + "/mends", {{"mends", codes}}).status == 202);
    REQUIRE(job_runs->work());
  }
  void type(const std::string& path, const Json& cells) {
    const auto answer = put(path + "/cells", {{"cells", cells}});
    INFO(answer.text);
    REQUIRE(answer.status == 202);
    REQUIRE(job_runs->work());
  }
  /// "name: Hµ > Hà" of each row that a query gives.
  Texts offered(const std::string& path, const std::string& code) {
    Texts all;
    const auto rows = get(path + "/rows?cause=" + code, clerk());
    for (const auto& row : rows.body.at("items")) {
      for (const auto& it : row["problems"]) {
        const std::string field = it["field"];
        if (it["code"] == code) all.push_back(field + ": " + row["shown"][field].get<std::string>() + " > " + it["after"].get<std::string>());
      }
    }
    return all;
  }
  Texts mended(const std::string& path, const std::string& code) {
    Texts all;
    const auto rows = get(path + "/rows?mended=" + code, clerk());
    for (const auto& row : rows.body.at("items")) {
      for (const auto& it : row["mended"]) {
        if (it["code"] == code) all.push_back(it["field"].get<std::string>() + ": " + it["before"].get<std::string>() + " > " + it["after"].get<std::string>());
      }
    }
    return all;
  }
  std::vector<std::string> row_of(const std::string& name, const std::string& title, const std::string& from = "01/01/2021") {
    auto row = good_row(name);
    row[1] = title;
    row[4] = from;
    return row;
  }
};

const ImportField name_field{"name", ImportField::Kind::text, "Họ và tên", {}, "", 0};
const ImportField date_field{"achievement_from", ImportField::Kind::date, "Từ ngày", {}, "", 0};

std::string date_of(const std::string& text) {
  const auto day = date_in_other_form(text);
  return day ? day->text() : "";
}

}  // namespace

TEST_CASE("a list that was typed for an old font is mended at once, and drafts have the right text", "[jobs]") {
  Mending p;
  const auto path = p.checked(p.list_of({p.row_of("NguyÔn V¨n A", "Tr\u00ADëng phßng"), p.row_of("Trần Thị B", "Trưởng phòng"),
                                         p.row_of("Lª V¨n C", "Tr\u00ADëng phßng"), p.row_of("Phaïm Vaên D", "Chuû tòch")}));
  const auto before = p.shown(path);
  CHECK(groups_in(before) == Texts{"error old_font_tcvn3  2 4", "error old_font_vni  5"});
  CHECK(before["counts"]["bad"] == 3);
  CHECK(before["groups"][0]["mendable"] == true);
  CHECK(before["mends"] == Json::array());
  CHECK(p.offered(path, "old_font_tcvn3") == Texts{"name: NguyÔn V¨n A > Nguyễn Văn A", "title: Tr\u00ADëng phßng > Trưởng phòng",
                                                   "name: Lª V¨n C > Lê Văn C", "title: Tr\u00ADëng phßng > Trưởng phòng"});
  p.mend(path, {"old_font_tcvn3"});
  const auto after = p.shown(path);
  CHECK(groups_in(after) == Texts{"error old_font_vni  5"});
  CHECK(after["mends"] == Json{"old_font_tcvn3"});
  CHECK(after["mended"] == Json{{{"code", "old_font_tcvn3"}, {"rows", 2}}});
  CHECK(p.mended(path, "old_font_tcvn3").front() == "name: NguyÔn V¨n A > Nguyễn Văn A");
  p.commit(path);
  CHECK(p.nominees() == Texts{"Lê Văn C", "Nguyễn Văn A", "Trần Thị B"});
}

TEST_CASE("a mend is taken back by leaving it out", "[jobs]") {
  Mending p;
  const auto path = p.checked(p.list_of({p.row_of("NguyÔn V¨n A", "Phó phòng")}));
  p.mend(path, {"old_font_tcvn3", "spaces", "spaces"});
  CHECK(p.shown(path)["mends"] == Json{"old_font_tcvn3", "spaces"});
  CHECK(p.shown(path)["counts"]["bad"] == 0);
  p.mend(path, Json::array());
  CHECK(p.shown(path)["counts"]["bad"] == 1);
  CHECK(p.shown(path)["mended"].empty());
}

TEST_CASE("beside an old font, what can be read either way is shown and not forced", "[jobs]") {
  Mending p;
  const auto path = p.checked(p.list_of({p.row_of("NguyÔn V¨n A", "Phó phòng"), p.row_of("Hà Tú", "Phó phòng")}));
  CHECK(groups_in(p.shown(path)) == Texts{"error old_font_tcvn3 name 2", "warning old_font_row title 2"});
  p.mend(path, {"old_font_tcvn3"});
  CHECK(p.shown(path)["counts"] == Json{{"good", 2}, {"warned", 1}, {"duplicate", 0}, {"bad", 0}});
  CHECK(p.offered(path, "old_font_row") == Texts{"title: Phó phòng > Phú phũng"});
}

TEST_CASE("stray spaces and hidden characters are mended, dates beyond doubt too, and nothing else", "[jobs]") {
  Mending p;
  const auto path = p.checked(p.list_of({p.row_of("Nguyễn  Văn\u00A0 A", "Phó\u200B phòng", "2021/1/5"), p.row_of("Trần Thị B", "Phó phòng", "03/04/21"),
                                         p.row_of("Lê Văn C", "Phó phòng", "5/1/2021 00:00:00"), p.row_of("Lê Văn D", "Phó phòng", "01/\u00A002/2021")}));
  CHECK(groups_in(p.shown(path)) == Texts{"error date_expected achievement_from 3", "error date_form achievement_from 2 4 5", "error spaces  2"});
  CHECK(p.offered(path, "spaces") ==
        Texts{"name: Nguyễn  Văn\u00A0 A > Nguyễn Văn A", "title: Phó\u200B phòng > Phó phòng"});
  p.mend(path, {"spaces", "date_form"});
  CHECK(groups_in(p.shown(path)) == Texts{"error date_expected achievement_from 3"});
  CHECK(p.mended(path, "date_form") == Texts{"achievement_from: 2021/1/5 > 05/01/2021", "achievement_from: 5/1/2021 00:00:00 > 05/01/2021",
                                            "achievement_from: 01/\u00A002/2021 > 01/02/2021"});
  p.commit(path);
  CHECK(p.nominees() == Texts{"Lê Văn C", "Lê Văn D", "Nguyễn Văn A"});
}

TEST_CASE("titles that were typed for an old font are known", "[jobs]") {
  Mending p;
  const auto path = p.checked(book_of(sheet_data({{"Hä vµ tªn", "Chöùc vuï", "Nhãm ®èi t\u00ADîng"}, {"Nguyễn Văn A", "Trưởng phòng", p.category_name()}})));
  const auto columns = p.shown(path)["columns"];
  CHECK(columns[0]["field"] == "name");
  CHECK(columns[1]["field"] == "title");
  CHECK(columns[2]["field"] == "category");
}

TEST_CASE("the rows to fix have the mended text", "[jobs]") {
  Mending p;
  auto row = p.row_of("NguyÔn V¨n A", "Trưởng phòng");
  row[2] = "nhóm lạ";
  const auto path = p.checked(p.list_of({row}));
  p.mend(path, {"old_font_tcvn3"});
  const auto read = read_sheet(p.get(path + "/bad-rows", p.clerk()).text);
  CHECK(std::get<Sheet>(read).rows.at(1).cells.at(1).text == "Nguyễn Văn A");
}

TEST_CASE("a cell that is typed over is checked again; what was sent stays and comes back", "[jobs]") {
  Mending p;
  auto bad = p.row_of("Nguyễn Văn A", "Trưởng phòng", "năm 2021");
  const auto blobs = p.blobs.size();
  const auto path = p.checked(p.list_of({bad, p.row_of("", "Phó phòng")}));
  CHECK(p.shown(path)["counts"]["bad"] == 2);
  p.type(path, {{{"row", 2}, {"field", "achievement_from"}, {"text", " 01/01/2021 "}}, {{"row", 3}, {"field", "name"}, {"text", "Trần Thị B"}}});
  CHECK(p.shown(path)["counts"]["bad"] == 0);
  CHECK(p.shown(path)["mended"] == Json{{{"code", "typed"}, {"rows", 2}}});
  CHECK(p.mended(path, "typed") == Texts{"achievement_from: năm 2021 > 01/01/2021", "name:  > Trần Thị B"});
  p.type(path, {{{"row", 2}, {"field", "achievement_from"}, {"text", nullptr}}});
  CHECK(groups_in(p.shown(path)) == Texts{"error date_expected achievement_from 2"});
  p.type(path, {{{"row", 3}, {"field", "name"}, {"text", ""}}});
  CHECK(groups_in(p.shown(path)) == Texts{"error date_expected achievement_from 2", "error name_missing name 3"});
  p.type(path, {{{"row", 3}, {"field", "name"}, {"text", "Trần Thị B"}}});
  p.commit(path);
  CHECK(p.nominees() == Texts{"Trần Thị B"});
  CHECK(p.blobs.size() == blobs + 1);  // the report's rows alone
}

TEST_CASE("what is typed is nobody's old font, and may stand in for a formula or a missing column", "[jobs]") {
  Mending p;
  std::string titles = text_cell("A1", "Họ và tên") + text_cell("B1", "Chức vụ");
  const auto path = p.checked(book_of("<sheetData>" + xml_row(1, titles) + xml_row(2, R"(<c r="A2"><f>B2</f><v>x</v></c>)" + text_cell("B2", "x")) +
                                      xml_row(3, text_cell("A3", "Hoµng Hµ")) + "</sheetData>"));
  Json cells = {{{"row", 2}, {"field", "name"}, {"text", "Hoàng Văn A"}}, {{"row", 3}, {"field", "name"}, {"text", "Hoµng Hµ"}}};
  for (const int row : {2, 3}) cells.push_back({{"row", row}, {"field", "category"}, {"text", p.category_name()}});
  p.type(path, cells);
  CHECK(p.shown(path)["counts"]["bad"] == 0);
  p.commit(path);
  CHECK(p.nominees() == Texts{"Hoµng Hµ", "Hoàng Văn A"});
}

TEST_CASE("mends and cells that are not there are refused and leave nothing", "[jobs]") {
  Mending p;
  const auto path = p.checked(p.list_named({"A"}));
  const auto blobs = p.blobs.size();
  CHECK(p.put(path + "/mends", {{"mends", {"everything"}}}).code() == "validation");
  CHECK(p.put(path + "/mends", {{"all", true}}).code() == "validation");
  const auto pointer = [&](const Json& cells) {
    const auto answer = p.put(path + "/cells", {{"cells", cells}});
    CHECK(answer.code() == "validation");
    return answer.body["errors"][0]["pointer"].get<std::string>();
  };
  CHECK(pointer({{{"row", 1}, {"field", "name"}, {"text", "x"}}}) == "/cells/0/row");
  CHECK(pointer({{{"row", 2}, {"field", "nobody"}, {"text", "x"}}}) == "/cells/0/field");
  CHECK(pointer({{{"row", 2}, {"field", "name"}, {"text", "x"}}, {{"row", 2}, {"field", "name"}}}) == "/cells/1/field");
  CHECK(p.put(path + "/cells", {{"cells", {{{"row", 2}, {"field", "name"}, {"text", "a\u200Bb"}}}}}).code() == "validation");
  CHECK(p.blobs.size() == blobs);
  CHECK(p.shown(path)["state"] == "ready");
  REQUIRE(p.put(path + "/cells", {{"cells", Json::array()}}).status == 202);
  CHECK(p.put(path + "/cells", {{"cells", Json::array()}}).code() == "import_not_ready");
  CHECK(p.put(path + "/mends", {{"mends", Json::array()}}).code() == "import_not_ready");
}

TEST_CASE("cancelling takes what was typed along", "[jobs]") {
  Mending p;
  const auto before = p.blobs.size();
  const auto path = p.checked(p.list_named({"A"}));
  p.type(path, {{{"row", 2}, {"field", "name"}, {"text", "B"}}});
  REQUIRE(p.post(path + "/actions/cancel", p.clerk(), Json::object()).status == 200);
  CHECK(p.blobs.size() == before);
}

TEST_CASE("only whoever sent a list mends it", "[jobs]") {
  Mending p;
  const auto path = p.checked(p.list_named({"A"}));
  for (const auto& other : {p.head(), p.token("so_gddt_lang_son", Role::unit_clerk, "second"), p.auditor()}) {
    CHECK(p.call("PUT", path + "/mends", other, R"({"mends":[]})").status == 404);
    CHECK(p.call("PUT", path + "/cells", other, R"({"cells":[]})").status == 404);
  }
}

TEST_CASE("which dates are beyond doubt", "[jobs]") {
  for (const std::string text : {"2024/12/31", "2024.12.31", "2024-12-31 00:00:00", "2024-12-31T08:30:00Z", "31/12/2024 0:00", "31 / 12 / 2024",
                                 "ngày 31 tháng 12 năm 2024", "Ngày 31 tháng 12, năm 2024", "31-Dec-2024", "Dec 31, 2024", "31 December 2024",
                                 "31-Thg12-2024", "31.12.2024 11:59 PM"}) {
    INFO(text);
    CHECK(date_of(text) == "2024-12-31");
  }
  for (const std::string text : {"", "03/04/25", "31/12/24", "12/2024", "2024", "31/12", "2024/13/31", "2024/02/30", "31122024", "20241231", "31/12/2024 - 01/01/2025",
                                 "31/12/2024 ký: A", "(31/12/2024)", "31/12/2024 1", "quý 4/2024", "năm 2024", "Dec 2024", "31-Foo-2024", ":", "31:12:2024"}) {
    INFO(text);
    CHECK(date_of(text).empty());
  }
}

TEST_CASE("a mend is offered once for a cell, and for text alone", "[jobs]") {
  const SheetCell old{0, CellKind::text, "Hoµng Tó"};
  const auto first = offered_mend(name_field, old, std::nullopt, {});
  REQUIRE(first);
  CHECK(first->code == MendCode::old_font_tcvn3);
  CHECK(first->after == "Hoàng Tú");
  CHECK_FALSE(offered_mend(name_field, {0, CellKind::text, first->after}, OldFont::tcvn3, {MendCode::old_font_tcvn3}));
  CHECK_FALSE(offered_mend(name_field, {0, CellKind::number, "2024  1"}, std::nullopt, {}));
  CHECK_FALSE(offered_mend(date_field, {0, CellKind::text, "2024/02/30"}, std::nullopt, {}));
  CHECK_FALSE(old_font_of_row({1, {old, {1, CellKind::text, "Nguyeãn Vaên"}}}));
  CHECK(old_font_of_row({1, {old, {1, CellKind::text, "Nguyễn"}}}) == OldFont::tcvn3);
}
