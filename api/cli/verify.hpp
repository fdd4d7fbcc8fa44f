/// `vinhdanh verify [DOSSIER]` and `vinhdanh migrate`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "adapters/home.hpp"
#include "api/cli/output.hpp"

namespace vinhdanh {

struct VerifyOptions {
  Home home;
  std::optional<std::string> dossier;  ///< id or code; everything if not given
  std::filesystem::path receipts;      ///< empty: the one in the folder, if there is one
};

/// Reads beside running servers or alone, and checks one dossier, or everything and then that the
/// history is as long as its receipts say (`ExitCode::shorter` where only that is wrong).
ExitCode verify_folder(const VerifyOptions& options, const Output& output);

struct MigrationOptions {
  Home home;             ///< a database's address is its owner's, who may make tables
  std::string app_role;  ///< of a database: the role that nodes connect as
  bool demo = false;     ///< of a new database, for ever
};
/// Applies the missing migrations.
ExitCode migrate(const MigrationOptions& options, const Output& output);

}  // namespace vinhdanh
