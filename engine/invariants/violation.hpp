/// A broken promise: which invariant, at which event, in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

struct Violation {
  std::string invariant;  ///< "INV-1"
  std::int64_t n = -1;    ///< the event at fault in its stream; -1 when no single event is
  std::string text;       ///< what was expected, but what was found; English, no names
  std::string stream;     ///< "dossier/<id>"; empty where only one stream was looked at
  std::string event;      ///< id of the event at fault, where its bytes say one
  std::string expected;   ///< of a chain: the hash or place that should be there …
  std::string found;      ///< … and the one that is
};

using Violations = std::vector<Violation>;

inline void append(Violations& all, const Violations& more) { all.insert(all.end(), more.begin(), more.end()); }

/// What the invariant promises, for people: "INV-8" → "Số lượng khen không bao giờ bị vượt" / "No quota is ever exceeded".
Sentence promise_of(std::string_view invariant);

}  // namespace vinhdanh
