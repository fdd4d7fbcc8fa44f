/// `vinhdanh check FILE…`: are these definition files well formed and true to themselves?
#pragma once

#include <string>
#include <vector>

#include "api/cli/output.hpp"

namespace vinhdanh {

/// Prints every error with its JSON Pointer. `found` when a file has one, `usage` when a file can't be read.
ExitCode check_files(const std::vector<std::string>& files, const Output& output);

}  // namespace vinhdanh
