/// The authorization policy as a person wrote it: rows of policy.csv, the last one that fits decides.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace vinhdanh::test {

struct Rule {
  std::string route;                ///< "GET /v1/dossiers/{id}"; * fits any text
  std::vector<std::string> states;  ///< {"*"}: any
  std::vector<std::string> who;     ///< labels, groups resolved; {"*"}: anybody
  std::string expected;
  int line = 0;
  mutable int used = 0;  ///< cells that it decided
};

class Policy {
 public:
  /// Throws std::runtime_error naming the line that makes no sense.
  explicit Policy(const std::string& path);

  /// Null where no row fits.
  [[nodiscard]] const Rule* rule(const std::string& route, const std::string& state, const std::string& who) const;
  /// What is expected, `like` followed; empty where no row fits.
  [[nodiscard]] std::string expected(const std::string& route, const std::string& state, const std::string& who) const;
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }

 private:
  [[nodiscard]] std::vector<std::string> labels(const std::string& text) const;
  std::map<std::string, std::vector<std::string>> groups_;
  std::vector<Rule> rules_;
};

bool fits(const std::string& pattern, const std::string& text);

}  // namespace vinhdanh::test
