/// Asking for imports and exports, looking at them, deciding on them.
#pragma once

#include "api/desk/request/outcome.hpp"
#include "api/jobs/job_runs.hpp"

namespace vinhdanh {

using JobHandler = HttpResponse (*)(JobRuns&, const HttpRequest&, const Actor&);

HttpResponse show_template(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse start_import(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse show_import(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse put_columns(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse put_mends(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse put_cells(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse list_rows(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse show_bad_rows(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse commit_import(JobRuns& runs, const HttpRequest& request, const Actor& actor);

HttpResponse list_jobs(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse show_job(JobRuns& runs, const HttpRequest& request, const Actor& actor);
/// Of any kind: nothing of it stays.
HttpResponse cancel_job(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse show_job_file(JobRuns& runs, const HttpRequest& request, const Actor& actor);
/// POST /v1/verification: as GET, but as a job, with a certificate as its file.
HttpResponse start_verification(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse export_dossiers(JobRuns& runs, const HttpRequest& request, const Actor& actor);
HttpResponse export_board(JobRuns& runs, const HttpRequest& request, const Actor& actor);

/// The caller's own in the appointment in which he works now; what is another's is not there.
Or<Job> own_job(JobRuns& runs, const HttpRequest& request, const Actor& actor);
Or<Job> own_import(JobRuns& runs, const HttpRequest& request, const Actor& actor);
Json job_json(const Job& job);

/// Keeps a new job, or answers what an earlier request with its key made. The body of the request is kept as `file` where one is named.
HttpResponse keep_new_job(JobRuns& runs, const HttpRequest& request, Job job, const std::string& file = "");
/// Digest of method, path, body and query.
std::string asked_digest(const HttpRequest& request);

inline constexpr auto kXlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
HttpResponse file_response(std::string bytes, const std::string& type, const std::string& name);

}  // namespace vinhdanh
