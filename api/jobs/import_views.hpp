/// What is shown of an import, and how it is checked anew.
#pragma once

#include <vector>

#include "api/jobs/import_check.hpp"
#include "api/jobs/import_fields.hpp"
#include "api/jobs/job_runs.hpp"

namespace vinhdanh {

std::vector<ImportField> fields_of_import(const Deps& deps, const Job& job, const ImportBody& body);
Json import_json(JobRuns& runs, const Job& job);
Json row_json(const ImportRow& row);
/// As they were checked last; none before that.
std::vector<ImportRow> stored_rows(JobRuns& runs, const Job& job);

/// 202 with the import, which somebody is to look at.
HttpResponse accepted(JobRuns& runs, const Job& job);
/// The same for one that is to be checked with that body; `busy` when somebody was before.
HttpResponse check_again(JobRuns& runs, const HttpRequest& request, Job job, const ImportBody& body);

}  // namespace vinhdanh
