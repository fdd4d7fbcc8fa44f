/// Papers in slots: the newest of a slot stands.
#pragma once

#include <vector>

#include "engine/model/dossier.hpp"

namespace vinhdanh::detail {

/// A paper supersedes those in the same slot of the same hands: the unit's own, or one stage's.
inline void attach(std::vector<PaperEntry>& papers, const PaperEntry& paper) {
  for (auto& old : papers) {
    if (old.slot == paper.slot && old.stage == paper.stage) old.superseded = true;
  }
  papers.push_back(paper);
}

}  // namespace vinhdanh::detail
