/// Commands that administer accounts, tokens, roles and definitions of a folder that no server holds.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "api/cli/output.hpp"

namespace vinhdanh {

struct UserOptions {
  std::filesystem::path data;
  std::string login;
  std::string name;  ///< `user add` only
};
ExitCode user_add(const UserOptions& options, const Output& output);
ExitCode user_disable(const UserOptions& options, const Output& output);

struct TokenOptions {
  std::filesystem::path data;
  std::string appointment;
  int days = 90;  ///< 1..3650
};
/// Prints the token once; only its SHA-256 is kept.
ExitCode token_create(const TokenOptions& options, const Output& output);

struct RoleOptions {
  std::filesystem::path data;
  std::string login;
  std::string office;
  std::string role;
  std::string from;                ///< YYYY-MM-DD; empty: today
  std::string to;                  ///< last day; empty: open
  std::string deputy_for;          ///< appointment id; a deputy also needs a document
  std::string document_number;
  std::string document_date;
  std::string appointment;         ///< `role end` only
};
ExitCode role_assign(const RoleOptions& options, const Output& output);
ExitCode role_end(const RoleOptions& options, const Output& output);

struct DefinitionOptions {
  std::filesystem::path data;
  std::string file;     ///< `definition add` only
  std::string id;       ///< `definition activate` only
  int version = 0;
};
ExitCode definition_add(const DefinitionOptions& options, const Output& output);
ExitCode definition_activate(const DefinitionOptions& options, const Output& output);
/// Shipped and stored ones.
ExitCode definition_list(const DefinitionOptions& options, const Output& output);

}  // namespace vinhdanh
