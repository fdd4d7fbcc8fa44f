/// The pictures of the board as tables: the same numbers, counted anew for whoever takes them out.
#pragma once

#include <vector>

#include "adapters/sheets/write_table.hpp"
#include "api/desk/deps.hpp"
#include "api/jobs/export_words.hpp"
#include "api/jobs/job_bodies.hpp"

namespace vinhdanh {

/// Faults of what is asked for: a filter that names no plan, or several; a form that the plan lacks.
std::vector<ProblemError> board_faults(const Deps& deps, const ExportBody& body);

/// A table for each picture that the body names, in its order; all where it names none. From entries that are there.
std::vector<TableFile> board_tables(const Deps& deps, const Actor& actor, const ExportBody& body, const ExportWords& words);

}  // namespace vinhdanh
