// Finding offices and accounts by words, with and without marks.
#include <set>

#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::set<std::string> ids(const Answer& answer, const char* member) {
  INFO(answer.text);
  REQUIRE(answer.status == 200);
  std::set<std::string> found;
  for (const auto& item : answer.body["items"]) found.insert(item[member].get<std::string>());
  return found;
}

}  // namespace

TEST_CASE("offices are found by words of their names today, in pages, by anybody in a role", "[desk]") {
  Province p;
  for (const auto* text : {"S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5%20L%E1%BA%A1ng", "so%20noi%20vu%20lang", "SO%20NOI%20VU%20lang"}) {
    INFO(text);
    const auto found = p.get("/v1/offices?text=" + std::string(text), p.clerk());
    CHECK(ids(found, "id") == std::set<std::string>{"so_noi_vu_lang_son"});
    CHECK(found.body["items"][0]["name"] == "Sở Nội vụ tỉnh Lạng Sơn");
  }
  CHECK(ids(p.get("/v1/offices?text=khongco", p.clerk()), "id").empty());
  CHECK(p.get("/v1/offices?text=", p.clerk()).code() == "validation");
  CHECK(p.get("/v1/offices?colour=red", p.clerk()).code() == "unknown_parameter");
  const auto first = p.get("/v1/offices?limit=3", p.token("lang_son", Role::administrator));
  CHECK(ids(first, "id").size() == 3);
  const auto second = p.get(first.body["next"], p.token("lang_son", Role::administrator));
  for (const auto& id : ids(second, "id")) CHECK(id > first.body["items"][2]["id"].get<std::string>());
}

TEST_CASE("an office that is no more is not found, nor under the name that another had before", "[desk]") {
  const auto today = day(2025, 8, 1);
  Rig rig(today);
  const auto& organisation = rig.deps->rulebook.organisation();
  const auto token = rig.token("so_noi_vu_lang_son", Role::unit_clerk);
  std::set<std::string> expected;
  std::size_t dissolved = 0;
  for (const auto& [id, office] : organisation.offices) {
    const bool over = office.dissolution && office.dissolution->date <= today;
    dissolved += over ? 1 : 0;
    if (!over) expected.insert(id);
  }
  std::set<std::string> found;
  std::string next = "/v1/offices?limit=200";
  while (!next.empty()) {
    const auto page = rig.get(next, token);
    for (const auto& item : page.body["items"]) {
      found.insert(item["id"].get<std::string>());
      CHECK(item["name"] == organisation.office(item["id"].get<std::string>())->name_on(today));
    }
    next = page.body.value("next", "");
  }
  CHECK(dissolved > 0);
  CHECK(found == expected);
}

TEST_CASE("accounts are found by words of the name or the login, by administrators only", "[people]") {
  Province p;
  const auto admin = p.token("ubnd_lang_son", Role::administrator);
  REQUIRE(p.post("/v1/accounts", admin, {{"login", "vtluong"}, {"name", "Vũ Thị Đào Lượng"}}).status == 201);
  REQUIRE(p.post("/v1/accounts", admin, {{"login", "nvluong"}, {"name", "Nguyễn Văn Lượng"}}).status == 201);
  const auto search = [&](const Json& body, const std::string& token) { return p.post("/v1/accounts/search", token, body); };
  CHECK(ids(search({{"text", "luong"}}, admin), "login") == std::set<std::string>{"vtluong", "nvluong"});
  CHECK(ids(search({{"text", "ĐÀO lượng"}}, admin), "login") == std::set<std::string>{"vtluong"});
  CHECK(ids(search({{"text", "dao lu"}}, admin), "login") == std::set<std::string>{"vtluong"});
  CHECK(ids(search({{"text", "nvlu"}}, admin), "login") == std::set<std::string>{"nvluong"});
  const auto first = search({{"text", "luong"}, {"limit", 1}}, admin);
  CHECK(first.body["items"].size() == 1);
  CHECK_FALSE(first.body.contains("next"));
  const auto second = search({{"text", "luong"}, {"limit", 1}, {"cursor", first.body["cursor"]}}, admin);
  REQUIRE(second.body["items"].size() == 1);
  CHECK(second.body["items"][0]["login"] != first.body["items"][0]["login"]);
  CHECK(search({{"text", "dao"}, {"limit", 1}, {"cursor", first.body["cursor"]}}, admin).code() == "invalid_cursor");
  const auto fault = search({{"text", "dao"}, {"limit", 0}}, admin);
  CHECK(fault.status == 422);
  CHECK(fault.body["errors"][0]["pointer"] == "/limit");
  CHECK(search({{"text", std::string(301, 'a')}}, admin).status == 422);
  CHECK(search({{"text", "luong"}}, p.clerk()).code() == "forbidden");
}
