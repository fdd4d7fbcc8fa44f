/// Commands that administer accounts, tokens, roles and definitions of an installation.
#pragma once

#include <optional>
#include <string>

#include "adapters/home.hpp"
#include "api/cli/output.hpp"

namespace vinhdanh {

struct UserOptions {
  Home home;
  std::string login;
  std::string name;  ///< `user add` only
  std::string email; ///< `user email` only; empty: none any more
};
ExitCode user_add(const UserOptions& options, const Output& output);
ExitCode user_disable(const UserOptions& options, const Output& output);
ExitCode user_enable(const UserOptions& options, const Output& output);
/// Reads a first password, which its holder must change, from the terminal or standard input.
ExitCode user_password(const UserOptions& options, const Output& output);
ExitCode user_email(const UserOptions& options, const Output& output);
/// For a telephone that was lost.
ExitCode user_remove_second_factor(const UserOptions& options, const Output& output);

struct TokenOptions {
  Home home;
  std::string appointment;
  int days = 90;  ///< 1..3650
};
/// Prints the token once; only its SHA-256 is kept. Refused for who decides, except in a demo: a token passes no second
/// factor.
ExitCode token_create(const TokenOptions& options, const Output& output);

struct RoleOptions {
  Home home;
  std::string login;
  std::string office;
  std::string role;
  std::string from;                ///< YYYY-MM-DD; empty: today
  std::string to;                  ///< last day; empty: open
  std::string deputy_for;          ///< appointment id; a deputy also needs a document
  std::string document_number;
  std::string document_date;
  std::string document_file;       ///< the authorisation itself: PDF, PNG or JPEG
  std::string appointment;         ///< `role grant`, `refuse` and `end`
  std::string by;                  ///< login of the administrator who asks; needed once the console acts alone no more
  bool now = false;                ///< `role end`: from the next command on
};
/// Grants until two people have administered at the same time, and only asks from then on, in the name of one of them.
ExitCode role_assign(const RoleOptions& options, const Output& output);
ExitCode role_request(const RoleOptions& options, const Output& output);
/// As long as `role_assign` grants.
ExitCode role_grant(const RoleOptions& options, const Output& output);
ExitCode role_refuse(const RoleOptions& options, const Output& output);
ExitCode role_list(const RoleOptions& options, const Output& output);
ExitCode role_end(const RoleOptions& options, const Output& output);

struct DefinitionOptions {
  Home home;
  std::string file;     ///< `definition add` only
  std::string id;       ///< `definition activate` only
  int version = 0;
  std::string by;       ///< login of the definition manager who asks; needed once the console acts alone no more
};
ExitCode definition_add(const DefinitionOptions& options, const Output& output);
ExitCode definition_activate(const DefinitionOptions& options, const Output& output);
/// Shipped and stored ones.
ExitCode definition_list(const DefinitionOptions& options, const Output& output);

}  // namespace vinhdanh
