/// Whether an event may happen where the dossier stands: the walker's own table and the rules of the route.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/definition/plan.hpp"
#include "engine/invariants/walked.hpp"

namespace vinhdanh::detail {

/// Phase × event type → phases it may lead to. Says what is wrong, or nothing.
std::optional<std::string> off_the_table(const Walked& before, const Event& event, std::string_view type);

/// The stage named, the stage it goes to, and what the stage's kind and hands ask for. Says what is wrong, or nothing.
std::optional<std::string> off_the_route(const Walked& before, const Event& event, const Plan& plan);

/// True for the accounting of places, which follows the move that caused it in the same instant.
bool is_accounting(const EventBody& body);

}  // namespace vinhdanh::detail
