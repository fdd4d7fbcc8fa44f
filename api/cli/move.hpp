/// `vinhdanh move`.
#pragma once

#include <string>

#include "api/cli/output.hpp"

namespace vinhdanh {

struct MoveOptions {
  std::string from;  ///< `sqlite:DIR` or a PostgreSQL address, as `to`
  std::string to;
  std::string from_schema = "vinhdanh";
  std::string to_schema = "vinhdanh";
  std::string app_role;  ///< of a database that is moved into
};

/// Copies everything, compares both sides, proves what came, and only then lets it be served and the old place not. What
/// differs is `found` and named; a target that is not empty is `usage`. No address is printed with its password.
ExitCode move_house(const MoveOptions& options, const Output& output);

}  // namespace vinhdanh
