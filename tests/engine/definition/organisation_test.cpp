// Offices over a merger: names, lines, office roles.
#include "engine/definition/organisation.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

Date on_date(const char* text) { return *Date::parse(text); }
const Date before = *Date::parse("2025-02-28");
const Date after = *Date::parse("2025-03-01");

Office office(const char* id, std::vector<DatedName> names, std::vector<DatedParent> parents) {
  return {.id = id, .level = "department", .names = std::move(names), .parents = std::move(parents)};
}

/// A province with two departments, one merged into the other on 2025-03-01, and a division of the merged one.
Organisation province() {
  Organisation all;
  const auto add = [&](Office item) { all.offices.emplace(item.id, std::move(item)); };
  add(office("country", {{"Nước", {}}}, {}));
  add(office("province", {{"Tỉnh", {}}}, {{"country", {}}}));
  Office labour = office("labour", {{"Sở LĐTBXH", {{}, on_date("2025-02-28")}}}, {{"province", {{}, on_date("2025-02-28")}}});
  labour.dissolution = Dissolution{on_date("2025-03-01"), {"home"}, {}};
  add(std::move(labour));
  const std::vector<DatedName> names{{"Sở Nội vụ cũ", {{}, on_date("2025-02-28")}}, {"Sở Nội vụ", {on_date("2025-03-01"), {}}}};
  add(office("home", names, {{"province", {}}}));
  add(office("division", {{"Phòng", {}}}, {{"labour", {}}}));
  all.holdings = {
      {"appraisal", "province", "home", {}, {}},
      {"appraisal", "country", "country", {}, {}},
      {"review", "province", "labour", {{}, on_date("2025-02-28")}, {}},
      {"review", "province", "home", {on_date("2025-03-01"), {}}, {}},
      {"archive", "province", "labour", {}, {}},
      {"vacant", "province", "home", {on_date("2030-01-01"), {}}, {}},
  };
  return all;
}

}  // namespace

TEST_CASE("an office bears the name of the day, and keeps its last one") {
  const Organisation all = province();
  CHECK(all.office("home")->name_on(before) == "Sở Nội vụ cũ");
  CHECK(all.office("home")->name_on(after) == "Sở Nội vụ");
  CHECK(all.office("labour")->name_on(on_date("2030-01-01")) == "Sở LĐTBXH");
  CHECK_FALSE(all.office("nowhere"));
}

TEST_CASE("the line goes up the parents, and through the successor after a dissolution") {
  const Organisation all = province();
  CHECK(all.line_on("division", before) == std::vector<OfficeId>{"division", "labour", "province", "country"});
  CHECK(all.line_on("division", after) == std::vector<OfficeId>{"division", "labour", "home", "province", "country"});
  CHECK(all.line_on("nowhere", after).empty());
}

TEST_CASE("a line that bites its tail ends") {
  Organisation all = province();
  all.offices.at("country").parents = {{"province", {}}};
  CHECK(all.line_on("province", after) == std::vector<OfficeId>{"province", "country"});
  all.offices.at("home").dissolution = Dissolution{on_date("2025-03-01"), {"labour"}, {}};
  CHECK_FALSE(all.holder("own_unit", "labour", after));
}

TEST_CASE("the nearest territory gives the holder of an office role") {
  const Organisation all = province();
  CHECK(all.holder("appraisal", "division", before) == "home");
  CHECK(all.holder("appraisal", "country", before) == "country");
  CHECK(all.holder("review", "division", before) == "labour");
  CHECK(all.holder("review", "division", after) == "home");
  CHECK_FALSE(all.holder("vacant", "division", after));
  CHECK_FALSE(all.holder("unheard", "division", after));
}

TEST_CASE("a holding of a dissolved office passes to its successor") {
  CHECK(province().holder("archive", "division", before) == "labour");
  CHECK(province().holder("archive", "division", after) == "home");
}

TEST_CASE("own_unit is the unit, or who lives on for it") {
  CHECK(province().holder("own_unit", "labour", before) == "labour");
  CHECK(province().holder("own_unit", "labour", after) == "home");
  CHECK_FALSE(province().holder("own_unit", "nowhere", after));
}

TEST_CASE("an office is within itself and everything above it") {
  const Organisation all = province();
  CHECK(all.is_within("division", "division", before));
  CHECK(all.is_within("division", "province", before));
  CHECK_FALSE(all.is_within("province", "division", before));
  CHECK_FALSE(all.is_within("division", "home", before));
  CHECK(all.is_within("division", "home", after));
}
