/// One row of a list of nominees: what a draft of it would say, and what is wrong with it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sheets/sheet.hpp"
#include "api/jobs/import_fields.hpp"
#include "api/jobs/job_bodies.hpp"
#include "engine/model/content.hpp"

namespace vinhdanh {

enum class RowSeverity { error, duplicate, warning };
VINHDANH_NAMES(RowSeverity, "error", "duplicate", "warning");

struct RowProblem {
  std::string code;    ///< of api/jobs/sheet_words.hpp, or of the check of a draft
  std::string field;   ///< empty: the row as a whole
  std::string vi;
  std::string en;
  RowSeverity severity = RowSeverity::error;
  VINHDANH_MEMBERS(code, field, vi, en, severity)
};

struct ImportRow {
  int number = 0;                             ///< as the sheet numbers it
  std::map<std::string, std::string> shown;   ///< by field: what stood there
  std::string category;                       ///< id
  Content content;
  std::vector<RowProblem> problems;
  VINHDANH_MEMBERS(number, shown, category, content, problems)

  [[nodiscard]] bool has(RowSeverity severity) const;
};

RowProblem row_problem(const std::string& code, const std::string& field, const std::string& detail = "",
                       RowSeverity severity = RowSeverity::error);

/// Reads rows of one list; the plan and the fields outlive it.
class RowReader {
 public:
  RowReader(const Plan& plan, SubjectKind kind, const std::vector<ImportField>& fields, const std::vector<ImportColumn>& columns);
  [[nodiscard]] ImportRow read(const SheetRow& row) const;

 private:
  void read_cell(const ImportField& field, const SheetCell& cell, ImportRow& row) const;
  void read_category(const std::string& text, ImportRow& row) const;
  void finish(ImportRow& row) const;

  std::vector<const SubjectCategory*> categories_;
  std::map<int, const ImportField*> by_column_;
};

}  // namespace vinhdanh
