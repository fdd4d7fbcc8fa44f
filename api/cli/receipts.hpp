/// The receipts file beside a served folder, and `vinhdanh accept-shorter-history`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "adapters/home.hpp"
#include "adapters/receipts.hpp"
#include "api/cli/output.hpp"

namespace vinhdanh {

/// `given`, or `receipts.log` in the folder; empty without either.
std::filesystem::path receipts_file(const Home& home, const std::filesystem::path& given);

/// Says which streams are shorter or different, and what to do; `ExitCode::shorter`.
ExitCode refuse_shorter(const std::vector<ReceiptFault>& faults, const std::filesystem::path& file, const Output& output);

struct AcceptOptions {
  Home home;
  std::filesystem::path receipts;
  std::vector<std::string> administrators;  ///< two logins
};
/// On the word of two administrators, takes the history as it is: what was lost is kept in the database's own notes, the old
/// receipts beside the new ones.
ExitCode accept_shorter_history(const AcceptOptions& options, const Output& output);

}  // namespace vinhdanh
