/// What the administering commands share: open, commit one change, say what came of it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "api/cli/output.hpp"
#include "api/composition.hpp"

namespace vinhdanh {

/// Opens the folder or database for writing and runs the work on it. Where a server holds the folder, that server does the
/// whole command (api/cli/relay.hpp); inside it, the work is done on what it has open. A database is shared with its nodes.
ExitCode administer(const Home& home, const Output& output,
                    const std::function<ExitCode(Installation&)>& work);

/// Commits and prints, or says why not: `usage` when the thing changed meanwhile, `unknown` when the commit's outcome is open.
ExitCode commit_and_say(Installation& house, const Change& change, const std::string& text,
                        const nlohmann::ordered_json& object, const Output& output);

std::optional<Account> account_of(const Store& store, const std::string& login);
/// The person behind a login whose account is enabled and who holds this role that day.
std::optional<PersonId> person_in_role(const Store& store, const std::string& login, Role role, Date day);

/// Whom an act of the command line is put down to: who is named by `by` (a login, must hold `role` today), or the
/// console while it acts alone. Nothing when it must not be done; then `output` has said why, and the exit is `usage`.
std::optional<Actor> who_asks(Installation& house, const std::string& by, Role role, const Output& output);

}  // namespace vinhdanh
