/// A scenario as text: what is given, then one line per action. `README.txt` explains how to read and write one.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/basics.hpp"
#include "engine/model/names.hpp"

namespace vinhdanh::scenarios {

/// "Dossier A: unit …" is {kind "Dossier", name "A", text "unit …"}.
struct Given {
  int line = 0;
  std::string kind;
  std::string name;
  std::string text;
};

struct Row {
  int line = 0;
  Date date;
  bool same_moment = false;  ///< decided before the row above it was committed
  std::string dossier;       ///< empty: the only one
  std::string who;
  std::string what;
  std::string then;
};

struct Script {
  std::string title;
  std::vector<Given> givens;
  std::vector<Row> rows;
};

/// Throws std::runtime_error naming the line.
Script read_script(const std::string& path);

[[noreturn]] void fault(int line, const std::string& text);

std::string trimmed(std::string_view text);
std::vector<std::string> parts_of(std::string_view text, char separator);
/// With the separator and a space between.
std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ");

/// "letter 12/TTr" under the key "letter" is {"letter", "12/TTr"}. Keys may be of several words; the longest wins.
struct Detail {
  std::string key;
  std::string value;
};
std::vector<Detail> details_of(std::span<const std::string> parts, std::span<const std::string_view> keys, int line);

/// The rest of the text after `word`, when the text is or begins with it.
bool takes(std::string_view text, std::string_view word, std::string& rest);

Date date_in(std::string_view text, int line);

/// "unit head" is the name `unit_head`.
template <class Enum>
Enum named(std::string text, int line) {
  std::ranges::replace(text, ' ', '_');
  const auto value = parse_name<Enum>(text);
  if (!value) fault(line, "no such word: " + text);
  return *value;
}

}  // namespace vinhdanh::scenarios
