// Columns of lists of nominees.
#include "api/jobs/import_fields.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "adapters/sheets/old_fonts.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/jobs/settings.hpp"
#include "engine/codec/text.hpp"
#include "engine/eligibility/eligibility.hpp"

namespace vinhdanh {
namespace {

using Kind = ImportField::Kind;

constexpr int most_years = 10;
constexpr std::size_t longest_title = 300;

std::string name_title(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::individual: return "Họ và tên";
    case SubjectKind::household: return "Tên hộ gia đình";
    case SubjectKind::enterprise: return "Tên doanh nghiệp";
    case SubjectKind::collective: break;
  }
  return "Tên tập thể";
}

/// In the order of the plan.
std::vector<const FigureDefinition*> asked_figures(const Plan& plan, SubjectKind kind, Date today) {
  std::set<std::string> asked;
  for (const auto* category : categories_for(plan, kind)) {
    const auto report = check_eligibility(*category, plan.settings, {}, {}, {today, plan.figures});
    for (const auto& finding : report.findings) {
      for (const auto& missing : finding.missing) asked.insert(missing.figure);
    }
  }
  std::vector<const FigureDefinition*> figures;
  for (const auto& figure : plan.figures) {
    if (asked.contains(figure.id)) figures.push_back(&figure);
  }
  return figures;
}

std::string figure_title(const FigureDefinition& figure) {
  return figure.name + (figure.unit.empty() ? "" : " (" + figure.unit + ")");
}

void add_figure(const Plan& plan, const FigureDefinition& figure, std::vector<ImportField>& fields) {
  const std::string title = figure_title(figure);
  if (!figure.yearly) {
    fields.push_back({"figure:" + figure.id, Kind::figure, title, {folded_line(figure.name)}, figure.id, 0});
    fields.push_back({"figure:" + figure.id + ":source", Kind::source, "Nguồn số liệu: " + figure.name, {}, figure.id, 0});
    return;
  }
  const int last = plan.period.to.year();
  for (int year = std::max(plan.period.from.year(), last - most_years + 1); year <= last; ++year) {
    const std::string of_year = " năm " + std::to_string(year);
    fields.push_back({"yearly:" + figure.id + ":" + std::to_string(year), Kind::yearly, title + of_year,
                      {folded_line(figure.name + of_year), folded_line(figure.name + " " + std::to_string(year))}, figure.id, year});
  }
  fields.push_back(
      {"yearly:" + figure.id + ":source", Kind::yearly_source, "Nguồn số liệu: " + figure.name, {}, figure.id, 0});
}

/// Titles may be typed for an old font as the rest of a list is.
const ImportField* field_titled(const std::vector<ImportField>& fields, const std::string& title) {
  const auto font = old_font_of(title);
  const std::string wanted = folded_line(font ? *read_in_old_font(title, *font) : title);
  if (wanted.empty()) return nullptr;
  const auto found = std::ranges::find_if(fields, [&](const ImportField& it) {
    return folded_line(it.title) == wanted || std::ranges::find(it.also, wanted) != it.also.end();
  });
  return found == fields.end() ? nullptr : &*found;
}

/// Each field once: the first column of that title.
std::vector<ImportColumn> matched_columns(const SheetRow& row, const std::vector<ImportField>& fields) {
  std::vector<ImportColumn> columns;
  std::set<std::string> taken;
  for (const auto& cell : row.cells) {
    if (cell.text.empty()) continue;
    ImportColumn column{cell.column, std::string(beginning_of(cell.text, longest_title)), std::nullopt};
    const auto* field = field_titled(fields, cell.text);
    if (field != nullptr && taken.insert(field->id).second) column.field = field->id;
    columns.push_back(std::move(column));
  }
  return columns;
}

std::string example_of(const ImportField& field, const Plan& plan, SubjectKind kind) {
  if (field.id == "name") return kind == SubjectKind::individual ? "Nguyễn Văn A" : "Tập thể A";
  if (field.id == "title") return "Trưởng phòng";
  if (field.id == "achievement") return "Tóm tắt thành tích trong thời gian đề nghị";
  if (field.id == "achievement_from") return "01/01/" + std::to_string(plan.period.from.year());
  if (field.id == "achievement_to") return "31/12/" + std::to_string(plan.period.to.year() - 1);
  if (field.kind == Kind::figure || field.kind == Kind::yearly) return "12,5";
  if (field.kind == Kind::source || field.kind == Kind::yearly_source) return "Báo cáo số 12/BC-UBND ngày 31/12/2024";
  return "";
}

std::string import_note_of(const ImportField& field) {
  switch (field.kind) {
    case Kind::date: return "Ngày/tháng/năm, ví dụ 31/12/2024";
    case Kind::figure:
    case Kind::yearly: return "Số, dấu phẩy trước phần thập phân";
    case Kind::category: return "Chọn trong danh sách";
    default: return "";
  }
}

}  // namespace

std::vector<const SubjectCategory*> categories_for(const Plan& plan, SubjectKind kind) {
  std::vector<const SubjectCategory*> found;
  for (const auto& category : plan.subject_categories) {
    if (std::ranges::find(category.subject_kinds, kind) != category.subject_kinds.end()) found.push_back(&category);
  }
  return found;
}

std::vector<ImportField> import_fields(const Plan& plan, SubjectKind kind, Date today) {
  std::vector<ImportField> fields{
      {"name", Kind::text, name_title(kind), {"ten", "ho ten", "doi tuong", "doi tuong de nghi", "ten doi tuong", "ten don vi"}, "", 0}};
  if (kind == SubjectKind::individual)
    fields.push_back({"title", Kind::text, "Chức vụ", {"chuc danh", "chuc vu chuc danh", "chuc vu don vi cong tac"}, "", 0});
  fields.push_back({"category", Kind::category, "Nhóm đối tượng", {"nhom", "loai doi tuong"}, "", 0});
  fields.push_back({"achievement", Kind::text, "Tóm tắt thành tích", {"thanh tich", "noi dung thanh tich"}, "", 0});
  fields.push_back({"achievement_from", Kind::date, "Thời gian tính thành tích từ ngày", {"tu ngay", "thanh tich tu ngay"}, "", 0});
  fields.push_back({"achievement_to", Kind::date, "Thời gian tính thành tích đến ngày", {"den ngay", "thanh tich den ngay"}, "", 0});
  for (const auto* figure : asked_figures(plan, kind, today)) add_figure(plan, *figure, fields);
  return fields;
}

MatchedHeader match_header(const Sheet& sheet, const std::vector<ImportField>& fields) {
  MatchedHeader best;
  std::ptrdiff_t most = -1;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kHeaderIsWithin); ++i) {
    auto columns = matched_columns(sheet.rows[i], fields);
    const auto known = std::ranges::count_if(columns, [](const ImportColumn& it) { return it.field.has_value(); });
    if (known <= most) continue;
    most = known;
    best = {sheet.rows[i].number, std::move(columns)};
  }
  return best;
}

TemplateFile import_template(const Plan& plan, const AwardForm& form, SubjectKind kind, const std::vector<ImportField>& fields) {
  TemplateFile file{"Danh sách", "Ví dụ", "Danh mục", {}, static_cast<int>(kMostSheetRows)};
  for (const auto& field : fields) {
    TemplateColumn column{field.title, import_note_of(field), example_of(field, plan, kind), {}};
    if (field.kind == Kind::category) {
      for (const auto* category : categories_for(plan, kind)) column.choices.push_back(category->name);
      if (!column.choices.empty()) column.example = column.choices.front();
    }
    file.columns.push_back(std::move(column));
  }
  file.columns.front().note = "Hình thức: " + form.name;
  return file;
}

}  // namespace vinhdanh
