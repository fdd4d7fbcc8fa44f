/// What a row of a scenario does, read into the payload of a command.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/decide/payload.hpp"
#include "engine/definition/plan.hpp"
#include "tests/scenarios/script.hpp"

namespace vinhdanh::scenarios {

/// A row's words taken apart, and what they may refer to. "rank 2" has the object "2"; parts follow, parted by ";".
struct Phrase {
  int line;
  Date date;
  const Dossier& dossier;
  const SubjectCategory& category;
  std::function<OfficeId(const std::string&)> office;
  std::function<DecisionId(const std::string&)> decision;
  std::string object = {};
  std::vector<std::string> parts = {};

  [[nodiscard]] DocumentRef document(const std::string& text) const;
};

/// Nothing when the words are no command. Throws std::runtime_error naming the line when details are not understood.
std::optional<Payload> read_payload(Phrase phrase, const std::string& what);

}  // namespace vinhdanh::scenarios
