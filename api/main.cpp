// The program: everything is in api/cli.
#include "api/cli/cli.hpp"

int main(int argc, char** argv) { return vinhdanh::run_cli(argc, argv); }
