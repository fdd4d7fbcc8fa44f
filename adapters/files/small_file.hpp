/// Small files, read to their end.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace vinhdanh {

/// The whole file; nothing when it is a folder, or cannot be opened or read: then `fault` says why.
std::optional<std::string> bytes_of_file(const std::filesystem::path& path, std::error_code& fault);
std::optional<std::string> bytes_of_file(const std::filesystem::path& path);

/// The first line, without spaces and a carriage return at its end; empty when the file cannot be read.
std::string secret_in_file(const std::filesystem::path& path);

}  // namespace vinhdanh
