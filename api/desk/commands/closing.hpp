/// The closing of an occasion, the same for a person and for the deadline runner.
#pragma once

#include <variant>

#include "api/desk/deps.hpp"
#include "engine/decide/decide.hpp"

namespace vinhdanh {

/// At most 200 drafts lapse in one change; `last` says that none is left and the occasion is closed by it.
struct Closing {
  Change change;
  int lapsed = 0;
  bool last = false;
  std::int64_t version = 0;  ///< of the occasion, after it
};

/// Closes as `actor`: a board officer of its office whenever he wants, the program once the occasion's last day is over.
std::variant<Closing, Refusal> decide_closing(const Deps& deps, const Actor& actor, const Occasion& occasion);

/// The program as an actor for that office; nobody is appointed to it.
Actor deadline_runner(const OfficeId& office);

}  // namespace vinhdanh
