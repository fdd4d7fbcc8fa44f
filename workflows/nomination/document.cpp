// Prints the table of a dossier's life as a page: LIFECYCLE.md.
#include <set>
#include <sstream>

#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh {
namespace {

template <class Enum>
std::string listed(const std::vector<Enum>& values) {
  std::string text;
  for (const Enum value : values) text += (text.empty() ? "" : ", ") + std::string(name_of(value));
  return text;
}

std::string target(const TableRow& row) { return row.from == row.to ? "stays" : std::string(name_of(row.to)); }

void print_rows(std::ostream& out, Phase phase, const std::vector<TableRow>& rows) {
  out << "### " << name_of(phase) << "\n\n";
  out << "| command | when | to | records | refused when |\n|---|---|---|---|---|\n";
  for (const TableRow& row : rows) {
    if (row.from != phase) continue;
    out << "| " << name_of(row.command) << " | " << listed(row.selectors) << " | " << target(row) << " | "
        << name_of(row.fact) << " | " << listed(row.requirements) << " |\n";
  }
  out << "\n";
}

/// One arrow for each pair of phases, labelled with its commands; rows that keep the phase draw none.
void print_diagram(std::ostream& out, const std::vector<TableRow>& rows) {
  out << "```mermaid\nstateDiagram-v2\n  [*] --> drafting\n";
  std::set<std::pair<Phase, Phase>> drawn;
  for (const TableRow& row : rows) {
    if (row.from == row.to || !drawn.emplace(row.from, row.to).second) continue;
    std::string label;
    std::set<Command> named;
    for (const TableRow& other : rows) {
      if (other.from != row.from || other.to != row.to || !named.insert(other.command).second) continue;
      label += (label.empty() ? "" : ", ") + std::string(name_of(other.command));
    }
    out << "  " << name_of(row.from) << " --> " << name_of(row.to) << " : " << label << "\n";
  }
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    const auto phase = static_cast<Phase>(i);
    if (is_final(phase)) out << "  " << name_of(phase) << " --> [*]\n";
  }
  out << "```\n";
}

bool has_rows(Phase phase, const std::vector<TableRow>& rows) {
  for (const TableRow& row : rows) {
    if (row.from == phase) return true;
  }
  return false;
}

}  // namespace

std::string lifecycle_document() {
  const auto& rows = nomination_lifecycle().rows();
  std::ostringstream out;
  out << "# The life of a dossier\n\n"
      << "Printed from `transition_table.hpp`; a test compares it. To print it anew, run the test \"the page is the "
         "table\" with\n"
      << "`VINHDANH_WRITE=1`. Why the table is as it is: `docs/adr/0001-life-of-a-dossier.md`.\n\n";
  print_diagram(out, rows);
  out << "\nA command that has no row in a phase is `case_closed` in a final phase and `wrong_phase` in any "
         "other.\n\n## Rows\n\n";
  for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
    const auto phase = static_cast<Phase>(i);
    if (has_rows(phase, rows)) print_rows(out, phase, rows);
  }
  return out.str();
}

}  // namespace vinhdanh
