/// Bearer tokens, and the file that hands the demo's tokens to whoever started it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/model/actor.hpp"

namespace vinhdanh {

/// `vd_` and 256 random bits in base64url. Shown once; only its SHA-256 is stored.
std::string new_token_text();

struct DemoToken {
  Appointment appointment;
  std::string token;
};

/// Account's login → its tokens, one per appointment, as JSON: {appointment, office, role, capacity, token}.
std::string demo_tokens_text(const std::map<std::string, std::vector<DemoToken>>& tokens);
/// Writes that text to `FOLDER/demo-tokens.json` with mode 0600. Throws StorageUnavailable.
void write_demo_tokens(const std::filesystem::path& folder, const std::map<std::string, std::vector<DemoToken>>& tokens);

}  // namespace vinhdanh
