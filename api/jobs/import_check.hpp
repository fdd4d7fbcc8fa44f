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

/// A list as it was read, and what its person typed over its cells.
struct SentList {
  Sheet sheet;
  TypedCells typed;
};

/// Fills in `groups`, `mended` and the counts of `body` from its columns and accepted mends. Nothing when `progress` ended it.
std::optional<std::vector<ImportRow>> check_import(const Deps& deps, const Actor& actor, const Submission& submission,
                                                   const SentList& list, ImportBody& body, const CheckProgress& progress);

std::string rows_text(const std::vector<ImportRow>& rows);
std::vector<ImportRow> rows_of_text(const std::string& text);
std::string typed_text(const TypedCells& typed);
TypedCells typed_of_text(const std::string& text);

/// Whether a draft is to be made of it.
bool is_wanted(const ImportRow& row, bool with_duplicates);

}  // namespace vinhdanh
