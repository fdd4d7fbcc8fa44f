// The loader against the corpus that the published schemas are checked with too (../schema/check.mjs).
#include <fstream>
#include <sstream>

#include "engine/codec/json.hpp"
#include "tests/support/catch.hpp"
#include "workflows/loader/loader.hpp"

using namespace vinhdanh;

namespace {

const std::string folder = VINHDANH_SOURCE_DIR "/tests/workflows/schema/";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<LoadError> load(const std::string& kind, const std::string& bytes) {
  if (kind == "plan") return load_plan(bytes).errors;
  if (kind == "law") return load_law(bytes).errors;
  if (kind == "calendar") return load_calendar(bytes).errors;
  return load_organisations(std::vector<EmbeddedFile>{{"file", bytes}}).errors;
}

std::string listed(const std::vector<LoadError>& errors) {
  std::string text;
  for (const LoadError& error : errors) text += error.code + " at " + error.pointer + ": " + error.message_en + "\n";
  return text;
}

}  // namespace

TEST_CASE("every document of the corpus gets its verdict, and every error its place") {
  const auto corpus = nlohmann::json::parse(bytes_of(folder + "corpus.json"));
  REQUIRE(corpus.size() >= 100);
  for (const auto& item : corpus) {
    const std::string kind = item.at("base");
    const auto document = nlohmann::json::parse(bytes_of(folder + kind + ".json")).patch(item.at("patch"));
    const auto errors = load(kind, document.dump());
    INFO(item.at("name").get<std::string>() << "\n" << listed(errors));
    if (item.at("verdict") == "good") {
      CHECK(errors.empty());
      continue;
    }
    REQUIRE_FALSE(errors.empty());
    CHECK(errors.front().code == item.at("code"));
    CHECK(errors.front().pointer == item.at("pointer"));
    CHECK_FALSE(errors.front().message_vi.empty());
    CHECK_FALSE(errors.front().message_en.empty());
  }
}

TEST_CASE("all errors are told, not only the first") {
  auto document = nlohmann::json::parse(bytes_of(folder + "plan.json"));
  document.erase("title");
  document["extra"] = 1;
  document["period"]["from"] = "soon";
  document["routes"][1]["stages"][0]["limit_working_days"] = 9999;
  const auto errors = load_plan(document.dump()).errors;
  CHECK(errors.size() == 4);
}

TEST_CASE("an unknown member does not hide what is wrong with the meaning") {
  auto document = nlohmann::json::parse(bytes_of(folder + "plan.json"));
  document["extra"] = 1;
  document["award_forms"][1]["route"] = "nowhere";
  CHECK(load_plan(document.dump()).errors.size() == 2);
}

TEST_CASE("bytes that are no strict JSON are told with their place") {
  const auto loaded = load_plan("{\"id\": 1.5}");  // the number ends where the brace is read
  CHECK_FALSE(loaded.value);
  REQUIRE(loaded.errors.size() == 1);
  CHECK(loaded.errors.front().code == "not_an_integer");
  CHECK(loaded.errors.front().message_en.find("byte 11") != std::string::npos);
  CHECK(load_plan("[]").errors.front().code == "wrong_type");
}

TEST_CASE("a good plan arrives with its values") {
  const auto plan = load_plan(bytes_of(folder + "plan.json")).value;
  REQUIRE(plan);
  CHECK(plan->document.date_text == "tháng 8 năm 2021");
  CHECK_FALSE(plan->document.number);
  CHECK(plan->legal_bases.front().date == Date::parse("2021-06-02"));
  const auto& predicate = plan->category("district")->criteria.front().predicate;
  REQUIRE(predicate);
  CHECK(predicate->of[1].threshold == Decimal::parse("50"));
  CHECK(predicate->of[1].comparison == Comparison::more_than);
  const Stage& appraisal = plan->route("province")->stages.front();
  CHECK(appraisal.hands.propose == std::vector<Role>{Role::appraiser});
  CHECK(appraisal.attests);
  CHECK(appraisal.may_return);
  CHECK(appraisal.limit_working_days == 10);
  CHECK(plan->award_form("provincial_merit")->papers.front().source.assumed);
  CHECK_FALSE(plan->award_form("nothing"));
}

TEST_CASE("organisation files are one organisation: references reach across, a second office of one id does not") {
  const std::string base = bytes_of(folder + "organisation.json");
  const std::string other = R"({"id": "other", "version": 1, "offices": [{"id": "phong", "level": "division",
      "names": [{"name": "Phòng"}], "parents": [{"office": "vd_so_noi_vu"}], "source": {"clause": "x"}}]})";
  const auto both = load_organisations(std::vector<EmbeddedFile>{{"a.json", base}, {"b.json", other}});
  REQUIRE(both.value);
  CHECK(both.value->holder("home_affairs", "phong", *Date::parse("2024-01-01")) == "vd_so_noi_vu");

  const auto alone = load_organisations(std::vector<EmbeddedFile>{{"b.json", other}});
  REQUIRE(alone.errors.size() == 1);
  CHECK(alone.errors.front().file == "b.json");
  CHECK(alone.errors.front().code == "unknown_reference");

  const std::vector<EmbeddedFile> repeated{{"b.json", other}, {"c.json", other}, {"a.json", base}};
  const auto twice = load_organisations(repeated);
  REQUIRE(twice.errors.size() == 2);
  CHECK(twice.errors.front().file == "c.json");
  CHECK(twice.errors.front().pointer == "/id");
  CHECK(twice.errors.back().pointer == "/offices/0/id");
}

TEST_CASE("a file of unknown kind is recognised by its members") {
  CHECK(kind_of(bytes_of(folder + "plan.json")) == DefinitionKind::plan);
  CHECK(kind_of(bytes_of(folder + "law.json")) == DefinitionKind::law);
  CHECK(kind_of(bytes_of(folder + "calendar.json")) == DefinitionKind::calendar);
  CHECK(kind_of(bytes_of(folder + "organisation.json")) == DefinitionKind::organisation);
  CHECK_FALSE(kind_of("{}"));
  CHECK_FALSE(kind_of("{"));
  CHECK(check_definition("x.json", "{}").front().code == "unknown_kind");
  CHECK(check_definition("x.json", "7").front().code == "unknown_kind");
  CHECK(check_definition("x.json", bytes_of(folder + "organisation.json")).empty());
}

TEST_CASE("a plan's path must say its id and version") {
  const std::string bytes = bytes_of(folder + "plan.json");
  CHECK(check_definition("plans/example-2021-2025/v1.json", bytes).empty());
  CHECK(check_definition("draft.json", bytes).empty());
  const auto errors = check_definition("some/plans/other/v2.json", bytes);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].pointer == "/id");
  CHECK(errors[1].pointer == "/version");
  CHECK(errors[1].code == "path_mismatch");
  CHECK(errors[1].file == "some/plans/other/v2.json");
}
