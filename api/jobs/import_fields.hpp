/// What the columns of a list of nominees may be, for one award form and kind of nominee.
#pragma once

#include <string>
#include <vector>

#include "adapters/sheets/sheet.hpp"
#include "adapters/sheets/write_table.hpp"
#include "api/jobs/job_bodies.hpp"
#include "engine/definition/plan.hpp"

namespace vinhdanh {

struct ImportField {
  enum class Kind { text, category, date, figure, yearly, source, yearly_source };
  std::string id;      ///< name, title, category, achievement, achievement_from, achievement_to, figure:…, yearly:…:2024
  Kind kind = Kind::text;
  std::string title;   ///< in Vietnamese, as the template has it
  std::vector<std::string> also;  ///< other titles it goes by, folded
  std::string figure;  ///< id
  int year = 0;
};

/// Name, category and content, then the figures that criteria of any category of that kind rest on.
std::vector<ImportField> import_fields(const Plan& plan, SubjectKind kind, Date today);

/// Categories of that kind.
std::vector<const SubjectCategory*> categories_for(const Plan& plan, SubjectKind kind);

/// The row of titles, and which field each column is: by title, without marks and case. Where no title is known the first row is
/// taken for it.
struct MatchedHeader {
  int row = 0;
  std::vector<ImportColumn> columns;
};
MatchedHeader match_header(const Sheet& sheet, const std::vector<ImportField>& fields);

TemplateFile import_template(const Plan& plan, const AwardForm& form, SubjectKind kind, const std::vector<ImportField>& fields);

}  // namespace vinhdanh
