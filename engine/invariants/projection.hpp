/// INV-15: the stored state is what its events say.
#pragma once

#include "engine/invariants/violation.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh {

/// Compares a stored dossier with the walker's own state, member by member as far as the walker knows them.
Violations check_projection(const Walked& walked, const Dossier& snapshot);

/// Compares the texts of a stored aggregate and of its fold by the engine; they must be the same to the byte.
Violations check_same_text(const std::string& snapshot, const std::string& folded, std::int64_t n);

}  // namespace vinhdanh
