/// Checks a list of nominees against what a draft of each would be held to, and against each other.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/jobs/import_rows.hpp"

namespace vinhdanh {

/// Told how many rows were done; false ends the check.
using CheckProgress = std::function<bool(std::int64_t done)>;

/// Fills in `groups` and the counts of `body` from its columns. Nothing when `progress` ended it.
std::optional<std::vector<ImportRow>> check_import(const Deps& deps, const Actor& actor, const Submission& submission,
                                                   const Sheet& sheet, ImportBody& body, const CheckProgress& progress);

std::string rows_text(const std::vector<ImportRow>& rows);
std::vector<ImportRow> rows_of_text(const std::string& text);

/// Whether a draft is to be made of it.
bool is_wanted(const ImportRow& row, bool with_duplicates);

}  // namespace vinhdanh
