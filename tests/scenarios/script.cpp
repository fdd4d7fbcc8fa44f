// Reads the text of a scenario into what is given and rows of actions.
#include "tests/scenarios/script.hpp"

#include <fstream>
#include <optional>
#include <stdexcept>

namespace vinhdanh::scenarios {
namespace {

bool is_rule(const std::string& line) { return line.find_first_not_of("-+| ") == std::string::npos; }

Given given_of(const std::string& line, int number) {
  const auto colon = line.find(':');
  if (colon == std::string::npos) fault(number, "a given needs a colon: " + line);
  const std::string head = trimmed(line.substr(0, colon));
  const auto space = head.find(' ');
  Given given{.line = number, .kind = head.substr(0, space), .text = trimmed(line.substr(colon + 1))};
  if (space != std::string::npos) given.name = trimmed(head.substr(space + 1));
  return given;
}

/// Columns of the table, by name; the table's first line names them.
struct Columns {
  std::vector<std::string> names;

  std::string& cell(Row& row, std::string& date, std::size_t column) const {
    const std::string& name = names.at(column);
    if (name == "date") return date;
    if (name == "dossier") return row.dossier;
    if (name == "who") return row.who;
    if (name == "what") return row.what;
    if (name == "then") return row.then;
    fault(row.line, "no such column: " + name);
  }
};

class Reading {
 public:
  void take(const std::string& line, int number) {
    if (is_rule(line)) return;
    if (line.find('|') == std::string::npos && columns_.names.empty()) return take_given(line, number);
    const auto cells = parts_of(line, '|');
    if (columns_.names.empty()) {
      columns_.names = cells;
      return;
    }
    if (cells.size() != columns_.names.size()) fault(number, "a row has " + std::to_string(cells.size()) + " cells");
    if (cells.front().empty()) return continue_row(cells, number);
    take_row(cells, number);
  }

  Script script;

 private:
  void take_given(const std::string& line, int number) {
    if (line.front() == ' ') {
      if (script.givens.empty()) fault(number, "nothing to continue");
      script.givens.back().text += " " + trimmed(line);
      return;
    }
    script.givens.push_back(given_of(line, number));
    if (script.givens.back().kind != "Scenario") return;
    script.title = script.givens.back().text;
    script.givens.pop_back();
  }

  void take_row(const std::vector<std::string>& cells, int number) {
    Row row{.line = number};
    std::string date;
    for (std::size_t i = 0; i < cells.size(); ++i) columns_.cell(row, date, i) = cells[i];
    row.same_moment = date == "same moment";
    if (row.same_moment && script.rows.empty()) fault(number, "the same moment as what?");
    row.date = row.same_moment ? script.rows.back().date : date_in(date, number);
    script.rows.push_back(std::move(row));
  }

  /// A row without a date goes on with the row above it.
  void continue_row(const std::vector<std::string>& cells, int number) {
    if (script.rows.empty()) fault(number, "nothing to continue");
    std::string date;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      std::string& cell = columns_.cell(script.rows.back(), date, i);
      cell += (cell.empty() ? "" : " ") + cells[i];
    }
  }

  Columns columns_;
};

}  // namespace

void fault(int line, const std::string& text) {
  throw std::runtime_error("line " + std::to_string(line) + ": " + text);
}

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text.empty() ? "none" : text;
}

bool takes(std::string_view text, std::string_view word, std::string& rest) {
  if (!text.starts_with(word)) return false;
  if (text.size() > word.size() && text[word.size()] != ' ') return false;
  rest = trimmed(text.substr(word.size()));
  return true;
}

std::vector<Detail> details_of(std::span<const std::string> parts, std::span<const std::string_view> keys, int line) {
  std::vector<Detail> details;
  for (const std::string& part : parts) {
    std::optional<Detail> found;
    for (const std::string_view key : keys) {
      std::string rest;
      if (takes(part, key, rest) && (!found || key.size() > found->key.size())) found = Detail{std::string(key), rest};
    }
    if (!found) fault(line, "not understood: " + part);
    details.push_back(*std::move(found));
  }
  return details;
}

Date date_in(std::string_view text, int line) {
  const auto date = Date::parse(text);
  if (!date) fault(line, "not a date: " + std::string(text));
  return *date;
}

Script read_script(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("no such scenario: " + path);
  Reading reading;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (!trimmed(line).empty()) reading.take(line, number);
  }
  return std::move(reading.script);
}

}  // namespace vinhdanh::scenarios
