/// The command line of `vinhdanh`.
#pragma once

#include <iosfwd>

namespace vinhdanh {

/// Reads the arguments, runs one command, returns the exit code (api/cli/exit_code.hpp).
int run_cli(int argc, char** argv);

class Console;
/// The same for a console's words, printing to these streams.
int run_words(Console& console, std::ostream& out, std::ostream& err);

}  // namespace vinhdanh
