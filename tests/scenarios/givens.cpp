// What a scenario is given: its plan, offices, review rounds and drafts.

#include "engine/codec/json.hpp"
#include "tests/scenarios/play.hpp"

namespace vinhdanh::scenarios {
namespace {

const Definitions& shipped() {
  static const Definitions definitions;
  return definitions;
}

DocumentRef document_in(const std::string& text, int line) {
  const auto of = text.rfind(" of ");
  if (of == std::string::npos) fault(line, "a document needs number and date: " + text);
  return {trimmed(text.substr(0, of)), date_in(trimmed(text.substr(of + 4)), line)};
}

Decimal decimal_in(const std::string& text, int line) {
  const auto value = Decimal::parse(text);
  if (!value) fault(line, "not a figure: " + text);
  return *value;
}

/// "mdp_rate 2022 24, 2023 17.6" or "pilot_villages 1".
void put_figure(Figures& figures, const std::string& text, int line) {
  constexpr auto kSource = "Quyết định công nhận kết quả rà soát";
  const auto space = text.find(' ');
  if (space == std::string::npos) fault(line, "a figure needs a value: " + text);
  const std::string id = text.substr(0, space);
  for (const std::string& part : parts_of(text.substr(space), ',')) {
    const auto words = parts_of(part, ' ');
    if (words.size() == 1)
      figures.single[id] = {decimal_in(words[0], line), kSource};
    else
      figures.yearly[id][std::stoi(words[0])] = {decimal_in(words[1], line), kSource};
  }
}

}  // namespace

Play::Play(const Script& script) : script_(script), desk_(shipped()) {
  for (const Given& given : script.givens) give(given);
}

void Play::give(const Given& given) {
  if (given.kind == "Rule" || given.kind == "Note") return;
  if (given.kind == "Plan") {
    plan_ = given.text;
    if (!desk_.definitions.plan(plan_, 1)) fault(given.line, "no such plan: " + plan_);
  } else if (given.kind == "Office") {
    const auto parts = parts_of(given.text, '=');
    if (parts.size() != 2 || !desk_.definitions.organisation().office(parts[1])) fault(given.line, "no such office");
    offices_[parts[0]] = parts[1];
  } else if (given.kind == "Variant") {
    give_variant(given);
  } else if (given.kind == "Occasion") {
    give_occasion(given);
  } else if (given.kind == "Dossier") {
    give_dossier(given);
  } else {
    fault(given.line, "not understood: " + given.kind);
  }
}

/// "version 2 with disagreement_forwards false": the shipped plan with one setting changed, as a new version.
void Play::give_variant(const Given& given) {
  const auto words = parts_of(given.text, ' ');
  if (words.size() != 5 || words[0] != "version" || words[2] != "with")
    fault(given.line, "not understood: " + given.text);
  auto json = nlohmann::json::parse(desk_.definitions.record(DefinitionKind::plan, plan_, 1)->bytes);
  json["version"] = std::stoi(words[1]);
  json["settings"][words[3]] = nlohmann::json::parse(words[4]);
  const auto errors = desk_.definitions.add(json.dump());
  if (!errors.empty()) fault(given.line, errors.front().pointer + ": " + errors.front().message_en);
}

void Play::give_occasion(const Given& given) {
  constexpr std::string_view keys[] = {"document", "by", "milestone", "forms", "opens", "until", "places", "version"};
  Occasion occasion{.plan = {plan_, 1, ""}, .name = given.name.empty() ? "Đợt xét" : given.name};
  std::string officer;
  for (const auto& [key, value] : details_of(parts_of(given.text, ';'), keys, given.line)) {
    if (key == "document") occasion.document = document_in(value, given.line);
    if (key == "by") officer = value + ", board officer";
    if (key == "milestone") occasion.milestone = named<MilestoneKind>(value, given.line);
    if (key == "forms") occasion.forms = parts_of(value, ',');
    if (key == "opens") occasion.opens = date_in(value, given.line);
    if (key == "until") occasion.receipt_deadline = date_in(value, given.line);
    if (key == "version") occasion.plan.version = std::stoi(value);
    if (key == "places") {
      const auto words = parts_of(value, ' ');
      occasion.places.push_back({words.at(0), std::nullopt, std::stoi(words.at(1))});
    }
  }
  desk_.today = occasion.opens;
  occasions_[given.name] = desk_.open_occasion(actor(officer, given.line), occasion);
}

Content Play::content_of(const std::vector<Detail>& details, Content content, int line) const {
  for (const auto& [key, value] : details) {
    if (key == "nominee") content.nominee.name = value;
    if (key == "title") content.nominee.title = value;
    if (key == "nominee person") content.nominee.person = person(value);
    if (key == "nominee office") content.nominee.office = office(value, line);
    if (key == "achievement") content.achievement = value;
    if (key == "from") content.achievement_from = date_in(value, line);
    if (key == "to") content.achievement_to = date_in(value, line);
    if (key == "figure") put_figure(content.figures, value, line);
  }
  return content;
}

void Play::give_dossier(const Given& given) {
  constexpr std::string_view keys[] = {"unit",        "form",    "kind",  "category",       "papers",
                                       "in",          "nominee", "title", "nominee person", "nominee office",
                                       "achievement", "from",    "to",    "figure"};
  const auto details = details_of(parts_of(given.text, ';'), keys, given.line);
  example::Nomination nomination;
  std::string unit;
  std::string round;
  std::vector<std::string> papers;
  for (const auto& [key, value] : details) {
    if (key == "unit") unit = value;
    if (key == "form") nomination.form = value;
    if (key == "kind") nomination.subject_kind = named<SubjectKind>(value, given.line);
    if (key == "category") nomination.category = value;
    if (key == "papers") papers = parts_of(value, ',');
    if (key == "in") round = value;
  }
  nomination.content = content_of(details, {}, given.line);
  if (!occasions_.contains(round)) fault(given.line, "no such occasion was given: " + round);
  const Actor clerk = actor(unit + ", unit clerk", given.line);
  const SubmissionId submission = desk_.open_submission(clerk, occasions_.at(round));
  const DossierId id = desk_.open_dossier(clerk, submission, nomination);
  dossiers_[given.name] = id;
  for (const std::string& slot : papers) {
    if (slot == "submission_letter")
      desk_.attach_to_submission(clerk, submission, slot);
    else if (const auto refusal = desk_.act(clerk, id, AttachPaper{desk_.paper(slot)}))
      fault(given.line, "paper refused: " + slot);
  }
}

}  // namespace vinhdanh::scenarios
