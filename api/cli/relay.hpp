/// Commands of administrators on a folder that a server holds: run by that server.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "api/cli/access_log.hpp"
#include "api/cli/console.hpp"
#include "api/cli/output.hpp"
#include "api/composition.hpp"

namespace vinhdanh {

/// Has the server that holds the folder run the console's words, and prints what it prints. Nothing when none listens.
std::optional<ExitCode> relay(const std::filesystem::path& data, Console& console, const Output& output);

/// Has the server that holds the folder put this backup on record. False when none listens, or it could not.
bool relay_backup(const std::filesystem::path& data, const TakenBackup& taken);

/// The server's end: runs what they sent on the server's installation, and gives the answer to send back. Never throws.
std::string run_relayed(Installation& house, const std::string& message);

}  // namespace vinhdanh
