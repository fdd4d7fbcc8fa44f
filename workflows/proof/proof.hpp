/// Proves a plan before it is used: what its routes, forms and places can lead to, whoever does what in which order.
#pragma once

#include <span>
#include <vector>

#include "engine/decide/lifecycle.hpp"
#include "engine/definition/law.hpp"
#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "workflows/proof/fault.hpp"

namespace vinhdanh {

/// What a plan is proved against.
struct ProofBasis {
  const Organisation& organisation;
  const Law& law;
  std::span<const TableRow> table;  ///< `nomination_lifecycle().rows()`
};

/// Every fault that a plan has, errors and warnings, in the order of the file as far as it can be. Expects a plan that
/// the loader took. Routes of more than 16 stages are refused without a search. No I/O, no clock; the same answer each
/// time.
std::vector<ProofFault> prove(const Plan& plan, const ProofBasis& basis);

/// What is wrong with a transition table whatever the plan: rows of one phase and command that are not told apart, rows
/// that lead out of a final phase.
std::vector<ProofFault> prove_table(std::span<const TableRow> table);

}  // namespace vinhdanh
