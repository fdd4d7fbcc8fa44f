// How the checks of many dossiers went: the numbers of the check of one, for those that the caller sees.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct Checked : Province {
  std::string submission = open_submission(open_occasion());
  std::string first = ready_dossier(submission, "Trường A");
  std::string second = ready_dossier(submission, "Trường B");

  static std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }
  Json checks(const std::string& token, const std::vector<std::string>& paths) {
    auto ids = Json::array();
    for (const auto& path : paths) ids.push_back(id_of(path));
    const auto answer = post("/v1/dossiers/check", token, {{"dossiers", ids}});
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.body["items"];
  }
};

}  // namespace

TEST_CASE("the numbers of many are those of the check of each", "[desk]") {
  Checked p;
  for (const bool letter : {false, true}) {
    if (letter) p.attach_letter(p.submission);
    const auto items = p.checks(p.clerk(), {p.first, p.second, p.first});
    REQUIRE(items.size() == 2);
    for (const auto& item : items) {
      const auto check = p.get("/v1/dossiers/" + item["dossier"].get<std::string>() + "/check", p.clerk()).body;
      CHECK(item["counts"] == check["counts"]);
      CHECK(item["version"] == check["version"]);
      // The report is there, the letter stands against it as long as it is not; nobody has attested the criteria yet.
      const int open = static_cast<int>(check["criteria"]["findings"].size());
      REQUIRE(open > 0);
      CHECK(item["counts"] == Json{{"met", letter ? 2 : 1}, {"to_look_over", open}, {"not_met", letter ? 0 : 1}});
    }
  }
}

TEST_CASE("papers that a later stage asks for are not counted before it", "[desk]") {
  Checked p;
  const auto check = p.get(p.first + "/check", p.clerk()).body;
  int later = 0;
  int needed = 0;
  for (const auto& paper : check["papers"]) ++(paper["required_at"] == "submit" ? needed : later);
  const auto& counts = check["counts"];
  const int all = counts["met"].get<int>() + counts["to_look_over"].get<int>() + counts["not_met"].get<int>();
  CHECK(all == needed + static_cast<int>(check["criteria"]["findings"].size()));
  CHECK(needed == 2);
  CHECK(later > 0);
}

TEST_CASE("what the caller does not see is left out, like what does not exist", "[desk]") {
  Checked p;
  const auto stranger = p.token("truong_thpt_binh_gia", Role::unit_clerk);
  CHECK(p.checks(stranger, {p.first, p.second}).empty());
  CHECK(p.checks(p.clerk(), {"/v1/dossiers/none"}).empty());
  CHECK(p.checks(p.clerk(), {p.first, "/v1/dossiers/none"}).size() == 1);
}

TEST_CASE("the checks are asked of one to two hundred", "[desk]") {
  Checked p;
  const auto fault = [&](const Json& dossiers) {
    const auto answer = p.post("/v1/dossiers/check", p.clerk(), {{"dossiers", dossiers}});
    CHECK(answer.status == 422);
    return answer.body["errors"][0];
  };
  CHECK(fault(Json::array())["pointer"] == "/dossiers");
  CHECK(fault(Json(std::vector<std::string>(201, "x")))["code"] == "too_long");
}
