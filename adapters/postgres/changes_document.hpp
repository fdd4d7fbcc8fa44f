/// A batch of changes as the one document that `apply_changes` takes.
#pragma once

#include <span>
#include <string>

#include "adapters/holds.hpp"

namespace vinhdanh::detail {

/// JSON: rows of all changes by table, each with the number of its change (from 1) and, where order matters, its place in it;
/// what is to be locked (`holds`: of each change); and the canonical bytes of events around the place that they have yet to be given.
std::string changes_document(std::span<const Change> changes, std::span<const Holds> holds, const std::string& instance,
                             Instant seen);

/// The same with entries alone, for `write_entries`.
std::string entries_document(std::span<const ListEntry> entries);

}  // namespace vinhdanh::detail
