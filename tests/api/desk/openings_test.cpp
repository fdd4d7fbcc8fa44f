// Who may open a review: the office that the plan names, for the forms and days that the plan knows.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Json final_review() {
  return {{"plan", "lang-son-2021-2025"},
          {"milestone", "final_review"},
          {"name", "Tổng kết"},
          {"document", {{"number", "15/HD-SNV"}, {"date", "2025-01-15"}}},
          {"forms", {"provincial_merit"}},
          {"opens", "2025-01-20"},
          {"receipt_deadline", "2025-06-20"}};
}

Json own_review(const std::string& territory) {
  auto body = final_review();
  body["forms"] = {"unit_commendation"};
  body["territory"] = territory;
  return body;
}

}  // namespace

TEST_CASE("a province's review is opened by its Home Affairs, not by a district or another province", "[desk]") {
  Province p;
  CHECK(p.post("/v1/occasions", p.token("so_noi_vu_lang_son", Role::board_officer), final_review()).status == 201);
  for (const char* other : {"huyen_van_quan", "so_noi_vu_ninh_binh", "ubnd_lang_son"}) {
    INFO(other);
    const auto answer = p.post("/v1/occasions", p.token(other, Role::board_officer), final_review());
    CHECK(answer.status == 403);
    CHECK(answer.reasons() == std::vector<std::string>{"not_responsible_office"});
  }
}

TEST_CASE("a district opens its own review for its own territory only", "[desk]") {
  Province p;
  const auto district = p.token("huyen_van_quan", Role::board_officer);
  CHECK(p.post("/v1/occasions", district, own_review("huyen_van_quan")).status == 201);
  CHECK(p.post("/v1/occasions", district, own_review("huyen_cao_loc")).code() == "not_responsible_office");
}

TEST_CASE("a review has the forms of its milestone and a day of the plan's period", "[desk]") {
  Province p;
  const auto officer = p.token("so_noi_vu_lang_son", Role::board_officer);
  auto mixed = final_review();
  mixed["forms"] = {"provincial_merit", "unit_commendation"};
  CHECK(p.post("/v1/occasions", officer, mixed).code() == "unknown_choice");
  auto late = final_review();
  late["opens"] = "2026-01-01";
  late["receipt_deadline"] = "2026-02-01";
  CHECK(p.post("/v1/occasions", officer, late).code() == "unknown_choice");
}

TEST_CASE("a client's reference can't carry a name", "[desk]") {
  Province p;
  const auto officer = p.token("so_noi_vu_lang_son", Role::board_officer);
  auto body = final_review();
  body["external_ref"] = "Nguyễn Văn A";
  CHECK(p.post("/v1/occasions", officer, body).status == 422);
  body["external_ref"] = "LS-2025/01:a.b_c";
  CHECK(p.post("/v1/occasions", officer, body).status == 201);
}
