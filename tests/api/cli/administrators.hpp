/// The first two administrators of a folder, made from the command line.
#pragma once

#include <string>

#include "tests/api/cli/command_line.hpp"

namespace vinhdanh::test {

/// Logins `chief` and `deputy`.
inline void two_administrators(const std::string& data) {
  for (const std::string login : {"chief", "deputy"}) {
    vinhdanh_json({"user", "add", "--login", login, "--name", "Quản trị " + login, "--data", data});
    vinhdanh_json({"role", "assign", "--login", login, "--office", "so_noi_vu_lang_son", "--role", "administrator", "--from",
                   "2024-01-01", "--data", data});
  }
}

}  // namespace vinhdanh::test
