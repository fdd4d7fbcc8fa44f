/// The command line of `vinhdanh`.
#pragma once

namespace vinhdanh {

/// Reads the arguments, runs one command, returns the exit code (api/cli/exit_code.hpp).
int run_cli(int argc, char** argv);

}  // namespace vinhdanh
