// People as the lines of a scenario name them: "Sở Nội vụ, deputy office head (bà Lan)".
#include "tests/scenarios/play.hpp"

namespace vinhdanh::scenarios {

OfficeId Play::office(const std::string& word, int line) const {
  const auto found = offices_.find(word);
  if (found == offices_.end()) fault(line, "no such office was given: " + word);
  return found->second;
}

/// Who is not named is the one person of that role in that office. An appointment is granted when it is first used.
Actor Play::actor(const std::string& who, int line) {
  if (const auto known = actors_.find(who); known != actors_.end()) return known->second;
  std::string rest = who;
  std::string name = who;
  if (const auto open = who.find('('); open != std::string::npos) {
    name = trimmed(who.substr(open + 1, who.find(')') - open - 1));
    rest = trimmed(who.substr(0, open));
  }
  const auto comma = rest.rfind(',');
  if (comma == std::string::npos) fault(line, "who needs an office and a role: " + who);
  const std::string at = trimmed(rest.substr(0, comma));
  std::string role = trimmed(rest.substr(comma + 1));
  std::string deputised;
  Actor made;
  if (takes(role, "deputy", deputised)) {
    const Actor holder = actor(at + ", " + deputised, line);
    made = desk_.appoint_deputy(person(name), holder, {"01/UQ", desk_.today});
  } else {
    made = desk_.appoint(person(name), office(at, line), named<Role>(role, line));
  }
  return actors_[who] = made;
}

}  // namespace vinhdanh::scenarios
