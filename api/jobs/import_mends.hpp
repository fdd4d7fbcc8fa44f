/// Faults of cells that a rule can mend. A mend is offered for all rows at once and made only where the list's person accepts it; what
/// could be meant in two ways is never offered as if it were one.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "adapters/sheets/old_fonts.hpp"
#include "adapters/sheets/sheet.hpp"
#include "api/jobs/import_fields.hpp"
#include "api/jobs/import_rows.hpp"

namespace vinhdanh {

struct OfferedMend {
  MendCode code = MendCode::spaces;
  std::string after;                              ///< the whole cell
  RowSeverity severity = RowSeverity::error;      ///< of the cell as it is
};

/// The old font of the cells of one row that are sure to be of one; nothing when none is, or they are of both.
std::optional<OldFont> old_font_of_row(const SheetRow& row);

/// The first that the cell wants and has not had (`made`). `row_font`: that of its row.
std::optional<OfferedMend> offered_mend(const ImportField& field, const SheetCell& cell, std::optional<OldFont> row_font,
                                        const std::set<MendCode>& made);

}  // namespace vinhdanh
