/// What a job was asked for and what came of it, as its row keeps it. Rows of a list are in files of their own: they name people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/desk/lists/list_body.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/ports/jobs.hpp"

namespace vinhdanh {

/// Why a job came to nothing: the code of a sentence (api/jobs/sheet_words.hpp), and what it is about.
struct JobFault {
  std::string code;
  std::string detail;
  VINHDANH_MEMBERS(code, detail)
};

/// A column of the list: its place, its title there, and which field it is.
struct ImportColumn {
  int column = 0;
  std::string title;
  std::optional<std::string> field;
  VINHDANH_MEMBERS(column, title, field)
};

/// What a rule can make of the cells that it is about (api/jobs/import_mends.hpp).
enum class MendCode {
  old_font_tcvn3,
  old_font_vni,
  old_font_row,  ///< beside a cell that was typed for an old font, and readable either way
  spaces,
  date_form,
};
VINHDANH_NAMES(MendCode, "old_font_tcvn3", "old_font_vni", "old_font_row", "spaces", "date_form");

/// How many rows were changed by a mend, or by typing (`typed`).
struct MendedRows {
  std::string code;
  int rows = 0;
  VINHDANH_MEMBERS(code, rows)
};

/// Rows with the same fault in the same field; of a mend, whatever the field.
struct ImportGroup {
  std::string code;
  std::string field;
  std::string vi;
  std::string en;
  std::string severity;  ///< error, duplicate, warning
  int count = 0;
  std::vector<int> rows;  ///< the first ten, as the sheet numbers them
  VINHDANH_MEMBERS(code, field, vi, en, severity, count, rows)
};

struct MadeDossier {
  int row = 0;
  DossierId dossier;
  std::string code;
  VINHDANH_MEMBERS(row, dossier, code)
};

struct NotMadeRow {
  int row = 0;
  std::string code;
  std::string vi;
  std::string en;
  VINHDANH_MEMBERS(row, code, vi, en)
};

struct ImportBody {
  std::string asked;  ///< digest of the request, for its key
  FormCode form;
  SubjectKind subject_kind = SubjectKind::collective;
  std::optional<std::string> same_as;  ///< an earlier import of the same file
  std::string file;    ///< blobs: what was sent, until it is read; what was read; what was made of it
  std::string lines;
  std::string rows;
  std::string typed;   ///< what its person typed over cells
  std::string sheet;
  int other_sheets = 0;
  int header = 0;  ///< number of the row of titles
  std::vector<ImportColumn> columns;
  std::vector<MendCode> mends;  ///< that were accepted
  std::vector<MendedRows> mended;
  std::vector<ImportGroup> groups;
  int good = 0;        ///< without errors and no duplicate, with warnings or without
  int warned = 0;      ///< of the good ones
  int duplicate = 0;
  int bad = 0;
  int room = 0;        ///< dossiers that the submission could still take when it was looked at
  bool with_duplicates = false;
  std::optional<Instant> commit_asked;
  std::vector<MadeDossier> made;
  std::vector<NotMadeRow> not_made;
  std::optional<JobFault> fault;
  VINHDANH_MEMBERS(asked, form, subject_kind, same_as, file, lines, rows, typed, sheet, other_sheets, header, columns, mends, mended,
                   groups, good, warned, duplicate, bad, room, with_duplicates, commit_asked, made, not_made, fault)
};

enum class ExportFormat { csv, xlsx };
VINHDANH_NAMES(ExportFormat, "csv", "xlsx");
enum class ExportWhat { dossiers, board };
VINHDANH_NAMES(ExportWhat, "dossiers", "board");
enum class BoardPicture { stages, overdue, places, ageing, quotas };
VINHDANH_NAMES(BoardPicture, "stages", "overdue", "places", "ageing", "quotas");

struct ExportBody {
  std::string asked;
  ExportWhat what = ExportWhat::dossiers;
  ExportFormat format = ExportFormat::xlsx;
  std::string language;  ///< vi, en: of titles and words
  ListBody filter;
  std::optional<FormCode> form;        ///< of a board: whose stages
  std::vector<BoardPicture> pictures;  ///< of a board: none means all
  std::string file;      ///< blob; empty until it is written
  std::int64_t size = 0;
  std::optional<JobFault> fault;
  VINHDANH_MEMBERS(asked, what, format, language, filter, form, pictures, file, size, fault)
};

struct VerificationBody {
  std::string asked;
  std::string verdict;  ///< JSON, as openapi.yaml's StoreVerification says; empty until it is there
  std::optional<JobFault> fault;
  VINHDANH_MEMBERS(asked, verdict, fault)
};

template <class T>
T job_body(const Job& job) {
  return decode_strict<T>(Json::parse(job.body)).value.value_or(T{});
}
template <class T>
void set_body(Job& job, const T& body) {
  job.body = to_json_value(body).dump();
}

/// The blobs that go with the job.
std::vector<std::string> files_of(const Job& job);
/// The fault in its body, if there is one.
std::optional<JobFault> fault_of(const Job& job);
void put_fault(Job& job, const JobFault& fault);

}  // namespace vinhdanh
