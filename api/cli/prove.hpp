/// Whether a history is whole, for `verify`, `backup` and `restore`.
#pragma once

#include <string>
#include <vector>

#include "adapters/home.hpp"
#include "adapters/receipts.hpp"
#include "api/cli/output.hpp"
#include "engine/invariants/verification.hpp"

namespace vinhdanh {

/// The database's own check, chains, rules, stored state, quotas, numbers and papers. Throws StorageUnavailable.
StoreVerification prove(const OpenHome& open);

nlohmann::ordered_json violations_json(const Violations& violations);
/// A line per violation, each behind a line's end.
std::string violations_text(const Violations& violations);

nlohmann::ordered_json receipt_faults_json(const std::vector<ReceiptFault>& faults);
std::string receipt_faults_text(const std::vector<ReceiptFault>& faults);

}  // namespace vinhdanh
