// Lays the report out: every cell wraps inside its column, and a step stays beside the people who took it.
#include "api/cli/journeys/table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace vinhdanh::journeys {

namespace {

constexpr std::array<std::size_t, 7> kWidths = {3, 18, 19, 28, 18, 17, 5};
constexpr std::array<const char*, 7> kHeads = {"KH",        "Hình thức", "Đối tượng", "Chặng đã đi",
                                               "Người làm", "Kết quả",   "Sổ"};
constexpr const char* kGap = "  ";
constexpr const char* kAssumed = " (giả\u00a0định)";  // never broken in two

std::size_t length_at(const std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

/// Combining marks U+0300..U+036F: decomposed Vietnamese has them.
bool is_combining(const std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (at + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return lead == 0xCC || (lead == 0xCD && next < 0xB0);
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::size_t from = 0;
  while (from <= text.size()) {
    const auto to = std::min(text.find(' ', from), text.size());
    if (to > from) words.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

/// Cuts what does not fit a line of its own off the front of `word`.
std::string cut(std::string& word, std::size_t width) {
  std::size_t at = 0;
  std::size_t taken = 0;
  while (at < word.size()) {
    if (!is_combining(word, at) && taken == width) break;
    if (!is_combining(word, at)) ++taken;
    at += length_at(word, at);
  }
  auto front = word.substr(0, at);
  word.erase(0, at);
  return front;
}

std::string padded(const std::string& text, std::size_t width) {
  const auto taken = columns_of(text);
  return taken < width ? text + std::string(width - taken, ' ') : text;
}

using Cells = std::array<std::vector<std::string>, kWidths.size()>;

void add_step(Cells& cells, const Step& step) {
  std::string actors;
  for (const auto& actor : step.actors) actors += (actors.empty() ? "" : ", ") + actor;
  auto what = wrapped(step.what + (step.assumed ? kAssumed : ""), kWidths[3] - 2);
  auto who = wrapped(actors, kWidths[4]);
  const auto lines = std::max(what.size(), who.size());
  what.resize(lines);
  who.resize(lines);
  for (std::size_t i = 0; i < lines; ++i) cells[3].push_back((i == 0 ? "→ " : "  ") + what[i]);
  cells[4].insert(cells[4].end(), who.begin(), who.end());
}

Cells cells_of(const Row& row) {
  Cells cells;
  cells[0] = wrapped(row.plan, kWidths[0]);
  cells[1] = wrapped(row.form, kWidths[1]);
  cells[2] = wrapped(row.nominee, kWidths[2]);
  if (!row.code.empty()) {
    for (auto& line : wrapped(row.code, kWidths[2])) cells[2].push_back(std::move(line));
  }
  for (const auto& step : row.steps) add_step(cells, step);
  if (row.from_before) cells[3] = wrapped("đã có từ lần chạy trước", kWidths[3]);
  cells[5] = wrapped(row.result, kWidths[5]);
  cells[6] = wrapped(row.log, kWidths[6]);
  return cells;
}

std::string rule() {
  std::string line;
  for (const auto width : kWidths) {
    if (!line.empty()) line += kGap;
    for (std::size_t i = 0; i < width; ++i) line += "─";
  }
  return line + "\n";
}

std::string lines_of(const Cells& cells) {
  std::size_t height = 1;
  for (const auto& cell : cells) height = std::max(height, cell.size());
  std::string text;
  for (std::size_t y = 0; y < height; ++y) {
    std::string line;
    for (std::size_t x = 0; x < cells.size(); ++x) {
      line += (x == 0 ? "" : kGap) + padded(y < cells[x].size() ? cells[x][y] : "", kWidths[x]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string heading() {
  Cells cells;
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = {kHeads[i]};
  return lines_of(cells);
}

}  // namespace

std::size_t columns_of(const std::string& text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size(); at += length_at(text, at)) {
    if (!is_combining(text, at)) ++columns;
  }
  return columns;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (auto& word : words_of(text)) {
    const bool first = lines.back().empty();
    if (!first && columns_of(lines.back()) + 1 + columns_of(word) <= width) {
      lines.back() += " " + word;
      continue;
    }
    if (!first) lines.emplace_back();
    while (columns_of(word) > width) {
      lines.back() = cut(word, width);
      lines.emplace_back();
    }
    lines.back() = word;
  }
  return lines;
}

std::string table_of(const Report& report) {
  auto text = heading() + rule();
  for (const auto& row : report.rows) text += lines_of(cells_of(row)) + rule();
  text +=
      "(giả định): văn bản cấp trên chưa nạp, chặng này suy ra từ luật và thông lệ.\n"
      "KT.: cấp phó ký thay cấp trưởng.  Sổ: ✓ chuỗi băm, trạng thái và các bất biến đều khớp; số là số sự kiện.\n";
  for (const auto& miss : report.misses) text += "\nKHÔNG ĐẾN ĐÍCH: " + miss.journey + "\n" + miss.why + "\n";
  return text;
}

nlohmann::json as_json(const Report& report) {
  auto all = nlohmann::json::array();
  for (const auto& row : report.rows) {
    auto route = nlohmann::json::array();
    for (const auto& step : row.steps) {
      route.push_back({{"what", step.what}, {"actors", step.actors}, {"assumed", step.assumed}});
    }
    all.push_back({{"plan", row.plan},
                   {"award_form", row.form},
                   {"nominee", row.nominee},
                   {"code", row.code},
                   {"route", std::move(route)},
                   {"decision", row.result},
                   {"log", row.log},
                   {"from_before", row.from_before}});
  }
  for (const auto& miss : report.misses) all.push_back({{"journey", miss.journey}, {"missed", miss.why}});
  return all;
}

}  // namespace vinhdanh::journeys
