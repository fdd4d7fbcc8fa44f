// A bar that is drawn a few times a second, and stays where its table is done.
#include "api/cli/move_progress.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

constexpr std::int64_t bar_width = 30;
constexpr std::size_t name_width = 26;
constexpr auto between_drawings = std::chrono::milliseconds(100);

std::string bar_of(std::int64_t done, std::int64_t total) {
  const std::int64_t full = total == 0 ? bar_width : bar_width * done / total;
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(bar_width - full), '.') + "]";
}

std::string padded(const std::string& text) { return text + std::string(name_width - std::min(name_width, text.size()), ' '); }

}  // namespace

MoveProgress::~MoveProgress() {
  if (in_line_) out_ << std::endl;
}

void MoveProgress::went(MovePhase phase, const std::string& table, std::int64_t done, std::int64_t total) {
  if (form_ == ProgressForm::none) return;
  const std::string what = (phase == MovePhase::copying ? "copied " : "compared ") + table;
  if (form_ == ProgressForm::bar) return draw(what, done, total);
  if (done >= total) out_ << what << ": " << done << std::endl;
}

void MoveProgress::draw(const std::string& what, std::int64_t done, std::int64_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (done < total && now - drawn_ < between_drawings) return;
  drawn_ = now;
  out_ << '\r' << padded(what) << ' ' << bar_of(std::min(done, total), total) << ' ' << done << '/' << total;
  in_line_ = done < total;
  if (!in_line_) out_ << '\n';
  out_ << std::flush;
}

}  // namespace vinhdanh
