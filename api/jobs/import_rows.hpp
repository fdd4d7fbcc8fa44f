/// One row of a list of nominees: what a draft of it would say, and what is wrong with it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "adapters/sheets/old_fonts.hpp"
#include "adapters/sheets/sheet.hpp"
#include "api/jobs/import_fields.hpp"
#include "api/jobs/job_bodies.hpp"
#include "engine/model/content.hpp"

namespace vinhdanh {

enum class RowSeverity { error, duplicate, warning };
VINHDANH_NAMES(RowSeverity, "error", "duplicate", "warning");

/// Who else it may be: another row of the list, or a dossier of the submission.
struct OtherNominee {
  int row = 0;          ///< 0: a dossier
  DossierId dossier;
  std::string code;
  std::map<std::string, std::string> shown;  ///< by field, as of a row; without figures
  VINHDANH_MEMBERS(row, dossier, code, shown)
};

struct RowProblem {
  std::string code;    ///< of api/jobs/sheet_words.hpp, or of the check of a draft
  std::string field;   ///< empty: the row as a whole
  std::string vi;
  std::string en;
  RowSeverity severity = RowSeverity::error;
  std::optional<std::string> after;  ///< what the cell would say if the mend of that code were accepted
  std::optional<OtherNominee> other;  ///< of a duplicate
  VINHDANH_MEMBERS(code, field, vi, en, severity, after, other)
};

/// The code of a cell that its person typed over.
inline constexpr auto kTypedCode = "typed";

/// A cell that says something else than what was sent.
struct MendedCell {
  std::string code;    ///< of MendCode, or `typed`
  std::string field;
  std::string before;
  std::string after;
  VINHDANH_MEMBERS(code, field, before, after)
};

struct ImportRow {
  int number = 0;                             ///< as the sheet numbers it
  std::map<std::string, std::string> shown;   ///< by field: what stands there, with what was mended
  std::string category;                       ///< id
  Content content;
  std::vector<RowProblem> problems;
  std::vector<MendedCell> mended;             ///< in the order in which it was
  VINHDANH_MEMBERS(number, shown, category, content, problems, mended)

  [[nodiscard]] bool has(RowSeverity severity) const;
};

RowProblem row_problem(const std::string& code, const std::string& field, const std::string& detail = "",
                       RowSeverity severity = RowSeverity::error);

/// By row and field: what was typed over the cell.
using TypedCells = std::map<int, std::map<std::string, std::string>>;

/// Reads rows of one list; the plan, the fields and what was typed outlive it.
class RowReader {
 public:
  RowReader(const Plan& plan, const std::vector<ImportField>& fields, const ImportBody& body, const TypedCells& typed);
  [[nodiscard]] ImportRow read(const SheetRow& row) const;

 private:
  struct FieldCell {
    const ImportField* field = nullptr;
    SheetCell cell;
    bool is_typed = false;
  };
  [[nodiscard]] std::vector<FieldCell> cells_of(const SheetRow& row) const;
  void type_over(std::vector<FieldCell>& cells, ImportRow& row) const;
  [[nodiscard]] bool mend(FieldCell& it, std::optional<OldFont> font, ImportRow& row) const;
  void read_cell(const ImportField& field, const SheetCell& cell, ImportRow& row) const;
  void read_category(const std::string& text, ImportRow& row) const;
  void finish(ImportRow& row) const;

  std::vector<const SubjectCategory*> categories_;
  const std::vector<ImportField>& fields_;
  std::map<int, const ImportField*> by_column_;
  std::set<MendCode> mends_;
  const TypedCells& typed_;
};

}  // namespace vinhdanh
