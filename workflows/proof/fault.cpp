// Steps of a path in words.
#include "workflows/proof/fault.hpp"

namespace vinhdanh {

std::string text_of(const PathStep& step) {
  std::string text = std::string(name_of(step.command)) + " → " + std::string(name_of(step.phase));
  if (step.stage) text += '/' + *step.stage;
  return text;
}

}  // namespace vinhdanh
