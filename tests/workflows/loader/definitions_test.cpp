// The shipped definitions load, answer as the rules say, and take additions.
#include "workflows/loader/definitions.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/codec/digest.hpp"
#include "tests/support/catch.hpp"
#include "workflows/loader/shipped_files.hpp"

using namespace vinhdanh;

namespace {

const Definitions& shipped() {
  static const Definitions definitions;
  return definitions;
}

Date day(const char* text) { return *Date::parse(text); }

/// Who holds an office role for the whole territory or, where each unit has its own holder, for some office below.
bool is_held(const std::string& role, const OfficeId& territory, Date date) {
  const Organisation& organisation = shipped().organisation();
  if (organisation.holder(role, territory, date)) return true;
  return std::ranges::any_of(organisation.holdings, [&](const Holding& holding) {
    return holding.role == role && holding.validity.covers(date) &&
           organisation.is_within(holding.territory, territory, date);
  });
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("every shipped file is right") {
  for (const EmbeddedFile& file : shipped_files()) {
    INFO(file.path);
    for (const LoadError& error : check_definition(file.path, file.bytes)) {
      FAIL_CHECK(error.code << " at " << error.pointer << ": " << error.message_en);
    }
  }
}

TEST_CASE("the five plans are there, by id and version, with the hash of their bytes") {
  CHECK(shipped().plans().size() == 5);
  for (const Plan* plan : shipped().plans()) {
    const auto* record = shipped().record(DefinitionKind::plan, plan->id, plan->version);
    REQUIRE(record);
    CHECK(record->shipped);
    CHECK(record->sha256 == sha256_hex(record->bytes));
  }
  CHECK(shipped().plan("lang-son-2021-2025", 1));
  CHECK_FALSE(shipped().plan("lang-son-2021-2025", 2));
  CHECK(shipped().latest_plan("lang-son-2021-2025") == shipped().plan("lang-son-2021-2025", 1));
  CHECK_FALSE(shipped().latest_plan("nowhere"));
}

TEST_CASE("every stage of every plan has an office that holds its role in every year of the period") {
  for (const Plan* plan : shipped().plans()) {
    REQUIRE(shipped().organisation().office(plan->territory));
    for (int year = plan->period.from.year(); year <= plan->period.to.year(); ++year) {
      const Date date = *Date::of(year, 12, 15);
      for (const Route& route : plan->routes) {
        for (const Stage& stage : route.stages) {
          INFO(plan->id << " " << route.id << " " << stage.id << " " << stage.office_role << " " << date.text());
          CHECK(is_held(stage.office_role, plan->territory, date));
        }
      }
    }
  }
}

TEST_CASE("the law is found by its version") {
  const Law& law = shipped().law();
  CHECK(shipped().law(law.version) == &law);
  CHECK_FALSE(shipped().law(law.version + 1));
}

TEST_CASE("a definition is added once, and its bytes never change") {
  Definitions definitions = shipped();
  const auto* original = definitions.record(DefinitionKind::plan, "lang-son-2021-2025", 1);
  REQUIRE(original);
  CHECK(definitions.add(original->bytes).empty());

  const std::string edited = replaced(original->bytes, "Lạng Sơn", "Lạng  Sơn");
  const auto refused = definitions.add(edited);
  REQUIRE(refused.size() == 1);
  CHECK(refused.front().code == "version_exists");

  const std::string next = replaced(edited, "\"version\": 1", "\"version\": 2");
  CHECK(definitions.add(next).empty());
  CHECK(definitions.plans().size() == 6);
  CHECK(definitions.latest_plan("lang-son-2021-2025")->version == 2);
  CHECK(definitions.plan("lang-son-2021-2025", 1));
  CHECK_FALSE(definitions.record(DefinitionKind::plan, "lang-son-2021-2025", 2)->shipped);
}

TEST_CASE("a wrong definition is not added") {
  Definitions definitions = shipped();
  CHECK(definitions.add("{\"award_forms\": []}").size() > 5);
  CHECK(definitions.add("{}").front().code == "unknown_kind");
  CHECK(definitions.plans().size() == 5);
}

TEST_CASE("a new organisation file joins the others") {
  Definitions definitions = shipped();
  const std::string added = R"({"id": "added", "version": 1, "offices": [{"id": "added_division", "level": "division",
      "names": [{"name": "Phòng mới"}], "parents": [{"office": "lang_son"}], "source": {"clause": "x"}}]})";
  CHECK(definitions.add(added).empty());
  CHECK(definitions.organisation().is_within("added_division", "lang_son", day("2024-01-01")));
  const std::string lost = replaced(added, "\"lang_son\"", "\"nowhere\"");
  CHECK(definitions.add(lost).front().code == "version_exists");
  CHECK(definitions.add(replaced(lost, "\"version\": 1", "\"version\": 2")).front().code == "unknown_reference");
  CHECK(definitions.organisation().is_within("added_division", "lang_son", day("2024-01-01")));
}

TEST_CASE("a program whose own files are wrong does not start") {
  const std::vector<EmbeddedFile> broken{{"law/eras.json", "{\"id\": 1}"}};
  CHECK_THROWS_AS(Definitions(broken), std::runtime_error);
  CHECK_THROWS_AS(Definitions(std::vector<EmbeddedFile>{}), std::runtime_error);
  CHECK_THROWS_AS(Definitions(std::vector<EmbeddedFile>{{"notes/a.json", "{}"}}), std::runtime_error);
}
