// What jobs of every kind have in their bodies.
#include "api/jobs/job_bodies.hpp"

namespace vinhdanh {

namespace {

/// Calls `with` with a body of the job's kind.
template <class With>
auto with_body(const Job& job, With with) {
  switch (job.kind) {
    case JobKind::list_export: return with(job_body<ExportBody>(job));
    case JobKind::verification: return with(job_body<VerificationBody>(job));
    case JobKind::sheet_import: break;
  }
  return with(job_body<ImportBody>(job));
}

std::vector<std::string> files_in(const ExportBody& body) { return {body.file}; }
std::vector<std::string> files_in(const VerificationBody&) { return {}; }
std::vector<std::string> files_in(const ImportBody& body) { return {body.file, body.lines, body.rows, body.typed}; }

}  // namespace

std::vector<std::string> files_of(const Job& job) {
  auto files = with_body(job, [](const auto& body) { return files_in(body); });
  std::erase(files, "");
  return files;
}

std::optional<JobFault> fault_of(const Job& job) {
  return with_body(job, [](const auto& body) { return body.fault; });
}

void put_fault(Job& job, const JobFault& fault) {
  with_body(job, [&](auto body) {
    body.fault = fault;
    set_body(job, body);
  });
}

}  // namespace vinhdanh
