// Of either kind.
#include "api/jobs/job_bodies.hpp"

namespace vinhdanh {

std::vector<std::string> files_of(const Job& job) {
  std::vector<std::string> files;
  if (job.kind == JobKind::list_export) {
    files = {job_body<ExportBody>(job).file};
  } else {
    const auto body = job_body<ImportBody>(job);
    files = {body.file, body.lines, body.rows, body.typed};
  }
  std::erase(files, "");
  return files;
}

std::optional<JobFault> fault_of(const Job& job) {
  return job.kind == JobKind::list_export ? job_body<ExportBody>(job).fault : job_body<ImportBody>(job).fault;
}

}  // namespace vinhdanh
