// An import in JSON, and its rows.
#include "api/jobs/import_views.hpp"

#include "api/desk/commands/case.hpp"
#include "api/jobs/handlers.hpp"

namespace vinhdanh {
namespace {

const Plan& plan_of_import(const Deps& deps, const Job& job) {
  const auto submission = deps.store.submission(job.subject).value();
  const auto occasion = deps.store.occasion(submission.occasion).value();
  return rules_for(deps, occasion.plan).plan;
}

/// With what may be chosen, where that is a list.
Json fields_json(const std::vector<ImportField>& fields, const Plan& plan, SubjectKind kind) {
  auto list = Json::array();
  for (const auto& it : fields) {
    Json json{{"id", it.id}, {"title", it.title}, {"required", it.id == "name"}};
    if (it.kind == ImportField::Kind::category) {
      json["choices"] = Json::array();
      for (const auto* category : categories_for(plan, kind)) json["choices"].push_back(category->name);
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json groups_json(const ImportBody& body) {
  auto list = Json::array();
  for (const auto& it : body.groups) {
    list.push_back({{"code", it.code},
                    {"field", it.field},
                    {"sentence", {{"vi", it.vi}, {"en", it.en}}},
                    {"severity", it.severity},
                    {"count", it.count},
                    {"rows", it.rows},
                    {"mendable", parse_name<MendCode>(it.code).has_value()}});
  }
  return list;
}

/// An earlier import of the same file, and whether drafts were made of it.
Json same_json(JobRuns& runs, const std::string& id) {
  Json json{{"id", id}};
  const auto other = runs.jobs().job(id);
  json["state"] = other ? std::string(name_of(other->state)) : "cancelled";
  json["made"] = other ? job_body<ImportBody>(*other).made.size() : 0;
  return json;
}

Json other_json(const OtherNominee& other) {
  Json json{{"shown", other.shown}};
  if (other.row > 0) {
    json["row"] = other.row;
  } else {
    json["dossier"] = other.dossier;
    json["code"] = other.code;
  }
  return json;
}

Json problems_json(const ImportRow& row) {
  auto list = Json::array();
  for (const auto& it : row.problems) {
    Json json{{"code", it.code}, {"field", it.field}, {"sentence", {{"vi", it.vi}, {"en", it.en}}}, {"severity", name_of(it.severity)}};
    if (it.after) json["after"] = *it.after;
    if (it.other) json["other"] = other_json(*it.other);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::vector<ImportField> fields_of_import(const Deps& deps, const Job& job, const ImportBody& body) {
  return import_fields(plan_of_import(deps, job), body.subject_kind, today(deps));
}

Json import_json(JobRuns& runs, const Job& job) {
  const auto body = job_body<ImportBody>(job);
  Json json = job_json(job);
  json["submission"] = job.subject;
  json["form"] = body.form;
  json["subject_kind"] = name_of(body.subject_kind);
  json["sheet"] = body.sheet;
  json["other_sheets"] = body.other_sheets;
  json["header"] = body.header;
  json["fields"] = fields_json(fields_of_import(runs.deps(), job, body), plan_of_import(runs.deps(), job), body.subject_kind);
  json["columns"] = Json::array();
  for (const auto& it : body.columns) {
    json["columns"].push_back({{"column", it.column}, {"title", it.title}, {"field", it.field ? Json(*it.field) : Json()}});
  }
  json["mends"] = to_json_value(body.mends);
  json["mended"] = to_json_value(body.mended);
  json["groups"] = groups_json(body);
  json["counts"] = {{"good", body.good}, {"warned", body.warned}, {"duplicate", body.duplicate}, {"bad", body.bad}};
  json["room"] = body.room;
  if (body.same_as) json["same_as"] = same_json(runs, *body.same_as);
  json["made_dossiers"] = to_json_value(body.made);
  json["not_made"] = Json::array();
  for (const auto& it : body.not_made)
    json["not_made"].push_back({{"row", it.row}, {"code", it.code}, {"sentence", {{"vi", it.vi}, {"en", it.en}}}});
  return json;
}

Json row_json(const ImportRow& row) {
  return {{"row", row.number}, {"shown", row.shown}, {"problems", problems_json(row)}, {"mended", to_json_value(row.mended)}};
}

HttpResponse accepted(JobRuns& runs, const Job& job) {
  runs.wake();
  return json_response(202, import_json(runs, job));
}

std::vector<ImportRow> stored_rows(JobRuns& runs, const Job& job) {
  const auto body = job_body<ImportBody>(job);
  const auto text = body.rows.empty() ? std::nullopt : runs.deps().blobs.get(body.rows);
  return text ? rows_of_text(*text) : std::vector<ImportRow>{};
}

HttpResponse check_again(JobRuns& runs, const HttpRequest& request, Job job, const ImportBody& body) {
  set_body(job, body);
  job.state = JobState::waiting;
  job.phase = "check";
  job.done = 0;
  job.attempts = 0;
  if (!runs.jobs().change_job(job, {})) return busy(request);
  return accepted(runs, job);
}

}  // namespace vinhdanh
