/// `vinhdanh access-log drop`.
#pragma once

#include <filesystem>

#include "api/cli/output.hpp"

namespace vinhdanh {

struct AccessLogOptions {
  std::filesystem::path data;
  int days = 1826;  ///< five years, as long as a movement lasts; 90 at least
};
/// Nothing is deleted unless somebody says so, and up to when stays on record.
ExitCode access_log_drop(const AccessLogOptions& options, const Output& output);

}  // namespace vinhdanh
