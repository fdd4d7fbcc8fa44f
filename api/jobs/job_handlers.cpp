// Jobs of any kind: kept, listed, cancelled.
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/idempotency.hpp"
#include "api/desk/request/query.hpp"
#include "api/http/paging.hpp"
#include "api/jobs/handlers.hpp"
#include "api/jobs/job_bodies.hpp"
#include "api/jobs/sheet_words.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {
namespace {

Json fault_json(const JobFault& fault) {
  const Sentence sentence = sheet_sentence(fault.code, fault.detail);
  return {{"code", fault.code}, {"sentence", {{"vi", sentence.vi}, {"en", sentence.en}}}};
}

Json export_result(const Job& job) {
  const auto body = job_body<ExportBody>(job);
  Json result{{"what", name_of(body.what)}, {"format", name_of(body.format)}};
  if (!body.file.empty()) {
    result["file"] = "/v1/jobs/" + job.id + "/file";
    result["size"] = body.size;
  }
  return result;
}

Json import_result(const Job& job) {
  const auto body = job_body<ImportBody>(job);
  return {{"import", "/v1/imports/" + job.id}, {"submission", job.subject}, {"good", body.good},  {"duplicate", body.duplicate},
          {"bad", body.bad},                   {"made", body.made.size()},  {"not_made", body.not_made.size()}};
}

HttpResponse answer_202(const Job& job) {
  auto response = json_response(202, job_json(job));
  response.set("Location", (job.kind == JobKind::sheet_import ? "/v1/imports/" : "/v1/jobs/") + job.id);
  return response;
}

/// Pages go by age and id: the cursor names the last one seen.
std::optional<Job> seen_job(JobRuns& runs, const PageRequest& page) {
  return page.after.empty() ? std::nullopt : runs.jobs().job(page.after);
}

Json verification_result(const Job& job) {
  const auto body = job_body<VerificationBody>(job);
  if (body.verdict.empty()) return Json::object();
  return {{"verdict", Json::parse(body.verdict)}, {"file", "/v1/jobs/" + job.id + "/file"}};
}

Json result_of(const Job& job) {
  switch (job.kind) {
    case JobKind::list_export: return export_result(job);
    case JobKind::verification: return verification_result(job);
    case JobKind::sheet_import: break;
  }
  return import_result(job);
}

}  // namespace

Json job_json(const Job& job) {
  Json json{{"id", job.id},     {"kind", name_of(job.kind)}, {"state", name_of(job.state)},  {"phase", job.phase},
            {"done", job.done}, {"total", job.total},        {"made", job.made.text()},      {"expires", job.expires.text()}};
  if (job.started) json["started"] = job.started->text();
  if (job.ended) json["ended"] = job.ended->text();
  if (const auto fault = fault_of(job)) json["refusal"] = fault_json(*fault);
  json["result"] = result_of(job);
  return json;
}

Or<Job> own_job(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto found = runs.jobs().job(path_parameter(request, "id"));
  const bool own = found && found->person == actor.person && found->appointment == actor.appointment;
  if (!own || found->expires <= runs.deps().clock.system_now()) return not_found(request);
  return std::move(*found);
}

std::string asked_digest(const HttpRequest& request) {
  std::string query;
  for (const auto& [name, value] : request.query) query += "\n" + name + "=" + value;
  return sha256_hex(fingerprint_of(request) + query);
}

HttpResponse keep_new_job(JobRuns& runs, const HttpRequest& request, Job job, const std::string& file) {
  const std::lock_guard lock(runs.making());
  if (const auto known = runs.jobs().job(job.id)) {
    const auto asked = [](const Job& it) { return Json::parse(it.body).value("asked", ""); };
    if (known->kind != job.kind || asked(*known) != asked(job)) return problem(request, "idempotency_key_reused");
    auto response = answer_202(*known);
    response.set("Idempotency-Replayed", "true");
    return response;
  }
  if (!file.empty()) runs.deps().blobs.put(file, request.body);
  if (!runs.jobs().add_job(job, kMostUnendedJobs)) {
    if (!file.empty()) runs.deps().blobs.remove(file);
    return problem(request, "too_many_jobs");
  }
  runs.wake();
  return answer_202(job);
}

HttpResponse file_response(std::string bytes, const std::string& type, const std::string& name) {
  HttpResponse response;
  response.set("Content-Type", type);
  response.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Cache-Control", "no-store");
  response.body = std::move(bytes);
  return response;
}

HttpResponse list_jobs(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const auto page = query.page(runs.deps().store, actor);
  if (auto fault = query.end()) return std::move(*fault);
  auto items = Json::array();
  std::optional<std::string> last;
  const Instant now = runs.deps().clock.system_now();
  for (const Job& job : runs.jobs().jobs_of(actor.appointment, seen_job(runs, page), page.limit + 1)) {
    if (items.size() == static_cast<std::size_t>(page.limit)) {
      last = items.back()["id"].get<std::string>();
      break;
    }
    if (job.expires > now && job.person == actor.person) items.push_back(job_json(job));
  }
  return json_response(200, page_body(runs.deps().store, request, actor, std::move(items), last));
}

HttpResponse show_job(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = QueryReader(request).end()) return std::move(*fault);
  auto job = own_job(runs, request, actor);
  return job ? json_response(200, job_json(*job)) : std::move(job.response());
}

HttpResponse cancel_job(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto job = own_job(runs, request, actor);
  if (!job) return std::move(job.response());
  auto body = read_body<NoBody>(request);
  if (!body) return std::move(body.response());
  if (job->state == JobState::cancelled) return json_response(200, job_json(*job));
  const bool makes_drafts = job->phase == "commit" && (job->state == JobState::waiting || job->state == JobState::running);
  if (job->state == JobState::done || job->state == JobState::failed || makes_drafts) return problem(request, "job_not_cancellable");
  const auto files = files_of(*job);
  job->state = JobState::cancelled;
  job->ended = runs.deps().clock.system_now();
  if (job->kind == JobKind::sheet_import) {
    auto kept = job_body<ImportBody>(*job);
    kept.file = kept.lines = kept.rows = kept.typed = "";
    kept.columns.clear();
    kept.groups.clear();
    set_body(*job, kept);
  }
  if (!runs.jobs().change_job(*job, {})) return busy(request);
  for (const auto& file : files) runs.deps().blobs.remove(file);
  return json_response(200, job_json(*job));
}

}  // namespace vinhdanh
