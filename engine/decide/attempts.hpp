/// The payloads by which a command could be tried: one for each choice of its domain, with well-formed texts.
#pragma once

#include <utility>
#include <vector>

#include "engine/decide/lookup.hpp"

namespace vinhdanh::detail {

/// A payload, and the choices (member, value) that it stands for.
struct Attempt {
  Payload payload;
  std::vector<std::pair<std::string, std::string>> choices;
};

/// Never empty: a command whose domain is empty is tried with nothing chosen, which the real attempt refuses too.
std::vector<Attempt> attempts_of(Command command, const Dossier& dossier, const Facts& facts, const Rules& rules);

}  // namespace vinhdanh::detail
