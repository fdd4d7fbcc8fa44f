/// Which stages a dossier has passed and how long each took, noted in its list entry as it happens.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "engine/model/list_entry.hpp"

namespace vinhdanh {

struct StagePass {
  StageId stage;
  int days = 0;               ///< working days from the receipt to the end of the day on which it left
  std::optional<int> limit;   ///< those that were allowed
};

struct Passed {
  std::vector<StagePass> stages;  ///< in the order of time; a stage that was passed twice stands twice
  int returns = 0;                ///< to the unit or an earlier stage
};

/// What `ListEntry::passes` says.
Passed read_passes(const std::string& text);

/// Adds to the entry what the events of one change, that led to `after`, let it pass.
void note_passes(const Deps& deps, std::span<const Event> events, const Dossier& after, ListEntry& entry);
/// The same from the whole history, as it is stored.
std::string all_passes(const Deps& deps, const Dossier& dossier);

}  // namespace vinhdanh
