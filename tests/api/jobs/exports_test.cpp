// Lists on their way out: only what one may see, marked with who took it out, as text and nothing else.
#include <chrono>
#include <functional>
#include <map>
#include <thread>

#include "api/jobs/job_bodies.hpp"
#include "tests/api/jobs/importing.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

class Exporting : public Importing {
 public:
  Exporting() {
    ready_dossier(submission, "=cmd|' /C calc'!A0");
    ready_dossier(submission, "Trường THPT Bình Gia");
  }
  std::string started(const std::string& token, const Json& body, const std::string& what = "/v1/dossiers/export") {
    const auto answer = post(what, token, body);
    INFO(answer.text);
    REQUIRE(answer.status == 202);
    CHECK(answer.headers.at("location") == "/v1/jobs/" + answer.body["id"].get<std::string>());
    while (job_runs->work()) {
    }
    return "/v1/jobs/" + answer.body["id"].get<std::string>();
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find("\r\n", at);
    lines.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("a list is exported as CSV with who and when above it, and formulas are text", "[jobs]") {
  Exporting p;
  const auto path = p.started(p.clerk(), {{"format", "csv"}});
  const auto job = p.get(path, p.clerk());
  REQUIRE(job.status == 200);
  CHECK(job.body["state"] == "done");
  CHECK(job.body["total"] == 2);
  CHECK(job.body["result"]["file"] == path + "/file");
  const auto file = p.get(path + "/file", p.clerk());
  REQUIRE(file.status == 200);
  CHECK(file.headers.at("content-type") == "text/csv; charset=utf-8");
  CHECK(file.headers.at("content-disposition").starts_with("attachment;"));
  CHECK(file.headers.at("x-content-type-options") == "nosniff");
  const auto lines = lines_of(file.text);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("\xef\xbb\xbf\"Xuất bởi Người so_gddt_lang_son/unit_clerk/, "));
  CHECK(lines[1].starts_with("Mã hồ sơ,Đối tượng,"));
  CHECK((lines[2] + lines[3]).find(",'=cmd|' /C calc'!A0,") != std::string::npos);
  CHECK(static_cast<std::size_t>(job.body["result"]["size"].get<int>()) == file.text.size());
}

TEST_CASE("the same list as a workbook, in English where that is asked for", "[jobs]") {
  Exporting p;
  const auto answer = p.call("POST", "/v1/dossiers/export", p.clerk(), R"({"format":"xlsx"})",
                             {{"idempotency-key", "k"}, {"accept-language", "en"}});
  REQUIRE(answer.status == 202);
  REQUIRE(p.job_runs->work());
  const auto file = p.get("/v1/jobs/" + answer.body["id"].get<std::string>() + "/file", p.clerk());
  const auto sheet = std::get<Sheet>(read_sheet(file.text));
  REQUIRE(sheet.rows.size() == 4);
  CHECK(sheet.rows[0].cells[0].text.starts_with("Exported by "));
  CHECK(sheet.rows[1].cells[1].text == "Nominee");
  for (const auto& row : sheet.rows) {
    for (const auto& cell : row.cells) CHECK(cell.kind == CellKind::text);
  }
}

TEST_CASE("an export holds what its person sees and what the filter leaves", "[jobs]") {
  Exporting p;
  const auto rows_for = [&](const std::string& token, const Json& filter) {
    const auto path = p.started(token, {{"format", "csv"}, {"filter", filter}});
    return lines_of(p.get(path + "/file", token).text).size() - 2;
  };
  CHECK(rows_for(p.head(), Json::object()) == 2);
  CHECK(rows_for(p.head(), {{"text", "binh gia"}}) == 1);
  CHECK(rows_for(p.head(), {{"phases", {"signed"}}}) == 0);
  CHECK(rows_for(p.token("so_khcn_lang_son", Role::unit_head), Json::object()) == 0);
}

namespace {

/// Four dossiers of one plan: two drafts, one that waits for its receipt, one that the department has had past its due date.
class Boarded : public Exporting {
 public:
  Boarded() {
    attach_letter(submission);
    for (const auto& dossier : {waiting, late}) submit(dossier);
    done(late, "receive", intake());
    REQUIRE(get("/v1/dossiers", officer()).status == 200);  // entries are there from the first list on
    due_on(late, day(2025, 2, 9));
    const auto* plan = shipped_definitions().latest_plan("lang-son-2021-2025");
    stages = plan->route(plan->award_form("provincial_merit")->route)->stages;
  }
  /// The plan gives its stages no days; the list entry says what a stage with a limit would.
  void due_on(const std::string& dossier, Date due, const std::function<void(ListEntry&)>& change = {}) {
    auto entry = lists.entry(dossier.substr(dossier.rfind('/') + 1)).value();
    entry.due = due;
    if (change) change(entry);
    lists.put_entries({&entry, 1});
  }
  std::vector<std::string> table(Json body, const std::string& token) {
    body["filter"]["plans"] = {"lang-son-2021-2025"};
    body["format"] = "csv";
    const auto path = started(token, body, "/v1/board/export");
    const auto job = get(path, token);
    REQUIRE(job.body["state"] == "done");
    CHECK(job.body["result"]["what"] == "board");
    const auto file = get(path + "/file", token);
    CHECK(file.headers.at("content-disposition") == "attachment; filename=\"bang-theo-doi.csv\"");
    return lines_of(file.text);
  }

  std::string waiting = ready_dossier(submission, "Trường A");
  std::string late = ready_dossier(submission, "Trường B");
  std::vector<Stage> stages;
};

Json one_plan() { return {{"plans", {"lang-son-2021-2025"}}}; }

}  // namespace

TEST_CASE("the stages of a board are exported: who came how far, and who stands there", "[jobs]") {
  Boarded p;
  const auto lines = p.table({{"form", "provincial_merit"}, {"pictures", {"stages"}}}, p.officer());
  REQUIRE(lines.size() == 3 + p.stages.size());
  CHECK(lines[2] == "Đã lập hồ sơ,4,,,,,");
  CHECK(lines[3].find(",2,,2,,,") != std::string::npos);
  CHECK(lines[4].find(",0,0,0,,,") != std::string::npos);
}

TEST_CASE("what is overdue is exported by unit and stage, by place and by days", "[jobs]") {
  Boarded p;
  const auto heat = p.table({{"pictures", {"overdue"}}}, p.officer());
  REQUIRE(heat.size() == 3);
  CHECK(heat[1].starts_with("Đơn vị trình,"));
  CHECK(heat[1].ends_with(",Tổng"));
  CHECK(heat[2] == "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn,1,1");
  const auto places = p.table({{"pictures", {"places"}}}, p.officer());
  CHECK(places[1] == "Địa bàn,Quá hạn,Tổng");
  REQUIRE(places.size() == 3);
  CHECK(places[2].ends_with(",1,4"));
  const auto ageing = p.table({{"pictures", {"ageing"}}}, p.officer());
  REQUIRE(ageing.size() == 8);
  CHECK(ageing[4] == "Quá hạn 1–7 ngày,1");
  CHECK(ageing[2].ends_with(",0"));
  // In CSV one after the other.
  const auto both = p.table({{"pictures", {"ageing", "places"}}}, p.officer());
  REQUIRE(both.size() == ageing.size() + 1 + places.size());
  CHECK(both[ageing.size()].empty());
  CHECK(both[ageing.size() + 2] == places[1]);
}

TEST_CASE("stages of a board say the share of the stage before and the working days that they took", "[jobs]") {
  Boarded p;
  const auto third = p.ready_dossier(p.submission, "Trường C");
  p.submit(third);
  p.done(third, "receive", p.intake());
  const auto forward = [&](const std::string& dossier, unsigned date) {
    REQUIRE(p.clock.move_to(Instant{(day(2025, 2, date).days() * 24LL + 2) * 3'600'000}));
    p.attest_all(dossier);
    p.done(dossier, "propose", p.appraiser(), {{"kind", "forward"}});
    p.done(dossier, "forward", p.director(), {{"letter", a_letter("33/SNV")}});
  };
  forward(third, 13);   // the working day after its receipt
  forward(p.late, 18);  // the fourth
  const auto lines = p.table({{"form", "provincial_merit"}, {"pictures", {"stages"}}}, p.officer());
  CHECK(lines[2] == "Đã lập hồ sơ,5,,,,,");
  CHECK(lines[3].ends_with(",3,,1,1,4,"));
  CHECK(lines[4].ends_with(",2,67,2,,,"));
}

TEST_CASE("a board counts what is at work of its form and of what was asked for", "[jobs]") {
  Boarded p;
  const Json stages{{"form", "provincial_merit"}, {"pictures", {"stages"}}};
  auto narrowed = stages;
  narrowed["filter"]["text"] = "binh gia";
  CHECK(p.table(narrowed, p.officer())[2] == "Đã lập hồ sơ,1,,,,,");
  p.due_on(p.waiting, day(2025, 2, 12), [](ListEntry& entry) { entry.form = "pm_merit"; });
  CHECK(p.table(stages, p.officer())[2] == "Đã lập hồ sơ,3,,,,,");
  p.due_on(p.waiting, day(2025, 2, 9), [&](ListEntry& entry) {
    entry.form = "provincial_merit";
    entry.phase = Phase::withdrawn;
  });
  CHECK(p.table(stages, p.officer())[3].ends_with(",2,,1,,,"));
}

TEST_CASE("what is due today, is on hold or has ended is not overdue", "[jobs]") {
  Boarded p;
  std::map<std::string, std::function<void(ListEntry&)>> others{
      {"on hold", [](ListEntry& entry) { entry.held = true; }}, {"ended", [](ListEntry& entry) { entry.phase = Phase::withdrawn; }}};
  for (const auto& [name, change] : others) p.due_on(p.ready_dossier(p.submission, name), day(2025, 2, 9), change);
  p.due_on(p.waiting, day(2025, 2, 12));
  CHECK(p.table({{"pictures", {"overdue"}}}, p.officer())[2].ends_with(",1,1"));
  CHECK(p.table({{"pictures", {"places"}}}, p.officer())[2].ends_with(",1,6"));
  const auto ageing = p.table({{"pictures", {"ageing"}}}, p.officer());
  CHECK(ageing[4] == "Quá hạn 1–7 ngày,1");
  CHECK(ageing[5] == "Hạn hôm nay,1");
}

namespace {

/// Rounds with places: one that is open, with an award decided and another on its way to the decision; one that is closed.
class Placed : public Exporting {
 public:
  Placed() {
    const auto sent = open_submission(open);
    attach_letter(sent);
    for (const std::string name : {"Trường A", "Trường B"}) {
      const auto dossier = ready_dossier(sent, name);
      submit(dossier);
      appraise(dossier);
      advise(sent, dossier);
      verify(dossier);
      if (name == "Trường B") continue;
      const auto decision = open_decision(open);
      approve(dossier, decision);
      done(decision, "sign", chairman());
      done(decision, "number", registry(), {{"number", "100/QĐ-UBND"}, {"date", "2025-02-12"}});
    }
    const auto etag = get("/v1/occasions/" + closed, officer()).etag();
    REQUIRE(post("/v1/occasions/" + closed + "/close", officer(), Json::object(), {{"if-match", etag}}).status == 200);
  }
  /// Without what is above them.
  std::vector<std::string> rows(const std::string& token, Json filter) {
    filter["plans"] = {"lang-son-2021-2025"};
    const auto path = started(token, {{"format", "csv"}, {"filter", filter}, {"pictures", {"quotas"}}}, "/v1/board/export");
    auto lines = lines_of(get(path + "/file", token).text);
    REQUIRE(lines.size() >= 2);
    CHECK(lines[1].ends_with(",Tổng số,Đã có quyết định,Đang giữ chỗ,Còn lại"));
    return {lines.begin() + 2, lines.end()};
  }

  std::string open = round("=1+1", 4);
  std::string closed = round("Đợt đã xong", 7);

 private:
  std::string round(const std::string& name, int places) {
    const auto answer = post("/v1/occasions", officer(),
                             {{"plan", "lang-son-2021-2025"},
                              {"milestone", "final_review"},
                              {"name", name},
                              {"document", {{"number", "16/HD-SNV"}, {"date", "2025-01-15"}}},
                              {"forms", {"provincial_merit"}},
                              {"places", {{{"form", "provincial_merit"}, {"limit", places}}}},
                              {"opens", "2025-01-20"},
                              {"receipt_deadline", "2025-06-20"}});
    INFO(answer.text);
    REQUIRE(answer.status == 201);
    return answer.body["id"];
  }
};

}  // namespace

TEST_CASE("places of a board are those of the open rounds or of those named, of the forms asked for, as their person sees them", "[jobs]") {
  Placed p;
  const auto open = p.rows(p.officer(), Json::object());
  REQUIRE(open.size() == 1);
  CHECK(open[0].starts_with("'=1+1,"));
  CHECK(open[0].ends_with(",4,1,0,3"));  // this route keeps no places ahead of its decision
  const auto named = p.rows(p.officer(), {{"occasions", {p.closed}}});
  REQUIRE(named.size() == 1);
  CHECK(named[0].starts_with("Đợt đã xong,"));
  CHECK(named[0].ends_with(",7,0,0,7"));
  CHECK(p.rows(p.officer(), {{"forms", {"pm_merit"}}}).empty());
  const auto elsewhere = p.token("so_noi_vu_ninh_binh", Role::board_officer);
  CHECK(p.rows(elsewhere, Json::object()).empty());
  CHECK(p.rows(elsewhere, {{"occasions", {p.open}}}).empty());
}

TEST_CASE("a board is in the language asked for", "[jobs]") {
  Exporting p;
  const auto answer = p.call("POST", "/v1/board/export", p.officer(), Json{{"format", "csv"}, {"filter", one_plan()}, {"pictures", {"ageing"}}}.dump(),
                             {{"idempotency-key", "k"}, {"accept-language", "en"}});
  REQUIRE(answer.status == 202);
  REQUIRE(p.job_runs->work());
  const auto lines = lines_of(p.get("/v1/jobs/" + answer.body["id"].get<std::string>() + "/file", p.officer()).text);
  CHECK(lines[0].starts_with("\xef\xbb\xbf\"Exported by "));
  CHECK(lines[1] == "Due,Dossiers");
  CHECK(lines[2] == "More than 30 days overdue,0");
}

TEST_CASE("whose role has ended takes nothing out", "[jobs]") {
  Exporting p;
  for (const std::string what : {"/v1/dossiers/export", "/v1/board/export"}) {
    Json body{{"format", "csv"}};
    if (what == "/v1/board/export") body.update({{"filter", one_plan()}, {"pictures", {"ageing"}}});
    const auto token = p.token("so_gddt_lang_son", Role::unit_head, what);
    const auto asked = p.post(what, token, body);
    REQUIRE(asked.status == 202);
    p.end_roles(token);
    const auto files = p.blobs.size();
    REQUIRE(p.job_runs->work());
    const auto job = p.jobs.job(asked.body["id"]).value();
    CHECK(job.state == JobState::failed);
    CHECK(fault_of(job).value().code == "job_rights_ended");
    CHECK(p.blobs.size() == files);
  }
}

TEST_CASE("a board is exported as a workbook with a sheet for each picture, numbers as numbers", "[jobs]") {
  Boarded p;
  const auto path = p.started(p.officer(), {{"format", "xlsx"}, {"filter", {{"plans", {"lang-son-2021-2025"}}}}, {"form", "provincial_merit"}},
                              "/v1/board/export");
  const auto file = p.get(path + "/file", p.officer());
  const auto sheet = std::get<Sheet>(read_sheet(file.text));
  CHECK(sheet.others == 4);
  CHECK(sheet.rows[0].cells[0].text.starts_with("Xuất bởi "));
  CHECK(sheet.rows[2].cells[0].text == "Đã lập hồ sơ");
  CHECK(sheet.rows[2].cells[1].kind == CellKind::number);
  CHECK(sheet.rows[2].cells[1].text == "4");
}

TEST_CASE("a board holds what its person sees", "[jobs]") {
  Boarded p;
  const auto lines = p.table({{"form", "provincial_merit"}, {"pictures", {"stages"}}}, p.token("so_khcn_lang_son", Role::unit_head));
  CHECK(lines[2] == "Đã lập hồ sơ,0,,,,,");
  const auto other = p.token("so_khcn_lang_son", Role::unit_head);
  for (const std::string picture : {"overdue", "places"}) CHECK(p.table({{"pictures", {picture}}}, other).size() == 2);
  const auto ageing = p.table({{"pictures", {"ageing"}}}, other);
  REQUIRE(ageing.size() == 8);
  for (std::size_t i = 2; i < ageing.size(); ++i) CHECK(ageing[i].ends_with(",0"));
}

TEST_CASE("a board is of one plan, its stages of one of its forms", "[jobs]") {
  Exporting p;
  const auto fault = [&](const Json& body) -> std::string {
    const auto answer = p.post("/v1/board/export", p.officer(), body);
    return answer.status == 202 ? "" : answer.body["errors"][0]["pointer"].get<std::string>();
  };
  const Json one = one_plan();
  CHECK(fault({{"format", "csv"}, {"filter", Json::object()}}) == "/filter/plans");
  CHECK(fault({{"format", "csv"}, {"filter", {{"plans", {"a", "b"}}}}}) == "/filter/plans");
  CHECK(fault({{"format", "csv"}, {"filter", {{"plans", {"a"}}}}}) == "/filter/plans/0");
  CHECK(fault({{"format", "csv"}, {"filter", one}}) == "/form");
  CHECK(fault({{"format", "csv"}, {"filter", one}, {"form", "none"}}) == "/form");
  CHECK(fault({{"format", "csv"}, {"filter", one}, {"pictures", {"ageing", "x"}}}) == "/pictures/1");
  CHECK(fault({{"format", "csv"}, {"filter", one}, {"pictures", {"ageing"}}}).empty());
  CHECK(fault({{"format", "csv"}, {"filter", {{"plans", {"lang-son-2021-2025"}}, {"text", std::string(301, 'x')}}}, {"pictures", {"ageing"}}}) ==
        "/filter/text");
  CHECK(p.call("POST", "/v1/board/export", p.officer(), Json{{"format", "csv"}, {"filter", one}, {"pictures", {"ageing"}}}.dump()).code() ==
        "idempotency_key_missing");
  CHECK(p.post("/v1/board/export", p.token("lang_son", Role::administrator), {{"format", "csv"}, {"filter", one}}).status == 403);
}

TEST_CASE("an export and each look at its file are in the access log", "[jobs]") {
  Exporting p;
  const auto path = p.started(p.clerk(), {{"format", "csv"}});
  CHECK(p.get(path + "/file", p.clerk()).status == 200);
  p.started(p.clerk(), {{"format", "csv"}, {"filter", one_plan()}, {"pictures", {"ageing"}}}, "/v1/board/export");
  std::vector<std::string> routes;
  for (const auto& entry : p.access_log.find({.kind = AccessKind::exported})) routes.push_back(entry.method + " " + entry.route);
  CHECK(routes == std::vector<std::string>{"POST /v1/board/export", "GET /v1/jobs/{id}/file", "POST /v1/dossiers/export"});
  p.access_log.failing = true;
  CHECK(p.get(path + "/file", p.clerk()).code() == "storage_unavailable");
}

TEST_CASE("jobs are their person's, newest first, and page by page", "[jobs]") {
  Exporting p;
  const auto first = p.started(p.clerk(), {{"format", "csv"}});
  p.clock.system = Instant{p.clock.system.milliseconds + 1'000};
  const auto second = p.started(p.clerk(), {{"format", "xlsx"}});
  const auto page = p.get("/v1/jobs?limit=1", p.clerk());
  REQUIRE(page.body["items"].size() == 1);
  CHECK("/v1/jobs/" + page.body["items"][0]["id"].get<std::string>() == second);
  const auto next = p.get("/v1/jobs?limit=1&cursor=" + page.body["cursor"].get<std::string>(), p.clerk());
  REQUIRE(next.body["items"].size() == 1);
  CHECK("/v1/jobs/" + next.body["items"][0]["id"].get<std::string>() == first);
  CHECK(p.get("/v1/jobs", p.head()).body["items"].empty());
  for (const std::string part : {"", "/file"}) CHECK(p.get(first + part, p.head()).status == 404);
  CHECK(p.post(first + "/actions/cancel", p.head(), Json::object()).status == 404);
  CHECK(p.get("/v1/jobs", p.token("lang_son", Role::administrator)).status == 403);
}

TEST_CASE("a person has three unfinished jobs and no more, and may cancel one", "[jobs]") {
  Exporting p;
  Json last;
  for (int i = 0; i < 3; ++i) {
    const auto answer = p.post("/v1/dossiers/export", p.clerk(), {{"format", "csv"}});
    REQUIRE(answer.status == 202);
    CHECK(answer.body["state"] == "waiting");
    last = answer.body["id"];
  }
  const auto refused = p.post("/v1/dossiers/export", p.clerk(), {{"format", "csv"}});
  CHECK(refused.status == 409);
  CHECK(refused.code() == "too_many_jobs");
  CHECK(p.send(p.list_named({"A"}), p.clerk()).code() == "too_many_jobs");
  CHECK(p.post("/v1/dossiers/export", p.head(), {{"format", "csv"}}).status == 202);
  const auto path = "/v1/jobs/" + last.get<std::string>();
  REQUIRE(p.post(path + "/actions/cancel", p.clerk(), Json::object()).status == 200);
  CHECK(p.get(path + "/file", p.clerk()).status == 404);
  CHECK(p.post("/v1/dossiers/export", p.clerk(), {{"format", "csv"}}).status == 202);
}

TEST_CASE("what is wrong with an export is said at once", "[jobs]") {
  Exporting p;
  CHECK(p.post("/v1/dossiers/export", p.clerk(), {{"format", "pdf"}}).code() == "validation");
  CHECK(p.post("/v1/dossiers/export", p.clerk(), {{"format", "csv"}, {"filter", {{"text", std::string(301, 'x')}}}}).code() == "validation");
  CHECK(p.call("POST", "/v1/dossiers/export", p.clerk(), "{}").code() == "idempotency_key_missing");
}

TEST_CASE("jobs are forgotten at their time, with their files", "[jobs]") {
  Exporting p;
  const auto before = p.blobs.size();
  const auto path = p.started(p.clerk(), {{"format", "csv"}});
  const auto list = p.checked(p.list_named({"A"}));
  CHECK(p.blobs.size() > before + 1);
  p.clock.system = Instant{p.clock.system.milliseconds + 24LL * 3'600'000 - 1};
  p.job_runs->tidy();
  CHECK(p.get(path, p.clerk()).status == 200);
  p.clock.system = Instant{p.clock.system.milliseconds + 1};
  CHECK(p.get(path, p.clerk()).status == 404);
  p.job_runs->tidy();
  CHECK(p.get(list, p.clerk()).status == 404);
  CHECK(p.blobs.size() == before);
}

TEST_CASE("a job whose node dies each time is given up", "[jobs]") {
  Exporting p;
  const auto answer = p.post("/v1/dossiers/export", p.clerk(), {{"format", "csv"}});
  for (int i = 0; i < 3; ++i) {
    REQUIRE(p.jobs.take_job(p.clock.system, Instant{p.clock.system.milliseconds + 60'000}));
    p.clock.system = Instant{p.clock.system.milliseconds + 60'000};
  }
  REQUIRE(p.job_runs->work());
  const auto job = p.get("/v1/jobs/" + answer.body["id"].get<std::string>(), p.clerk());
  CHECK(job.body["state"] == "failed");
  CHECK(job.body["refusal"]["code"] == "job_interrupted");
}

TEST_CASE("threads work on jobs by themselves until they are told to end", "[jobs]") {
  Exporting p;
  const auto working = p.job_runs->start();
  const auto answer = p.post("/v1/dossiers/export", p.clerk(), {{"format", "csv"}});
  const auto path = "/v1/jobs/" + answer.body["id"].get<std::string>();
  for (int i = 0; i < 2'000 && p.get(path, p.clerk()).body["state"] != "done"; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(p.get(path, p.clerk()).body["state"] == "done");
}
