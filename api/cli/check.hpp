/// `vinhdanh check FILE…`: are these definition files well formed, true to themselves and, if plans, proved?
#pragma once

#include <string>
#include <vector>

#include "api/cli/output.hpp"

namespace vinhdanh {

/// Prints every error with its JSON Pointer and, where there is one, a shortest path that shows it; then the warnings.
/// `found` when a file has an error, `usage` when a file can't be read.
ExitCode check_files(const std::vector<std::string>& files, const Output& output);

}  // namespace vinhdanh
