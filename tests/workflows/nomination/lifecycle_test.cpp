// The transition table against two texts written by hand from ADR 0001, and against the page printed from it.
#include "workflows/nomination/lifecycle.hpp"

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/support/catch.hpp"

namespace vinhdanh {
namespace {

const std::string kFolder = std::string(VINHDANH_SOURCE_DIR) + "/tests/workflows/nomination/";
const std::string kPage = std::string(VINHDANH_SOURCE_DIR) + "/workflows/nomination/LIFECYCLE.md";

/// A case that meets everything but what is told.
struct Told final : Circumstances {
  std::set<Selector> selected;
  std::set<Reason> lacking;
  Phase phase = Phase::drafting;
  [[nodiscard]] bool selects(Selector selector) const override {
    if (selector == Selector::still_open && is_final(phase)) return false;
    return selected.contains(selector);
  }
  [[nodiscard]] bool meets(Requirement requirement) const override { return !lacking.contains(requirement); }
};

std::vector<std::string> words(const std::string& line, char separator = ' ') {
  std::istringstream in(line);
  std::vector<std::string> found;
  for (std::string word; std::getline(in, word, separator);) {
    if (!word.empty()) found.push_back(word);
  }
  return found;
}

std::vector<std::vector<std::string>> lines_of(const std::string& file) {
  std::ifstream in(kFolder + file);
  REQUIRE(in);
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(words(line));
  }
  return lines;
}

template <class Enum>
Enum named(const std::string& name) {
  const auto value = parse_name<Enum>(name);
  INFO(name);
  REQUIRE(value);
  return *value;
}

const std::map<std::string, Phase> kColumns = {
    {"draf", Phase::drafting},   {"wait", Phase::awaiting_receipt}, {"revw", Phase::under_review},
    {"prop", Phase::proposed},   {"retn", Phase::returned},         {"decd", Phase::decided},
    {"sign", Phase::signed_},    {"awrd", Phase::awarded},          {"nota", Phase::not_awarded},
    {"inel", Phase::ineligible}, {"wdrn", Phase::withdrawn},        {"laps", Phase::lapsed}};

std::string short_name(Phase phase) {
  for (const auto& [name, value] : kColumns) {
    if (value == phase) return name;
  }
  return "?";
}

/// What the machine does, in the words of the text table.
std::string cell(Phase phase, Command command, Told circumstances) {
  circumstances.phase = phase;
  if (command == Command::lift_hold) circumstances.lacking = {Reason::on_hold};  // there is a hold to lift
  const StepResult result = nomination_lifecycle().step(phase, command, circumstances);
  if (const auto* stepped = std::get_if<Stepped>(&result)) return stepped->to == phase ? "=" : short_name(stepped->to);
  if (std::holds_alternative<Lacking>(result)) return "lacking";
  return is_final(phase) ? "x" : ".";
}

Told selecting(const TableRow& row) {
  Told told;
  told.phase = row.from;
  told.selected = {row.selectors.begin(), row.selectors.end()};
  if (row.command == Command::lift_hold) told.lacking = {Reason::on_hold};
  return told;
}

}  // namespace

TEST_CASE("the machine does in each phase what the text table says") {
  const auto lines = lines_of("lifecycle.txt");
  const auto header = lines.front();
  REQUIRE(header.size() == 13);
  std::map<Command, std::set<std::string>> seen;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const Command command = named<Command>(line.front());
    const bool has_selector = line.size() == 14;
    REQUIRE(line.size() == (has_selector ? 14 : 13));
    Told told;
    if (has_selector) told.selected = {named<Selector>(line[1])};
    REQUIRE(seen[command].insert(has_selector ? line[1] : "").second);
    for (std::size_t column = 0; column < 12; ++column) {
      const Phase phase = kColumns.at(header[column + 1]);
      INFO(line.front() << " " << (has_selector ? line[1] : "") << " in " << name_of(phase));
      CHECK(cell(phase, command, told) == line[line.size() - 12 + column]);
    }
  }
  CHECK(seen.size() == Names<Command>::all.size());
}

TEST_CASE("every row needs what the text says, and nothing else") {
  std::map<std::tuple<Phase, Command, std::string>, std::set<Reason>> written;
  for (const auto& line : lines_of("requirements.txt")) {
    std::set<Reason> reasons;
    for (std::size_t i = 3; i < line.size(); ++i) {
      if (line[i] == "hand")
        reasons.insert({Reason::not_in_role, Reason::not_responsible_office});
      else
        reasons.insert(named<Reason>(line[i]));
    }
    for (const std::string& phase : words(line[1], ',')) {
      written[{named<Phase>(phase), named<Command>(line[0]), line[2]}] = reasons;
    }
  }
  for (const TableRow& row : nomination_lifecycle().rows()) {
    REQUIRE(row.selectors.size() <= 1);
    const std::string selector = row.selectors.empty() ? "-" : std::string(name_of(row.selectors.front()));
    INFO(name_of(row.command) << " in " << name_of(row.from) << " " << selector);
    const auto found = written.find({row.from, row.command, selector});
    REQUIRE(found != written.end());
    CHECK(std::set<Reason>(row.requirements.begin(), row.requirements.end()) == found->second);
    CHECK(row.requirements.size() == found->second.size());
    written.erase(found);
  }
  CHECK(written.empty());
}

TEST_CASE("each requirement of each row, lacking alone, is the reason given") {
  for (const TableRow& row : nomination_lifecycle().rows()) {
    for (const Reason requirement : row.requirements) {
      Told told = selecting(row);
      told.lacking.insert(requirement);
      INFO(name_of(row.command) << " in " << name_of(row.from) << " without " << name_of(requirement));
      const StepResult result = nomination_lifecycle().step(row.from, row.command, told);
      REQUIRE(std::holds_alternative<Lacking>(result));
      CHECK(std::get<Lacking>(result).requirements == std::vector<Requirement>{requirement});
    }
  }
}

TEST_CASE("all that is lacking is given, in order of precedence") {
  for (const TableRow& row : nomination_lifecycle().rows()) {
    Told told = selecting(row);
    const std::set<Reason> asked(row.requirements.begin(), row.requirements.end());
    told.lacking.insert(asked.begin(), asked.end());
    const StepResult result = nomination_lifecycle().step(row.from, row.command, told);
    REQUIRE(std::holds_alternative<Lacking>(result));
    CHECK(std::get<Lacking>(result).requirements == std::vector<Requirement>(asked.begin(), asked.end()));
  }
}

TEST_CASE("a reason that a row does not ask for does not stop it") {
  for (const TableRow& row : nomination_lifecycle().rows()) {
    Told told = selecting(row);
    for (std::size_t i = 0; i < Names<Reason>::all.size(); ++i) told.lacking.insert(static_cast<Reason>(i));
    if (row.command == Command::hold) told.lacking.erase(Reason::on_hold);  // says which state the case is in beside its phase
    for (const Reason requirement : row.requirements) told.lacking.erase(requirement);
    const StepResult result = nomination_lifecycle().step(row.from, row.command, told);
    REQUIRE(std::holds_alternative<Stepped>(result));
    CHECK(std::get<Stepped>(result).to == row.to);
    CHECK(std::get<Stepped>(result).fact == row.fact);
  }
}

TEST_CASE("a row with a selector is not taken without it") {
  for (const TableRow& row : nomination_lifecycle().rows()) {
    if (row.selectors.empty()) continue;
    Told told;
    told.lacking = {Reason::not_in_role};
    CHECK(std::holds_alternative<NoRow>(nomination_lifecycle().step(row.from, row.command, told)));
  }
}

TEST_CASE("a machine is restored from each stored name and stays or goes from there") {
  // The names are frozen: they are in databases.
  const std::vector<std::pair<std::string, std::pair<Command, std::string>>> restored = {
      {"drafting", {Command::lapse, "lapsed"}},
      {"awaiting_receipt", {Command::receive, "under_review"}},
      {"under_review", {Command::rank, "under_review"}},
      {"proposed", {Command::decline, "not_awarded"}},
      {"returned", {Command::resubmit, "awaiting_receipt"}},
      {"decided", {Command::sign, "signed"}},
      {"signed", {Command::number, "awarded"}},
      {"not_awarded", {Command::notify_not_awarded, "not_awarded"}},
      {"ineligible", {Command::notify_not_awarded, "ineligible"}}};
  for (const auto& [name, step] : restored) {
    INFO(name);
    const StepResult result = nomination_lifecycle().step(named<Phase>(name), step.first, Told{});
    REQUIRE(std::holds_alternative<Stepped>(result));
    CHECK(name_of(std::get<Stepped>(result).to) == step.second);
  }
  for (const std::string name : {"awarded", "withdrawn", "lapsed"}) {
    for (std::size_t i = 0; i < Names<Command>::all.size(); ++i) {
      if (static_cast<Command>(i) == Command::comment) continue;
      CHECK(std::holds_alternative<NoRow>(
          nomination_lifecycle().step(named<Phase>(name), static_cast<Command>(i), Told{})));
    }
  }
}

TEST_CASE("the page is the table") {
  if (std::getenv("VINHDANH_WRITE")) std::ofstream(kPage) << lifecycle_document();
  std::ifstream in(kPage);
  std::ostringstream page;
  page << in.rdbuf();
  CHECK(page.str() == lifecycle_document());
}

}  // namespace vinhdanh
