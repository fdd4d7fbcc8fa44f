// Lists of nominees on their way in.
#include <algorithm>
#include <set>

#include "adapters/sheets/write_table.hpp"
#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/acts.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/idempotency.hpp"
#include "api/desk/request/query.hpp"
#include "api/jobs/handlers.hpp"
#include "api/jobs/import_views.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {
namespace {

struct ColumnChoice {
  int column = 0;
  std::optional<std::string> field;
  VINHDANH_MEMBERS(column, field)
};

struct ColumnsAsked {
  std::vector<ColumnChoice> columns;
  VINHDANH_MEMBERS(columns)
};

struct CommitAsked {
  bool with_duplicates = false;
  VINHDANH_MEMBERS(with_duplicates)
};

struct FormAsked {
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  const AwardForm* award = nullptr;  ///< of the plan
};

Or<FormAsked> read_form(const Deps& deps, const HttpRequest& request, const Occasion& occasion) {
  QueryReader query(request);
  const auto form = query.text("form");
  const auto kind = query.name<SubjectKind>("subject_kind");
  if (auto fault = query.end()) return std::move(*fault);
  std::vector<ProblemError> errors;
  if (!form) errors.push_back(missing_value("#/query/form"));
  if (!kind) errors.push_back(missing_value("#/query/subject_kind"));
  if (!errors.empty()) return invalid(request, errors);
  const auto* award = rules_for(deps, occasion.plan).plan.award_form(*form);
  if (award == nullptr || std::ranges::find(occasion.forms, *form) == occasion.forms.end())
    errors.push_back(unknown_value("#/query/form"));
  else if (std::ranges::find(award->subject_kinds, *kind) == award->subject_kinds.end())
    errors.push_back(unknown_value("#/query/subject_kind"));
  if (!errors.empty()) return invalid(request, errors);
  return FormAsked{*form, *kind, award};
}

Job new_import(JobRuns& runs, const HttpRequest& request, const Actor& actor, const Submission& submission, const FormAsked& form) {
  Job job;
  job.id = id_of_key("job", request, actor);
  job.kind = JobKind::sheet_import;
  job.person = actor.person;
  job.appointment = actor.appointment;
  job.subject = submission.id;
  job.sha256 = sha256_hex(request.body);
  job.phase = "read";
  job.made = runs.deps().clock.system_now();
  job.expires = Instant{job.made.milliseconds + kImportWaits};
  ImportBody body;
  body.asked = asked_digest(request);
  body.form = form.form;
  body.subject_kind = form.subject_kind;
  body.file = runs.deps().fresh.id();
  if (const auto same = runs.jobs().job_with_file(actor.appointment, submission.id, job.sha256, job.id)) body.same_as = same->id;
  set_body(job, body);
  return job;
}

struct WantedRows {
  std::optional<RowSeverity> severity;  ///< the worst of its problems
  std::optional<std::string> cause;     ///< has a problem of that code
  std::optional<std::string> mended;    ///< has a cell that was mended so

  [[nodiscard]] bool has(const ImportRow& row) const {
    if (cause && std::ranges::find(row.problems, *cause, &RowProblem::code) == row.problems.end()) return false;
    if (mended && std::ranges::find(row.mended, *mended, &MendedCell::code) == row.mended.end()) return false;
    if (!severity) return true;
    for (const auto worst : {RowSeverity::error, RowSeverity::duplicate, RowSeverity::warning}) {
      if (row.has(worst)) return worst == *severity;
    }
    return false;
  }
};

std::vector<ProblemError> faults_of_columns(const ColumnsAsked& asked, const ImportBody& body, const std::vector<ImportField>& fields) {
  std::vector<ProblemError> errors;
  std::set<int> columns;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < asked.columns.size(); ++i) {
    const auto& it = asked.columns[i];
    const std::string at = "/columns/" + std::to_string(i);
    if (std::ranges::find(body.columns, it.column, &ImportColumn::column) == body.columns.end() || !columns.insert(it.column).second)
      errors.push_back(unknown_value(at + "/column"));
    if (it.field && (std::ranges::find(fields, *it.field, &ImportField::id) == fields.end() || !taken.insert(*it.field).second))
      errors.push_back(unknown_value(at + "/field"));
  }
  return errors;
}

/// Rows that were left out, with why: those with errors, duplicates that nobody asked for, and what was refused when it was made.
TableFile bad_rows_table(JobRuns& runs, const Job& job) {
  const auto body = job_body<ImportBody>(job);
  const auto fields = fields_of_import(runs.deps(), job, body);
  TableFile table{"Dòng cần sửa", {}, {"Lý do"}, {}};
  for (const auto& field : fields) table.header.push_back(field.title);
  for (const auto& row : stored_rows(runs, job)) {
    std::string why;
    for (const auto& it : row.problems) {
      const bool counts = it.severity == RowSeverity::error || (it.severity == RowSeverity::duplicate && !body.with_duplicates);
      if (counts) why += (why.empty() ? "" : " ") + it.vi;
    }
    for (const auto& it : body.not_made) {
      if (it.row == row.number) why += (why.empty() ? "" : " ") + it.vi;
    }
    if (why.empty()) continue;
    std::vector<std::string> cells{why};
    for (const auto& field : fields) {
      const auto shown = row.shown.find(field.id);
      cells.push_back(shown == row.shown.end() ? "" : shown->second);
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

Or<Job> own_import(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto job = own_job(runs, request, actor);
  if (job && job->kind != JobKind::sheet_import) return not_found(request);
  return job;
}

HttpResponse show_template(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  const Deps& deps = runs.deps();
  const auto occasion = visible_occasion(deps, request, actor, path_parameter(request, "id"));
  if (!occasion) return not_found(request);
  auto asked = read_form(deps, request, *occasion);
  if (!asked) return std::move(asked.response());
  const auto& plan = rules_for(deps, occasion->plan).plan;
  const auto fields = import_fields(plan, asked->subject_kind, today(deps));
  return file_response(template_of(import_template(plan, *asked->award, asked->subject_kind, fields)), kXlsxType, "mau-danh-sach.xlsx");
}

HttpResponse start_import(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  const Deps& deps = runs.deps();
  if (auto fault = check_key(request)) return std::move(*fault);
  auto submission = visible_submission(deps, request, actor);
  if (!submission) return std::move(submission.response());
  const auto occasion = deps.store.occasion(submission->occasion);
  if (!occasion) return not_found(request);
  auto form = read_form(deps, request, *occasion);
  if (!form) return std::move(form.response());
  if (auto reasons = reasons_against_dossier(deps, actor, *submission, *occasion); !reasons.empty())
    return refused(request, Refusal{std::move(reasons)});
  if (request.body.empty()) return problem(request, "file_rejected");
  Job job = new_import(runs, request, actor, *submission, *form);
  const std::string file = job_body<ImportBody>(job).file;
  return keep_new_job(runs, request, std::move(job), file);
}

HttpResponse show_import(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = QueryReader(request).end()) return std::move(*fault);
  auto job = own_import(runs, request, actor);
  return job ? json_response(200, import_json(runs, *job)) : std::move(job.response());
}

HttpResponse put_columns(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto found = asked_of_ready_import<ColumnsAsked>(runs, request, actor);
  if (!found) return std::move(found.response());
  auto& [job, body, asked] = *found;
  if (auto faults = faults_of_columns(asked, body, fields_of_import(runs.deps(), job, body)); !faults.empty())
    return invalid(request, std::move(faults));
  for (auto& column : body.columns) {
    const auto said = std::ranges::find(asked.columns, column.column, &ColumnChoice::column);
    column.field = said == asked.columns.end() ? std::nullopt : said->field;
  }
  return check_again(runs, request, std::move(job), body);
}

HttpResponse list_rows(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const WantedRows wanted{query.name<RowSeverity>("severity"), query.text("cause"), query.text("mended")};
  const auto page = query.page(runs.deps().store, actor);
  if (auto fault = query.end()) return std::move(*fault);
  auto job = own_import(runs, request, actor);
  if (!job) return std::move(job.response());
  const int after = page.after.empty() ? 0 : std::stoi(page.after);
  auto items = Json::array();
  std::optional<std::string> last;
  for (const auto& row : stored_rows(runs, *job)) {
    if (row.number <= after || !wanted.has(row)) continue;
    if (items.size() == static_cast<std::size_t>(page.limit)) {
      last = std::to_string(items.back()["row"].get<int>());
      break;
    }
    items.push_back(row_json(row));
  }
  return json_response(200, page_body(runs.deps().store, request, actor, std::move(items), last));
}

HttpResponse show_bad_rows(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  if (auto fault = QueryReader(request).end()) return std::move(*fault);
  auto job = own_import(runs, request, actor);
  if (!job) return std::move(job.response());
  if (job_body<ImportBody>(*job).rows.empty()) return problem(request, "import_not_ready");
  return file_response(xlsx_of(bad_rows_table(runs, *job)), kXlsxType, "dong-can-sua.xlsx");
}

HttpResponse commit_import(JobRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto job = own_import(runs, request, actor);
  if (!job) return std::move(job.response());
  auto asked = read_body<CommitAsked>(request);
  if (!asked) return std::move(asked.response());
  if (job->phase == "commit" && job->state != JobState::failed) return json_response(202, import_json(runs, *job));
  if (job->state != JobState::ready) return problem(request, "import_not_ready");
  auto body = job_body<ImportBody>(*job);
  if (body.good + (asked->with_duplicates ? body.duplicate : 0) == 0) return problem(request, "import_has_no_rows");
  body.with_duplicates = asked->with_duplicates;
  body.commit_asked = runs.deps().clock.system_now();
  set_body(*job, body);
  job->state = JobState::waiting;
  job->phase = "commit";
  job->done = 0;
  job->attempts = 0;
  job->expires = Instant{body.commit_asked->milliseconds + kJobIsKept};
  if (!runs.jobs().change_job(*job, {})) return busy(request);
  return accepted(runs, *job);
}

}  // namespace vinhdanh
