/// `vinhdanh serve`: opens a folder and answers over HTTP until SIGINT or SIGTERM.
#pragma once

#include <filesystem>
#include <string>

#include "api/cli/output.hpp"

namespace vinhdanh {

struct ServeOptions {
  std::filesystem::path data;
  std::string listen = "127.0.0.1:8080";
  std::string public_url;  ///< empty: http at the address listened on
  bool demo = false;
};

ExitCode serve(const ServeOptions& options, const Output& output);

}  // namespace vinhdanh
