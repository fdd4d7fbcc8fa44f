/// `vinhdanh verify [DOSSIER]` and `vinhdanh migrate`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "api/cli/output.hpp"

namespace vinhdanh {

struct VerifyOptions {
  std::filesystem::path data;
  std::optional<std::string> dossier;  ///< id or code; everything if not given
  std::filesystem::path receipts;      ///< empty: the one in the folder, if there is one
};

/// Opens the folder read-only, beside a running server or alone, and checks one dossier, or everything and then that the
/// history is as long as its receipts say (`ExitCode::shorter` where only that is wrong).
ExitCode verify_folder(const VerifyOptions& options, const Output& output);

/// Applies the missing migrations.
ExitCode migrate_folder(const std::filesystem::path& folder, const Output& output);

}  // namespace vinhdanh
