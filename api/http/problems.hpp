/// The problems that the ways in answer by themselves, each with its frozen code.
#pragma once

#include <string_view>
#include <vector>

#include "api/http/problem.hpp"

namespace vinhdanh {

struct KnownProblem {
  std::string_view code;
  int status;
  std::string_view title_vi;
  std::string_view title_en;
  std::string_view detail_vi;
  std::string_view detail_en;
};

/// All of them, for the documentation and its test.
const std::vector<KnownProblem>& known_problems();
const KnownProblem* find_known_problem(std::string_view code);

/// The problem of a known code, with its general sentence and the headers it must have (WWW-Authenticate, Retry-After).
/// Throws std::logic_error for a code that is not in the list.
Problem known_problem(std::string_view code);

/// A 422 `validation` about one member.
Problem validation_problem(ProblemError error);

}  // namespace vinhdanh
