/// How commands that work on a data folder say that it can't be had.
#pragma once

#include <functional>

#include "api/cli/output.hpp"

namespace vinhdanh {

/// Runs the work; a folder that can't be opened or storage that fails becomes exit code 3, said on the error stream.
ExitCode with_folder(const Output& output, const std::function<ExitCode()>& work);

}  // namespace vinhdanh
