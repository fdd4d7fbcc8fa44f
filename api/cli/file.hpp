/// Files named on the command line.
#pragma once

#include <optional>
#include <string>

namespace vinhdanh {

/// The whole file; nothing when it can't be read, or is a folder.
std::optional<std::string> bytes_of_file(const std::string& path);

}  // namespace vinhdanh
