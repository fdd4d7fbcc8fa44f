// What is taken out: lists, boards and verifications that are asked for, and the files that they leave.
#include "api/desk/audit/access_log.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/idempotency.hpp"
#include "api/desk/request/query.hpp"
#include "api/jobs/board_tables.hpp"
#include "api/jobs/certificate.hpp"
#include "api/jobs/handlers.hpp"
#include "api/jobs/job_bodies.hpp"

namespace vinhdanh {
namespace {

struct ExportAsked {
  ExportFormat format = ExportFormat::xlsx;
  std::optional<ListBody> filter;
  VINHDANH_MEMBERS(format, filter)
};

struct BoardAsked {
  ExportFormat format = ExportFormat::xlsx;
  ListBody filter;
  std::optional<FormCode> form;
  std::vector<BoardPicture> pictures;
  VINHDANH_MEMBERS(format, filter, form, pictures)
};

/// A job of this kind under the request's key, that waits to be worked on.
template <class Body>
Job new_job(JobRuns& runs, const HttpRequest& request, const Actor& actor, JobKind kind, const char* phase, const Body& body) {
  Job job;
  job.id = id_of_key("job", request, actor);
  job.kind = kind;
  job.person = actor.person;
  job.appointment = actor.appointment;
  job.phase = phase;
  job.made = runs.deps().clock.system_now();
  job.expires = Instant{job.made.milliseconds + kJobIsKept};
  set_body(job, body);
  return job;
}

HttpResponse start_export(JobRuns& runs, const HttpRequest& request, const Actor& actor, ExportBody body, const char* route) {
  body.asked = asked_digest(request);
  body.language = request.header("accept-language").value_or("vi").starts_with("en") ? "en" : "vi";
  std::vector<ProblemError> errors;
  check_filter(body.filter, "/filter", errors);
  if (errors.empty() && body.what == ExportWhat::board) errors = board_faults(runs.deps(), body);
  if (!errors.empty()) return invalid(request, errors);
  auto job = new_job(runs, request, actor, JobKind::list_export, "write", body);
  note_exported(runs.deps(), request, route, actor, job.id);
  return keep_new_job(runs, request, std::move(job));
}

HttpResponse show_certificate(const Deps& deps, const HttpRequest& request, const Actor& actor, const Job& job) {
  const auto certificate = certificate_of(deps, actor, job);
  if (!certificate) return not_found(request);
  note_exported(deps, request, "/v1/jobs/{id}/file", actor, job.id);
  return file_response(certificate->dump(2) + "\n", "application/json", "chung-nhan-kiem-tra.json");
}

}  // namespace

HttpResponse show_job_file(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = QueryReader(request).end()) return std::move(*fault);
  auto job = own_job(runs, request, actor);
  if (!job) return std::move(job.response());
  if (job->kind == JobKind::verification) return show_certificate(runs.deps(), request, actor, *job);
  if (job->kind != JobKind::list_export) return not_found(request);
  const auto body = job_body<ExportBody>(*job);
  auto bytes = body.file.empty() ? std::nullopt : runs.deps().blobs.get(body.file);
  if (!bytes) return not_found(request);
  note_exported(runs.deps(), request, "/v1/jobs/{id}/file", actor, job->id);
  const std::string name = body.what == ExportWhat::board ? "bang-theo-doi." : "ho-so.";
  const bool csv = body.format == ExportFormat::csv;
  return file_response(std::move(*bytes), csv ? "text/csv; charset=utf-8" : kXlsxType, name + std::string(name_of(body.format)));
}

HttpResponse start_verification(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = check_key(request)) return std::move(*fault);
  auto asked = read_body<NoBody>(request);
  if (!asked) return std::move(asked.response());
  VerificationBody body;
  body.asked = asked_digest(request);
  return keep_new_job(runs, request, new_job(runs, request, actor, JobKind::verification, "verify", body));
}

HttpResponse export_dossiers(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = check_key(request)) return std::move(*fault);
  auto asked = read_body<ExportAsked>(request);
  if (!asked) return std::move(asked.response());
  ExportBody body;
  body.format = asked->format;
  body.filter = asked->filter.value_or(ListBody{});
  return start_export(runs, request, actor, std::move(body), "/v1/dossiers/export");
}

HttpResponse export_board(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = check_key(request)) return std::move(*fault);
  auto asked = read_body<BoardAsked>(request);
  if (!asked) return std::move(asked.response());
  ExportBody body;
  body.what = ExportWhat::board;
  body.format = asked->format;
  body.filter = std::move(asked->filter);
  body.form = std::move(asked->form);
  body.pictures = std::move(asked->pictures);
  return start_export(runs, request, actor, std::move(body), "/v1/board/export");
}

}  // namespace vinhdanh
