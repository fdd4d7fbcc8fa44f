/// What is shown of an import, and how it is checked anew.
#pragma once

#include <vector>

#include "api/desk/request/body.hpp"
#include "api/jobs/handlers.hpp"
#include "api/jobs/import_check.hpp"
#include "api/jobs/import_fields.hpp"
#include "api/jobs/job_runs.hpp"

namespace vinhdanh {

std::vector<ImportField> fields_of_import(const Deps& deps, const Job& job, const ImportBody& body);
Json import_json(JobRuns& runs, const Job& job);
Json row_json(const ImportRow& row);
/// As they were checked last; none before that.
std::vector<ImportRow> stored_rows(JobRuns& runs, const Job& job);

template <class Asked>
struct AskedOfImport {
  Job job;
  ImportBody body;
  Asked asked;
};

/// What its person asks of his import; `import_not_ready` while it does not wait for him.
template <class Asked>
Or<AskedOfImport<Asked>> asked_of_ready_import(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto job = own_import(runs, request, actor);
  if (!job) return std::move(job.response());
  auto asked = read_body<Asked>(request);
  if (!asked) return std::move(asked.response());
  if (job->state != JobState::ready) return problem(request, "import_not_ready");
  auto body = job_body<ImportBody>(*job);
  return AskedOfImport<Asked>{std::move(*job), std::move(body), std::move(*asked)};
}

/// 202 with the import, which somebody is to look at.
HttpResponse accepted(JobRuns& runs, const Job& job);
/// The same for one that is to be checked with that body; `busy` when somebody was before.
HttpResponse check_again(JobRuns& runs, const HttpRequest& request, Job job, const ImportBody& body);

}  // namespace vinhdanh
