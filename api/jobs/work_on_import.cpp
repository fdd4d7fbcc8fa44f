// An import: the sheet is read and checked; once its person says so, drafts are made.
#include <chrono>
#include <future>
#include <set>

#include "adapters/sheets/sheet_process.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/caller/rights.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/opening.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/jobs/import_check.hpp"
#include "api/jobs/job_runs.hpp"
#include "api/jobs/sheet_words.hpp"

namespace vinhdanh {
namespace {

std::optional<std::string> blob_of(HeldJob& held, const std::string& id) {
  return id.empty() ? std::nullopt : held.deps().blobs.get(id);
}

/// A new blob, named in the body before the old one goes; taken back when the job is lost.
bool replace_blob(HeldJob& held, ImportBody& body, std::string ImportBody::*place, const std::string& bytes) {
  const std::string before = body.*place;
  const std::string id = held.deps().fresh.id();
  held.deps().blobs.put(id, bytes);
  body.*place = id;
  set_body(held.job(), body);
  if (!held.keep()) {
    held.deps().blobs.remove(id);
    return false;
  }
  if (!before.empty()) held.deps().blobs.remove(before);
  return true;
}

void drop_blob(HeldJob& held, ImportBody& body, std::string ImportBody::*place) {
  const std::string id = std::exchange(body.*place, "");
  set_body(held.job(), body);
  if (held.keep() && !id.empty()) held.deps().blobs.remove(id);
}

/// What the job needs to know of the world as it is now; nothing, and the job has failed, when somebody may no longer do this.
struct ImportWorld {
  Actor actor;
  Submission submission;
  Occasion occasion;
};

std::optional<ImportWorld> world_of(HeldJob& held) {
  const Deps& deps = held.deps();
  const auto actor = actor_in_force(deps, held.job().appointment);
  const auto submission = deps.store.submission(held.job().subject);
  const auto occasion = submission ? deps.store.occasion(submission->occasion) : std::nullopt;
  // What has closed meanwhile is said of each row.
  const bool may = actor && occasion && has_right(actor->role, Right::open_dossier) && actor->office == submission->unit;
  if (may) return ImportWorld{*actor, *submission, *occasion};
  fail_job(held, "job_rights_ended");
  return std::nullopt;
}

std::optional<SentList> list_of_import(HeldJob& held, const ImportBody& body) {
  const auto lines = blob_of(held, body.lines);
  auto read = lines ? sheet_of_lines(*lines) : std::nullopt;
  if (read && std::holds_alternative<Sheet>(*read))
    return SentList{std::get<Sheet>(std::move(*read)), typed_of_text(blob_of(held, body.typed).value_or(""))};
  fail_job(held, "job_file_gone");
  return std::nullopt;
}

constexpr std::int64_t remembered_lists = 20;

/// What its person chose for a column of that title in an earlier list for the same form and kind; the newest choice counts.
void take_earlier_choices(HeldJob& held, const std::vector<ImportField>& fields, ImportBody& body) {
  std::set<std::string> free;
  for (const auto& field : fields) free.insert(field.id);
  for (const auto& column : body.columns) free.erase(column.field.value_or(""));
  for (const Job& job : held.jobs_beside(remembered_lists)) {
    if (job.kind != JobKind::sheet_import || job.id == held.job().id) continue;
    const auto earlier = job_body<ImportBody>(job);
    if (earlier.form != body.form || earlier.subject_kind != body.subject_kind) continue;
    for (auto& column : body.columns) {
      const auto same = std::ranges::find_if(earlier.columns, [&](const ImportColumn& it) {
        return it.field && folded_line(it.title) == folded_line(column.title);
      });
      if (!column.field && same != earlier.columns.end() && free.erase(*same->field) > 0) column.field = same->field;
    }
  }
}

void check_step(HeldJob& held) {
  auto world = world_of(held);
  if (!world) return;
  auto body = job_body<ImportBody>(held.job());
  const auto list = list_of_import(held, body);
  if (!list) return;
  const Sheet& sheet = list->sheet;
  if (body.columns.empty()) {
    const auto& plan = rules_for(held.deps(), world->occasion.plan).plan;
    const auto fields = import_fields(plan, body.subject_kind, today(held.deps()));
    auto header = match_header(sheet, fields);
    body.header = header.row;
    body.columns = std::move(header.columns);
    take_earlier_choices(held, fields, body);
  }
  held.job().phase = "check";
  held.job().total = static_cast<std::int64_t>(std::ranges::count_if(sheet.rows, [&](const SheetRow& it) { return it.number > body.header; }));
  if (held.job().total > static_cast<std::int64_t>(kMostSheetRows))
    return fail_job(held, "sheet_too_many_rows", std::to_string(kMostSheetRows));
  if (!held.reached(0)) return;
  const auto rows = check_import(held.deps(), world->actor, world->submission, *list, body,
                                 [&](std::int64_t done) { return held.reached(done); });
  if (!rows) return;
  if (rows->empty()) return fail_job(held, "sheet_empty");
  if (!replace_blob(held, body, &ImportBody::rows, rows_text(*rows))) return;
  held.job().phase = "ready";
  held.job().done = held.job().total;
  held.job().state = JobState::ready;
  held.keep();
}

void read_step(HeldJob& held) {
  auto body = job_body<ImportBody>(held.job());
  const auto file = blob_of(held, body.file);
  if (!file) return body.lines.empty() ? fail_job(held, "job_file_gone") : check_step(held);
  const SheetRead read = held.settings().read_sheet(*file, [&] { return held.is_lost(); });
  if (held.is_lost()) return;
  if (const auto* fault = std::get_if<SheetFault>(&read)) {
    drop_blob(held, body, &ImportBody::file);
    return fail_job(held, is_sheet_code(fault->code) ? fault->code : "sheet_reader_failed", fault->detail);
  }
  const auto& sheet = std::get<Sheet>(read);
  body.sheet = sheet.name;
  body.other_sheets = sheet.others;
  if (!replace_blob(held, body, &ImportBody::lines, sheet_lines(read))) return;
  drop_blob(held, body, &ImportBody::file);
  if (!held.is_lost()) check_step(held);
}

/// The request that a person would send; its key is the row's for ever, so that a draft is made once however often it is sent.
HttpRequest draft_request(const Job& job, const ImportBody& body, const ImportRow& row) {
  HttpRequest request;
  request.method = "POST";
  request.path = "/v1/submissions/" + job.subject + "/dossiers";
  request.parameters = {{"id", job.subject}};
  request.headers = {{"idempotency-key", "import-" + job.id + "-" + std::to_string(row.number)}};
  request.request_id = job.id;
  request.body = Json{{"form", body.form},
                      {"subject_kind", name_of(body.subject_kind)},
                      {"category", row.category},
                      {"content", to_json_value(row.content)}}
                     .dump();
  return request;
}

HttpResponse answer_to(HeldJob& held, const HttpRequest& request, const Actor& actor) {
  const auto promise = std::make_shared<std::promise<HttpResponse>>();
  auto answer = promise->get_future();
  open_dossier(held.deps(), request, actor, [promise](HttpResponse response) { promise->set_value(std::move(response)); });
  while (answer.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
    if (held.is_lost()) throw StorageUnavailable("the server ends: whether the draft was made is seen at the next start");
  }
  return answer.get();
}

NotMadeRow not_made(const ImportRow& row, const HttpResponse& response) {
  const auto problem = Json::parse(response.body, nullptr, false);
  NotMadeRow it{row.number, response.code.empty() ? "not_made" : response.code, "", ""};
  const Sentence sentence = sheet_sentence("not_made");
  it.vi = sentence.vi;
  it.en = sentence.en;
  if (problem.is_object() && problem.contains("reasons") && !problem["reasons"].empty()) {
    const auto& first = problem["reasons"][0];
    it.code = first.value("code", it.code);
    it.vi = first["sentence"].value("vi", it.vi);
    it.en = first["sentence"].value("en", it.en);
  } else if (it.code == "too_many_dossiers") {
    const RowProblem full = row_problem("submission_full", "", std::to_string(kMostDossiers));
    it = {row.number, full.code, full.vi, full.en};
  }
  return it;
}

/// False when it is lost.
bool make_drafts(HeldJob& held, const ImportWorld& world, ImportBody& body, const std::vector<ImportRow>& rows) {
  body.made.clear();
  body.not_made.clear();
  std::int64_t done = 0;
  for (const auto& row : rows) {
    if (!is_wanted(row, body.with_duplicates)) continue;
    if (held.is_lost()) return false;
    const auto response = answer_to(held, draft_request(held.job(), body, row), world.actor);
    if (response.status >= 500) throw StorageUnavailable("a draft of an import: " + response.code);
    if (response.status == 201) {
      const auto made = Json::parse(response.body);
      body.made.push_back({row.number, made.at("id").get<std::string>(), made.at("code").get<std::string>()});
    } else {
      body.not_made.push_back(not_made(row, response));
    }
    set_body(held.job(), body);
    if (!held.reached(++done)) return false;
  }
  return true;
}

void commit_step(HeldJob& held) {
  const auto world = world_of(held);
  if (!world) return;
  auto body = job_body<ImportBody>(held.job());
  if (held.now().milliseconds - body.commit_asked.value_or(held.now()).milliseconds > kCommitEnds) return fail_job(held, "job_too_old");
  const auto text = blob_of(held, body.rows);
  if (!text) return fail_job(held, "job_file_gone");
  const auto rows = rows_of_text(*text);
  held.job().total = std::ranges::count_if(rows, [&](const ImportRow& it) { return is_wanted(it, body.with_duplicates); });
  if (!held.reached(0) || !make_drafts(held, *world, body, rows)) return;
  drop_blob(held, body, &ImportBody::lines);
  drop_blob(held, body, &ImportBody::typed);
  held.job().expires = Instant{held.now().milliseconds + kJobIsKept};
  held.end(JobState::done);
}

}  // namespace

void work_on_import(HeldJob& held) {
  const std::string phase = held.job().phase;
  if (phase == "commit") return commit_step(held);
  return phase == "read" ? read_step(held) : check_step(held);
}

}  // namespace vinhdanh
