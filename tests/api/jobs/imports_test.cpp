// Lists of nominees: read, checked by cause, turned into drafts once and no more.
#include "api/desk/people/admin.hpp"
#include "tests/api/jobs/importing.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using Texts = std::vector<std::string>;

Sheet read_back(const std::string& bytes) {
  SheetRead read = read_sheet(bytes);
  REQUIRE(std::holds_alternative<Sheet>(read));
  return std::get<Sheet>(std::move(read));
}

}  // namespace

TEST_CASE("the template of a form has the columns that its import knows", "[jobs]") {
  Importing p;
  const auto answer = p.get("/v1/occasions/" + p.occasion + "/template?form=provincial_merit&subject_kind=individual", p.clerk());
  REQUIRE(answer.status == 200);
  CHECK(answer.headers.at("content-disposition").starts_with("attachment;"));
  const Sheet sheet = read_back(answer.text);
  Texts titles;
  for (const auto& cell : sheet.rows.front().cells) titles.push_back(cell.text);
  REQUIRE(titles.size() >= 6);
  CHECK(titles.at(0) == "Họ và tên");
  CHECK(titles.at(1) == "Chức vụ");
  CHECK(sheet.rows.size() == 1);
  const auto path = p.checked(book_of(sheet_data({titles, p.good_row("Nguyễn Văn A")})));
  const auto shown = p.shown(path);
  for (const auto& column : shown["columns"]) CHECK(column["field"].is_string());
}

TEST_CASE("a template is of a form of the occasion and for those who see it", "[jobs]") {
  Importing p;
  const std::string path = "/v1/occasions/" + p.occasion + "/template";
  CHECK(p.get(path, p.clerk()).code() == "validation");
  CHECK(p.get(path + "?form=labour_order&subject_kind=individual", p.clerk()).code() == "validation");
  CHECK(p.get(path + "?form=provincial_merit&subject_kind=nobody", p.clerk()).code() == "validation");
  CHECK(p.get(path + "?form=provincial_merit&subject_kind=individual", p.token("so_noi_vu_ninh_binh", Role::unit_head)).status == 404);
}

TEST_CASE("a list is read, checked, and its good rows become drafts", "[jobs]") {
  Importing p;
  auto bad = p.good_row("Lê Văn C");
  bad[2] = "nhóm không có";
  const auto path = p.checked(p.list_of({p.good_row("Nguyễn Văn A"), p.good_row("Trần Thị B"), bad, p.good_row("NGUYEN VAN A")}));
  const auto shown = p.shown(path);
  CHECK(shown["state"] == "ready");
  CHECK(shown["done"] == 4);
  CHECK(shown["total"] == 4);
  CHECK(shown["counts"] == Json{{"good", 2}, {"warned", 0}, {"duplicate", 1}, {"bad", 1}});
  CHECK(groups_in(shown) == Texts{"duplicate duplicate_in_file name 5", "error unknown_category category 4"});
  CHECK(p.nominees().empty());
  const auto same = p.get(path + "/rows?severity=duplicate", p.clerk()).body["items"][0]["problems"][0]["other"];
  CHECK(same["row"] == 2);
  CHECK(same["shown"]["name"] == "Nguyễn Văn A");
  CHECK(shown["fields"][2]["choices"] == Json{p.category_name()});

  p.commit(path);
  CHECK(p.nominees() == Texts{"Nguyễn Văn A", "Trần Thị B"});
  const auto done = p.shown(path);
  CHECK(done["state"] == "done");
  REQUIRE(done["made_dossiers"].size() == 2);
  CHECK(done["made_dossiers"][0]["row"] == 2);
  const auto dossier = "/v1/dossiers/" + done["made_dossiers"][0]["dossier"].get<std::string>();
  CHECK(p.get(dossier + "/content", p.clerk()).body["content"]["achievement_to"] == "2024-12-31");
  CHECK(p.get(dossier + "/history", p.clerk()).body["items"][0]["type"] == "dossier_opened");

  p.commit(path);
  CHECK(p.nominees().size() == 2);
}

TEST_CASE("rows that were left out come back with their reasons", "[jobs]") {
  Importing p;
  auto bad = p.good_row("=HYPERLINK(\"http://x\")");
  bad[4] = "30/02/2021";
  const auto path = p.checked(p.list_of({p.good_row("Nguyễn Văn A"), bad, p.good_row("Nguyễn Văn A")}));
  p.commit(path);
  const auto answer = p.get(path + "/bad-rows", p.clerk());
  REQUIRE(answer.status == 200);
  const Sheet sheet = read_back(answer.text);
  REQUIRE(sheet.rows.size() == 3);
  CHECK(sheet.rows[1].cells[0].text == "Ngày không có thật.");
  CHECK(sheet.rows[1].cells[1] == SheetCell{1, CellKind::text, "=HYPERLINK(\"http://x\")"});
  CHECK(sheet.rows[2].cells[0].text == "Trùng với dòng 2 trong tệp.");
}

TEST_CASE("every fault of a cell is named, where it is", "[jobs]") {
  Importing p;
  const auto row = [&](int n, const std::string& name, const std::string& more) {
    const auto at = std::to_string(n);
    return xml_row(n, name + text_cell("C" + at, p.category_name()) + more);
  };
  std::string titles;
  for (std::size_t i = 0; i < list_titles.size(); ++i) titles += text_cell(std::string(1, static_cast<char>('A' + i)) + "1", list_titles[i]);
  const std::string sheet =
      "<sheetData>" + xml_row(1, titles) + row(2, "", text_cell("D2", "không có tên")) +
      row(3, R"(<c r="A3"><f>A2</f><v>x</v></c>)", "") + row(4, R"(<c r="A4" t="b"><v>1</v></c>)", "") +
      row(5, R"(<c r="A5" t="e"><v>#N/A</v></c>)", "") + row(6, text_cell("A6", "A"), text_cell("E6", "2021")) +
      row(7, text_cell("A7", "B"), R"(<c r="E7" s="1"><v>60</v></c>)") + row(8, text_cell("A8", "C"), R"(<c r="E8"><v>45657</v></c>)") +
      row(9, text_cell("A9", "D"), text_cell("E9", "31/12/2024") + text_cell("F9", "01.01.2021")) +
      row(10, text_cell("A10", "E\xe2\x80\xae"), "") + row(11, text_cell("A11", std::string(501, 'x')), "") +
      xml_row(12, text_cell("A12", "G")) + row(13, text_cell("A13", "H"), "") + xml_row(14, text_cell("A14", "I")) +
      "</sheetData><mergeCells><mergeCell ref=\"C13:C14\"/></mergeCells>";
  const auto shown = p.shown(p.checked(book_of(sheet)));
  Texts errors;
  for (const auto& line : groups_in(shown)) {
    if (line.starts_with("error")) errors.push_back(line);
  }
  CHECK(errors == Texts{"error date_expected achievement_from 6 8", "error error_cell name 5",
                        "error formula name 3", "error merged_cell category 13 14", "error name_missing name 2", "error text_expected name 4",
                        "error too_long name 11", "error unsafe_text name 10", "error wrong_date achievement_from 7",
                        "error wrong_order achievement_to 9"});
  CHECK(shown["counts"]["bad"] == 12);
}

TEST_CASE("what a draft would lack when it is sent is a warning, in the engine's words", "[jobs]") {
  Importing p;
  auto thin = p.good_row("Nguyễn Văn A");
  thin[3] = "";
  const auto path = p.checked(p.list_of({thin}));
  const auto shown = p.shown(path);
  CHECK(shown["counts"] == Json{{"good", 1}, {"warned", 1}, {"duplicate", 0}, {"bad", 0}});
  CHECK(groups_in(shown) == Texts{"warning content_incomplete achievement 2"});
  p.commit(path);
  CHECK(p.nominees() == Texts{"Nguyễn Văn A"});
}

TEST_CASE("rows are paged, by the worst that is wrong with them", "[jobs]") {
  Importing p;
  auto bad = p.good_row("");
  const auto path = p.checked(p.list_of({p.good_row("A"), bad, bad, bad}));
  const auto first = p.get(path + "/rows?severity=error&limit=2", p.clerk());
  REQUIRE(first.status == 200);
  REQUIRE(first.body["items"].size() == 2);
  CHECK(first.body["items"][0]["row"] == 3);
  CHECK(first.body["items"][0]["problems"][0]["code"] == "name_missing");
  const auto second = p.get(path + "/rows?severity=error&limit=2&cursor=" + first.body["cursor"].get<std::string>(), p.clerk());
  CHECK(second.body["items"].size() == 1);
  CHECK_FALSE(second.body.contains("cursor"));
  CHECK(p.get(path + "/rows", p.clerk()).body["items"].size() == 4);
  CHECK(p.get(path + "/rows?severity=x", p.clerk()).code() == "validation");
}

TEST_CASE("columns whose titles nobody knows are named by hand", "[jobs]") {
  Importing p;
  auto row = p.good_row("Nguyễn Văn A");
  const auto path = p.checked(book_of(sheet_data({{"Cột 1", "Cột 2", "Nhóm đối tượng"}, {row[0], row[1], row[2]}})));
  CHECK(groups_in(p.shown(path)) == Texts{"error name_missing name 2"});
  const auto put = [&](const Json& columns) { return p.call("PUT", path + "/columns", p.clerk(), Json{{"columns", columns}}.dump()); };
  CHECK(put({{{"column", 0}, {"field", "nobody"}}}).code() == "validation");
  CHECK(put({{{"column", 9}, {"field", "name"}}}).code() == "validation");
  CHECK(put({{{"column", 0}, {"field", "name"}}, {{"column", 1}, {"field", "name"}}}).code() == "validation");
  REQUIRE(put({{{"column", 0}, {"field", "name"}}, {{"column", 2}, {"field", "category"}}}).status == 202);
  CHECK(put(Json::array()).code() == "import_not_ready");
  REQUIRE(p.job_runs->work());
  const auto shown = p.shown(path);
  CHECK(shown["counts"]["good"] == 1);
  CHECK(shown["columns"][1]["field"].is_null());
}

TEST_CASE("which column is what is remembered for the next list with those titles", "[jobs]") {
  Importing p;
  const auto row = p.good_row("Nguyễn Văn A");
  const std::vector<std::string> titles{"Cột 1", "Cột 2", "Nhóm đối tượng"};
  const auto list = [&](const std::string& name) { return book_of(sheet_data({titles, {name, row[1], row[2]}})); };
  const auto path = p.checked(list("Nguyễn Văn A"));
  const Json columns{{{"column", 0}, {"field", "name"}}, {{"column", 1}, {"field", "title"}}, {{"column", 2}, {"field", "category"}}};
  REQUIRE(p.call("PUT", path + "/columns", p.clerk(), Json{{"columns", columns}}.dump()).status == 202);
  REQUIRE(p.job_runs->work());
  p.commit(path);
  const auto next = p.shown(p.checked(list("Trần Thị B")));
  CHECK(next["columns"][0]["field"] == "name");
  CHECK(next["columns"][1]["field"] == "title");
  CHECK(next["counts"]["good"] == 1);
  // A title that says itself what it is goes before what was chosen.
  const auto said = p.shown(p.checked(book_of(sheet_data({{"Cột 1", "Họ và tên"}, {"x", "Lê Văn C"}}))));
  CHECK(said["columns"][0]["field"].is_null());
  CHECK(said["columns"][1]["field"] == "name");
}

TEST_CASE("nominees that the submission has already are named, and made again only when that is asked for", "[jobs]") {
  Importing p;
  const auto bytes = p.list_named({"Nguyễn Văn A", "Trần Thị B"});
  p.commit(p.checked(bytes));
  const auto again = p.checked(bytes);
  const auto shown = p.shown(again);
  CHECK(shown["counts"]["duplicate"] == 2);
  const auto rows = p.get(again + "/rows?severity=duplicate", p.clerk()).body["items"];
  const auto& other = rows[0]["problems"][0]["other"];
  CHECK(other["code"] == p.get("/v1/dossiers/" + other["dossier"].get<std::string>(), p.clerk()).body["code"]);
  CHECK(other["shown"] == Json{{"name", "Nguyễn Văn A"}, {"title", "Trưởng phòng"}, {"category", p.category_name()}, {"achievement", "Giúp xã nghèo"},
                               {"achievement_from", "2021-01-01"}, {"achievement_to", "2024-12-31"}});
  CHECK(shown["same_as"]["state"] == "done");
  CHECK(shown["same_as"]["made"] == 2);
  CHECK(p.post(again + "/actions/commit", p.clerk(), Json::object()).code() == "import_has_no_rows");
  p.commit(again, {{"with_duplicates", true}});
  CHECK(p.nominees().size() == 4);
}

TEST_CASE("a submission takes no more than it may, and the rest is said before", "[jobs]") {
  Importing p;
  Texts names;
  for (int i = 0; i < 203; ++i) names.push_back("Người " + std::to_string(i));
  const auto path = p.checked(p.list_named(names));
  const auto shown = p.shown(path);
  CHECK(shown["room"] == 200);
  CHECK(shown["counts"]["good"] == 200);
  CHECK(groups_in(shown) == Texts{"error submission_full  202 203 204"});
}

TEST_CASE("cancelling leaves nothing behind", "[jobs]") {
  Importing p;
  const auto before = p.blobs.size();
  const auto path = p.checked(p.list_named({"Nguyễn Văn A"}));
  CHECK(p.blobs.size() > before);
  const auto cancelled = p.post(path + "/actions/cancel", p.clerk(), Json::object());
  REQUIRE(cancelled.status == 200);
  CHECK(cancelled.body["state"] == "cancelled");
  CHECK(p.blobs.size() == before);
  CHECK(p.nominees().empty());
  CHECK(p.post(path + "/actions/commit", p.clerk(), Json::object()).code() == "import_not_ready");
  CHECK(p.get(path + "/bad-rows", p.clerk()).code() == "import_not_ready");
  CHECK(p.post(path + "/actions/cancel", p.clerk(), Json::object()).status == 200);
}

TEST_CASE("a list that is cancelled before it is read is not read", "[jobs]") {
  Importing p;
  const auto before = p.blobs.size();
  const auto sent = p.send(p.list_named({"A"}), p.clerk());
  const auto path = "/v1/imports/" + sent.body["id"].get<std::string>();
  REQUIRE(p.post(path + "/actions/cancel", p.clerk(), Json::object()).status == 200);
  CHECK_FALSE(p.job_runs->work());
  CHECK(p.blobs.size() == before);
}

TEST_CASE("one that is cancelled while it is checked stays cancelled and leaves nothing", "[jobs]") {
  Importing p;
  const auto before = p.blobs.size();
  const auto sent = p.send(p.list_named({"A"}), p.clerk());
  const auto path = "/v1/imports/" + sent.body["id"].get<std::string>();
  bool asked = false;
  p.jobs.before_change = [&](const Job& job) {
    if (job.phase != "check" || std::exchange(asked, true)) return;
    CHECK(p.post(path + "/actions/cancel", p.clerk(), Json::object()).status == 200);
  };
  while (p.job_runs->work()) {
  }
  CHECK(asked);
  CHECK(p.shown(path)["state"] == "cancelled");
  CHECK(p.blobs.size() == before);
}

TEST_CASE("interrupted while drafts are made, each row is made once and the report is whole", "[jobs]") {
  Importing p;
  const auto path = p.checked(p.list_named({"A", "B", "C", "D"}));
  REQUIRE(p.post(path + "/actions/commit", p.clerk(), Json::object()).status == 202);
  int written = 0;
  p.jobs.before_change = [&](const Job& job) {
    if (job.phase == "commit" && job.done == 3 && written++ == 0) throw StorageUnavailable("cut off");
  };
  CHECK_THROWS_AS(p.job_runs->work(), StorageUnavailable);
  CHECK(p.nominees() == Texts{"A", "B", "C"});
  p.restart();
  CHECK_FALSE(p.job_runs->work());
  p.clock.system = Instant{p.clock.system.milliseconds + 61'000};
  REQUIRE(p.job_runs->work());
  CHECK(p.nominees() == Texts{"A", "B", "C", "D"});
  const auto shown = p.shown(path);
  CHECK(shown["state"] == "done");
  CHECK(shown["made_dossiers"].size() == 4);
  CHECK(p.post(path + "/actions/cancel", p.clerk(), Json::object()).code() == "job_not_cancellable");
}

TEST_CASE("while drafts are made nobody cancels", "[jobs]") {
  Importing p;
  const auto path = p.checked(p.list_named({"A"}));
  REQUIRE(p.post(path + "/actions/commit", p.clerk(), Json::object()).status == 202);
  CHECK(p.post(path + "/actions/cancel", p.clerk(), Json::object()).code() == "job_not_cancellable");
}

TEST_CASE("drafts are not made when those keys may have been forgotten", "[jobs]") {
  Importing p;
  const auto path = p.checked(p.list_named({"A"}));
  REQUIRE(p.post(path + "/actions/commit", p.clerk(), Json::object()).status == 202);
  p.clock.system = Instant{p.clock.system.milliseconds + 41LL * 3'600'000};
  REQUIRE(p.job_runs->work());
  CHECK(p.nominees().empty());
  const auto shown = p.shown(path);
  CHECK(shown["state"] == "failed");
  CHECK(shown["refusal"]["code"] == "job_too_old");
}

TEST_CASE("rows that are refused when they are made are in the report", "[jobs]") {
  Importing p;
  const auto path = p.checked(p.list_named({"A"}));
  REQUIRE(p.post(path + "/actions/commit", p.clerk(), Json::object()).status == 202);
  auto officer = p.officer();
  const auto etag = p.get("/v1/occasions/" + p.occasion, officer).etag();
  REQUIRE(p.post("/v1/occasions/" + p.occasion + "/close", officer, Json::object(), {{"if-match", etag}}).status == 200);
  REQUIRE(p.job_runs->work());
  const auto shown = p.shown(path);
  CHECK(shown["made_dossiers"].empty());
  REQUIRE(shown["not_made"].size() == 1);
  CHECK(shown["not_made"][0]["code"] == "occasion_not_open");
  CHECK(read_back(p.get(path + "/bad-rows", p.clerk()).text).rows.size() == 2);
}

TEST_CASE("who may add a dossier may import; nobody else sees it", "[jobs]") {
  Importing p;
  const auto bytes = p.list_named({"A"});
  CHECK(p.send(bytes, p.token("so_gddt_lang_son", Role::specialist)).reasons() == Texts{"not_in_role"});
  CHECK(p.send(bytes, p.token("lang_son", Role::unit_head)).reasons() == Texts{"not_responsible_office"});
  CHECK(p.send(bytes, p.intake()).status == 404);
  CHECK(p.send(bytes, p.token("so_khcn_lang_son", Role::unit_head)).status == 404);
  CHECK(p.send("", p.clerk()).code() == "file_rejected");
  CHECK(p.call("POST", p.submission + "/imports", p.clerk(), bytes, {{"idempotency-key", "k"}}).code() == "validation");
  CHECK(p.call("POST", p.submission + "/imports?form=provincial_merit&subject_kind=individual", p.clerk(), bytes).code() ==
        "idempotency_key_missing");
  const auto path = p.checked(bytes);
  for (const auto& other : {p.head(), p.token("so_gddt_lang_son", Role::unit_clerk, "second"), p.auditor()}) {
    CHECK(p.get(path, other).status == 404);
    CHECK(p.get(path + "/rows", other).status == 404);
    CHECK(p.get(path + "/bad-rows", other).status == 404);
    CHECK(p.post(path + "/actions/commit", other, Json::object()).status == 404);
    CHECK(p.post(path + "/actions/cancel", other, Json::object()).status == 404);
    CHECK(p.call("PUT", path + "/columns", other, R"({"columns":[]})").status == 404);
  }
  CHECK(p.nominees().empty());
}

TEST_CASE("a key makes one import, however often it is sent", "[jobs]") {
  Importing p;
  const auto bytes = p.list_named({"A"});
  const auto first = p.send(bytes, p.clerk(), {{"idempotency-key", "once"}});
  REQUIRE(first.status == 202);
  CHECK(first.headers.at("location") == "/v1/imports/" + first.body["id"].get<std::string>());
  const auto blobs = p.blobs.size();
  const auto second = p.send(bytes, p.clerk(), {{"idempotency-key", "once"}});
  CHECK(second.status == 202);
  CHECK(second.body["id"] == first.body["id"]);
  CHECK(second.headers.at("idempotency-replayed") == "true");
  CHECK(p.blobs.size() == blobs);
  CHECK(p.send(p.list_named({"B"}), p.clerk(), {{"idempotency-key", "once"}}).code() == "idempotency_key_reused");
}

TEST_CASE("a file that cannot be read ends its job with the reason, and is not kept", "[jobs]") {
  Importing p;
  const auto before = p.blobs.size();
  const auto path = p.checked("Họ và tên;Chức vụ");
  const auto shown = p.shown(path);
  CHECK(shown["state"] == "failed");
  CHECK(shown["refusal"]["code"] == "sheet_text_file");
  CHECK_FALSE(shown["refusal"]["sentence"]["vi"].get<std::string>().empty());
  CHECK(p.blobs.size() == before);
}

TEST_CASE("whose role has ended imports nothing any more", "[jobs]") {
  Importing p;
  const auto sent = p.send(p.list_named({"A"}), p.clerk());
  REQUIRE(sent.status == 202);
  p.end_roles(p.clerk());
  REQUIRE(p.job_runs->work());
  const auto job = p.jobs.job(sent.body["id"]);
  REQUIRE(job);
  CHECK(job->state == JobState::failed);
  CHECK(Json::parse(job->body)["fault"]["code"] == "job_rights_ended");
}

TEST_CASE("where a kind has several categories each row says its own", "[jobs]") {
  Importing p;
  const auto bytes = book_of(sheet_data({{"Tên tập thể", "Nhóm đối tượng"}, {"A"}, {"B", "departments"}}));
  const auto sent = p.call("POST", p.submission + "/imports?form=provincial_merit&subject_kind=collective", p.clerk(), bytes,
                           {{"idempotency-key", "collective"}});
  REQUIRE(sent.status == 202);
  REQUIRE(p.job_runs->work());
  const auto shown = p.shown("/v1/imports/" + sent.body["id"].get<std::string>());
  CHECK(shown["counts"]["good"] == 1);
  CHECK(groups_in(shown).front() == "error category_missing category 2");
}
