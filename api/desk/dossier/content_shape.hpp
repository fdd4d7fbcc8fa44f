/// What a content may name: figures of its plan, offices of the organisation, persons with an account.
#pragma once

#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"
#include "engine/model/content.hpp"

namespace vinhdanh {

/// Adds an error for each name that is not known, and for a period that ends before it starts.
void check_content(const Deps& deps, const Content& content, const Plan& plan, const std::string& at,
                   std::vector<ProblemError>& errors);

/// The same for figures alone.
void check_figures(const Figures& figures, const Plan& plan, const std::string& at, std::vector<ProblemError>& errors);

}  // namespace vinhdanh
