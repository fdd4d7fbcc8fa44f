/// The life of one dossier played through by hand, command by command, as ADR 0001 tells it; shares nothing with the
/// proof.
#pragma once

#include <map>
#include <string>

#include "engine/decide/lifecycle.hpp"
#include "engine/definition/plan.hpp"

namespace vinhdanh::test {

/// For each fault of the ways of a form: how many commands its shortest path takes.
std::map<std::string, std::size_t> brute_force(const Plan& plan, const AwardForm& form,
                                               const std::vector<TableRow>& table);

}  // namespace vinhdanh::test
