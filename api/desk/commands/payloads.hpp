/// From the command in a path and the body to the payload of the engine.
#pragma once

#include <optional>
#include <string>

#include "api/desk/request/outcome.hpp"
#include "engine/decide/payload.hpp"

namespace vinhdanh {

/// `return-for-rework` → `return_for_rework`; nothing for a name that is no command.
std::optional<Command> command_in_path(const std::string& text);
/// `return_for_rework` → `return-for-rework`.
std::string path_of(Command command);

/// Commands that are posted to a dossier; the others have a way of their own (content, papers, decision, occasion).
bool is_posted_to_dossier(Command command);
/// Commands that may be posted to a submission and then act on all of its dossiers alike.
bool is_posted_to_submission(Command command);

/// Only for commands with a body.
Or<Payload> read_payload(const HttpRequest& request, Command command);

/// The decision that the payload names.
std::optional<DecisionId> named_decision(const Payload& payload);

}  // namespace vinhdanh
