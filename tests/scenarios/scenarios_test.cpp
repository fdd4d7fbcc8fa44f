// The acceptance scenarios: each text beside this file is played on the shipped definitions.
#include <cctype>
#include <filesystem>
#include <set>

#include "tests/scenarios/play.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vinhdanh::scenarios;

const std::filesystem::path kFolder = std::filesystem::path(VINHDANH_SOURCE_DIR) / "tests" / "scenarios";

void play(const std::string& name) {
  const Script script = read_script((kFolder / (name + ".txt")).string());
  INFO(name << ".txt: " << script.title);
  REQUIRE_FALSE(script.rows.empty());
  Play(script).run();
}

#define SCENARIO_TEXT(name, title) \
  TEST_CASE(title) { play(name); }

SCENARIO_TEXT("01-commune-to-chairman", "01 a commune's dossier passes every office up to the Chairman")
SCENARIO_TEXT("02-co-review", "02 a department's dossier goes to Home Affairs with the labour department beside it")
SCENARIO_TEXT("03-annual-result", "03 a division's yearly result makes no dossier")
SCENARIO_TEXT("04-ends-at-the-bureau", "04 a Giấy khen ends with the head of the bureau")
SCENARIO_TEXT("06-poor-district", "06 a poor district needs 6% in each of three years")
SCENARIO_TEXT("07-other-district", "07 another district may meet the criteria by the halved number of households")
SCENARIO_TEXT("08-commune-aspirations", "08 what a commune did not reach is a warning that names year and series")
SCENARIO_TEXT("09-attestation", "09 a stage is not closed while a bullet is neither attested nor set aside")
SCENARIO_TEXT("11-wrong-route", "11 a dossier in the wrong place is returned with the right office named")
SCENARIO_TEXT("12-return-and-resubmit", "12 a returned dossier keeps its first version and its place")
SCENARIO_TEXT("13-disagreement", "13 a disagreeing reviewer still forwards, where the plan says so")
SCENARIO_TEXT("14-withdrawal", "14 a withdrawn dossier keeps its reason and frees its place")
SCENARIO_TEXT("15-single-place", "15 the second collective finds the single place taken")
SCENARIO_TEXT("15-place-for-the-prime-minister", "15 a place for the Prime Minister is taken when the Chairman sends up")
SCENARIO_TEXT("16-same-moment", "16 two at the same moment for the last place")
SCENARIO_TEXT("20-own-nomination", "20 nobody reviews a nomination of his own or of his unit")
SCENARIO_TEXT("21-deputy", "21 a deputy signs KT.: neither he nor the head appraises the same case later")
SCENARIO_TEXT("22-direct-nomination", "22 an ad hoc nomination for the Prime Minister or the President")
SCENARIO_TEXT("25-deadline", "25 five working days over the Tết holiday")
SCENARIO_TEXT("27-closing", "27 drafts lapse when the review closes, others go on")
SCENARIO_TEXT("33-as-of", "33 an auditor sees a decided dossier as it was")

TEST_CASE("a scenario that expects the wrong thing fails", "[!shouldfail]") { play("wrong-expectation"); }

TEST_CASE("every scenario's text is played") {
  std::set<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() == ".txt" && std::isdigit(name.front())) texts.insert(name);
  }
  CHECK(texts.size() == 22);
}

}  // namespace
