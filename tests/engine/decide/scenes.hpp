/// Scenes in which exactly one reason stands against a command; used by the tests of refusals and of what is permitted.
#pragma once

#include <functional>

#include "tests/support/fixture.hpp"

namespace vinhdanh::test {

/// Who tries what, on which dossier.
struct Try {
  Actor by;
  Payload payload;
  DossierId id;
};

struct Scene {
  Reason reason;
  std::string title;
  std::function<Try(Fixture&)> prepare;
};

/// At least one for every reason of the closed list.
std::vector<Scene> scenes();

}  // namespace vinhdanh::test
