/// What a proof finds wrong with a definition: where, why, and a shortest path that shows it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/basics.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh {

/// A definition with an error must not be used; a warning is for the person who activates it to know.
enum class Severity { error, warning };
VINHDANH_NAMES(Severity, "error", "warning");

/// One command of a path and where it leads: the phase, and the stage if the dossier is at one.
struct PathStep {
  Command command = Command::submit;
  Phase phase = Phase::drafting;
  std::optional<StageId> stage;
  bool operator==(const PathStep&) const = default;
};

/// `forward → awaiting_receipt/appraisal`
std::string text_of(const PathStep& step);

/// Codes are listed in docs/adr/0010-proved-definitions.md; they never change their meaning.
struct ProofFault {
  Severity severity = Severity::error;
  std::string code;
  std::string pointer;  ///< JSON Pointer (RFC 6901) into the plan's file; empty for a fault of the transition table
  std::string message_vi;
  std::string message_en;
  std::vector<PathStep> path;  ///< from a new draft on; empty where the data alone shows the fault
  bool operator==(const ProofFault&) const = default;
};

}  // namespace vinhdanh
