/// A clerk at work through a node whose database dies, comes back or changes places: what is the same in every such test.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "tests/api/cli/clerk_at_work.hpp"
#include "tests/api/nodes/nodes.hpp"

namespace vinhdanh::test {

/// Who works at the node whose tokens are in `folder`; her keys are her own by `seed`.
ClerkAtWork clerk_of(const Node& node, const std::filesystem::path& folder, unsigned seed);

/// `befall` happens `moment` after the clerk's first answer. She works on until an answer says that the database is away;
/// whatever else goes wrong is the test's failure.
void work_until(ClerkAtWork& clerk, std::chrono::milliseconds moment, const std::function<void()>& befall);

bool becomes_ready(const Node& node, std::chrono::seconds within = std::chrono::seconds(30));

/// What was acknowledged is there; what was not is sent again and done once.
void check_kept(ClerkAtWork& clerk, const std::string& url);

/// `verify` finds the history whole and nothing missing of what the node's receipts in `folder` say.
void check_intact(const std::string& url, const std::filesystem::path& folder);

}  // namespace vinhdanh::test
