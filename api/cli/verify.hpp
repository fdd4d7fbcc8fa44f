/// `vinhdanh verify [DOSSIER]` and `vinhdanh migrate`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "api/cli/output.hpp"

namespace vinhdanh {

/// Opens the folder read-only, beside a running server or alone, and checks one dossier (by id or code) or everything.
ExitCode verify_folder(const std::filesystem::path& folder, const std::optional<std::string>& dossier,
                       const Output& output);

/// Applies the missing migrations.
ExitCode migrate_folder(const std::filesystem::path& folder, const Output& output);

}  // namespace vinhdanh
