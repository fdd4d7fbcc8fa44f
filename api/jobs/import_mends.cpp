// Old fonts first: their letters look like hidden characters and strange spaces to the others.
#include "api/jobs/import_mends.hpp"

#include <algorithm>
#include <array>

#include "adapters/sheets/vietnamese_syllable.hpp"
#include "api/jobs/import_values.hpp"
#include "engine/model/legal_time.hpp"

namespace vinhdanh {
namespace {

using MendKind = ImportField::Kind;

constexpr auto wide_spaces = std::to_array<std::string_view>({"\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                                              "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"});
constexpr auto hidden_characters = std::to_array<std::string_view>({"\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"});

bool is_one_of(std::string_view character, const auto& list) { return std::ranges::find(list, character) != list.end(); }

/// One space where there are several, and none at the ends of lines; `lines`: their ends stay.
std::string with_single_spaces(const std::string& text, bool lines) {
  std::string tidy;
  for (const auto it : characters_of(text)) {
    if (is_one_of(it, hidden_characters)) continue;
    const bool ends_line = it == "\n" || it == "\r";
    const bool is_space = it == " " || it == "\t" || is_one_of(it, wide_spaces) || (ends_line && !lines);
    if (ends_line && lines) {
      while (tidy.ends_with(' ')) tidy.pop_back();
      tidy += it;
    } else if (!is_space) {
      tidy += it;
    } else if (!tidy.empty() && !tidy.ends_with(' ') && !tidy.ends_with('\n')) {
      tidy += ' ';
    }
  }
  while (tidy.ends_with(' ')) tidy.pop_back();
  return tidy;
}

bool is_free_text(const ImportField& field) {
  return field.kind == MendKind::text || field.kind == MendKind::source || field.kind == MendKind::yearly_source;
}

/// Whether the cell can be read as what its field is; which category is not asked.
bool can_be_read(const ImportField& field, const SheetCell& cell) {
  switch (field.kind) {
    case MendKind::date: return std::holds_alternative<Date>(date_in(cell));
    case MendKind::figure:
    case MendKind::yearly: return std::holds_alternative<Decimal>(number_in(cell));
    default: return std::holds_alternative<std::string>(text_in(cell));
  }
}

std::optional<OfferedMend> offered_font(const ImportField& field, const SheetCell& cell, std::optional<OldFont> row_font) {
  if (const auto font = old_font_of(cell.text)) {
    const auto code = *font == OldFont::tcvn3 ? MendCode::old_font_tcvn3 : MendCode::old_font_vni;
    return OfferedMend{code, *read_in_old_font(cell.text, *font), RowSeverity::error};
  }
  if (!row_font || !is_free_text(field)) return std::nullopt;
  auto says = read_in_old_font(cell.text, *row_font);
  if (!says) return std::nullopt;
  return OfferedMend{MendCode::old_font_row, std::move(*says), RowSeverity::warning};
}

std::optional<OfferedMend> offered_spaces(const ImportField& field, const SheetCell& cell) {
  SheetCell tidy = cell;
  tidy.text = with_single_spaces(cell.text, field.id == "achievement");
  if (tidy.text == cell.text) return std::nullopt;
  const bool read_before = can_be_read(field, cell);
  // In a long text two spaces are nobody's concern.
  if (read_before && is_free_text(field) && field.id != "achievement") return OfferedMend{MendCode::spaces, std::move(tidy.text), RowSeverity::warning};
  if (read_before || (!tidy.text.empty() && !can_be_read(field, tidy))) return std::nullopt;
  return OfferedMend{MendCode::spaces, std::move(tidy.text), RowSeverity::error};
}

std::optional<OfferedMend> offered_date(const ImportField& field, const SheetCell& cell) {
  if (field.kind != MendKind::date || can_be_read(field, cell)) return std::nullopt;
  const auto day = date_in_other_form(cell.text);
  if (!day) return std::nullopt;
  return OfferedMend{MendCode::date_form, written_date(*day), RowSeverity::error};
}

bool had_font(const std::set<MendCode>& made) {
  return made.contains(MendCode::old_font_tcvn3) || made.contains(MendCode::old_font_vni) || made.contains(MendCode::old_font_row);
}

}  // namespace

std::optional<OldFont> old_font_of_row(const SheetRow& row) {
  std::optional<OldFont> found;
  for (const auto& cell : row.cells) {
    const auto font = cell.kind == CellKind::text ? old_font_of(cell.text) : std::nullopt;
    if (font && found && *font != *found) return std::nullopt;
    if (font) found = font;
  }
  return found;
}

std::optional<OfferedMend> offered_mend(const ImportField& field, const SheetCell& cell, std::optional<OldFont> row_font,
                                        const std::set<MendCode>& made) {
  if (cell.kind != CellKind::text || cell.text.empty()) return std::nullopt;
  std::optional<OfferedMend> offered;
  if (!had_font(made)) offered = offered_font(field, cell, row_font);
  if (!offered && !made.contains(MendCode::spaces)) offered = offered_spaces(field, cell);
  if (!offered && !made.contains(MendCode::date_form)) offered = offered_date(field, cell);
  return offered;
}

}  // namespace vinhdanh
