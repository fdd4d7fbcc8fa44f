// What goes from the reading process to the server.
#include <sstream>

#include "adapters/sheets/sheet_process.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using LineJson = nlohmann::json;

LineJson cells_json(const SheetRow& row) {
  auto cells = LineJson::array();
  for (const SheetCell& it : row.cells) cells.push_back({it.column, std::string(1, static_cast<char>(it.kind)), it.text});
  return cells;
}

bool is_cell_kind(const std::string& text) {
  return text.size() == 1 && std::string("sndwbfem").find(text) != std::string::npos;
}

SheetRow row_of_line(const LineJson& line) {
  SheetRow row{line.at("n").get<int>(), {}};
  for (const auto& cell : line.at("c")) {
    const auto kind = cell.at(1).get<std::string>();
    if (!is_cell_kind(kind)) throw std::runtime_error("no such kind of cell");
    row.cells.push_back({cell.at(0).get<int>(), static_cast<CellKind>(kind.front()), cell.at(2).get<std::string>()});
  }
  return row;
}

SheetRead read_lines(std::istream& in) {
  std::string line;
  if (!std::getline(in, line)) throw std::runtime_error("nothing was said");
  const auto head = LineJson::parse(line);
  if (head.contains("fault")) return SheetFault{head.at("fault").get<std::string>(), head.at("detail").get<std::string>()};
  Sheet sheet{head.at("sheet").get<std::string>(), head.at("others").get<int>(), {}};
  while (std::getline(in, line)) sheet.rows.push_back(row_of_line(LineJson::parse(line)));
  if (sheet.rows.size() != head.at("rows").get<std::size_t>()) throw std::runtime_error("rows are missing");
  return sheet;
}

}  // namespace

void write_sheet_lines(const SheetRead& read, std::ostream& out) {
  if (const auto* fault = std::get_if<SheetFault>(&read)) {
    out << LineJson{{"fault", fault->code}, {"detail", fault->detail}}.dump() << '\n';
    return;
  }
  const auto& sheet = std::get<Sheet>(read);
  out << LineJson{{"sheet", sheet.name}, {"others", sheet.others}, {"rows", sheet.rows.size()}}.dump() << '\n';
  for (const SheetRow& row : sheet.rows) out << LineJson{{"n", row.number}, {"c", cells_json(row)}}.dump() << '\n';
}

std::string sheet_lines(const SheetRead& read) {
  std::ostringstream lines;
  write_sheet_lines(read, lines);
  return std::move(lines).str();
}

std::optional<SheetRead> sheet_of_lines(const std::string& lines) {
  std::istringstream in(lines);
  try {
    return read_lines(in);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace vinhdanh
