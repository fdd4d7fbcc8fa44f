// Reads policy.csv.
#include "tests/api/matrix/policy.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace vinhdanh::test {
namespace {

std::vector<std::string> words_in(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::ranges::any_of(list, [&](const std::string& one) { return one == "*" || one == item; });
}

}  // namespace

bool fits(const std::string& pattern, const std::string& text) {
  const auto star = pattern.find('*');
  if (star == std::string::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const auto rest = pattern.substr(star + 1);
  for (auto at = star; at <= text.size(); ++at) {
    if (fits(rest, text.substr(at))) return true;
  }
  return false;
}

Policy::Policy(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("there is no " + path);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '@') {
      const auto equals = line.find('=');
      groups_[line.substr(0, equals)] = labels(line.substr(equals + 1));
      continue;
    }
    std::vector<std::string> columns;
    std::istringstream cut(line);
    for (std::string column; std::getline(cut, column, ';');) columns.push_back(column);
    if (columns.size() != 4)
      throw std::runtime_error("policy.csv line " + std::to_string(number) + ": four columns are wanted");
    rules_.push_back({columns[0], words_in(columns[1]), labels(columns[2]), columns[3], number});
  }
}

std::vector<std::string> Policy::labels(const std::string& text) const {
  std::vector<std::string> all;
  for (const auto& word : words_in(text)) {
    if (word.front() != '@') {
      all.push_back(word);
      continue;
    }
    const auto& members = groups_.at(word);
    all.insert(all.end(), members.begin(), members.end());
  }
  return all;
}

const Rule* Policy::rule(const std::string& route, const std::string& state, const std::string& who) const {
  for (auto it = rules_.rbegin(); it != rules_.rend(); ++it) {
    if (!fits(it->route, route) || !holds(it->states, state) || !holds(it->who, who)) continue;
    ++it->used;
    return &*it;
  }
  return nullptr;
}

std::string Policy::expected(const std::string& route, const std::string& state, const std::string& who) const {
  const auto* found = rule(route, state, who);
  if (found == nullptr) return "";
  if (!found->expected.starts_with("like ")) return found->expected;
  return expected(found->expected.substr(5) + route.substr(route.rfind('/') + 1), state, who);
}

}  // namespace vinhdanh::test
