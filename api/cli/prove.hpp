/// Whether the history in a folder is whole, for `verify`, `backup` and `restore`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "adapters/receipts.hpp"
#include "api/cli/output.hpp"
#include "engine/invariants/verification.hpp"

namespace vinhdanh {

/// Reads beside the folder's owner or alone: the database's own check, chains, rules, stored state, quotas, numbers and papers.
/// Throws CannotOpen, StorageUnavailable.
StoreVerification prove_folder(const std::filesystem::path& folder);

nlohmann::ordered_json violations_json(const Violations& violations);
/// A line per violation, each behind a line's end.
std::string violations_text(const Violations& violations);

nlohmann::ordered_json receipt_faults_json(const std::vector<ReceiptFault>& faults);
std::string receipt_faults_text(const std::vector<ReceiptFault>& faults);

}  // namespace vinhdanh
