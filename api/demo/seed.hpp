/// Fills a new demo folder with its people and hands out their password and tokens.
#pragma once

#include <filesystem>

#include "api/desk/deps.hpp"

namespace vinhdanh {

/// Does nothing when the folder has accounts already. Writes `demo-password`, with which all of them sign in, and
/// `demo-tokens.json` (mode 0600). Throws StorageUnavailable.
void seed_demo(const Deps& deps, const std::filesystem::path& folder);

}  // namespace vinhdanh
