// Reads both places, lets the adapters move, and says what came of it.
#include "api/cli/move.hpp"

#include <unistd.h>

#include <iostream>

#include "adapters/move/move.hpp"
#include "adapters/move/place.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/move_progress.hpp"
#include "api/cli/prove.hpp"

namespace vinhdanh {
namespace {

constexpr auto unreadable_place =
    " is neither sqlite:DIR nor an address as PostgreSQL takes it; percent-encode what is special in a password, or better keep "
    "it in a password file";

/// Nothing where the arguments make sense.
std::string usage_fault(const MoveOptions& options, const std::optional<Home>& from, const std::optional<Home>& to) {
  // Without what was typed: it may hold a password.
  if (!from) return std::string("--from") + unreadable_place;
  if (!to) return std::string("--to") + unreadable_place;
  if (!to->database.empty() && options.app_role.empty()) return "--app-role is needed: the role that nodes connect as";
  if (to->database.empty() && !options.app_role.empty()) return "--app-role goes with a database that is moved into";
  return "";
}

ProgressForm form_for(const Output& output) {
  if (output.json()) return ProgressForm::none;
  return &output.err() == &std::cerr && isatty(STDERR_FILENO) == 1 ? ProgressForm::bar : ProgressForm::lines;
}

std::vector<std::string> faults_of(const OpenHome& open) {
  std::vector<std::string> faults;
  for (const Violation& it : prove(open).violations)
    faults.push_back(it.invariant + " " + it.stream + " n=" + std::to_string(it.n) + ": " + it.text);
  return faults;
}

ExitCode refuse(const MoveRefused& refused, const Output& output) {
  switch (refused.fault) {
    case MoveFault::target_used: return output.fail(ExitCode::usage, "not_empty", refused.what());
    case MoveFault::target_half_full: return output.fail(ExitCode::usage, "move_unfinished", refused.what());
    case MoveFault::already_moved: return output.fail(ExitCode::usage, "already_moved", refused.what());
    case MoveFault::different: break;
  }
  return output.fail(ExitCode::found, "move_differs", refused.what());
}

void say(const Moved& moved, const std::string& where, const Output& output) {
  const std::string counts = moved.finished_earlier
                                 ? "everything had come before"
                                 : std::to_string(moved.rows) + " rows, " + std::to_string(moved.events) + " events, " +
                                       std::to_string(moved.papers) + " papers";
  output.result("Đã chuyển, nguyên vẹn / moved, whole: " + where + ": " + counts,
                {{"instance", moved.instance}, {"to", where}, {"finished_earlier", moved.finished_earlier},
                 {"rows", moved.rows}, {"events", moved.events}, {"papers", moved.papers}});
}

/// The last line of what is seen has its end before anything else is said.
Moved move_seen(const MoveRequest& request, const Output& output) {
  MoveProgress progress(output.err(), form_for(output));
  return move_installation(request, faults_of, progress);
}

}  // namespace

ExitCode move_house(const MoveOptions& options, const Output& output) {
  const auto from = read_place(options.from, options.from_schema);
  const auto to = read_place(options.to, options.to_schema);
  const std::string fault = usage_fault(options, from, to);
  if (!fault.empty()) return output.fail(ExitCode::usage, "usage", fault);
  return with_folder(output, [&] {
    try {
      say(move_seen({*from, *to, options.app_role}, output), place_name(*to), output);
      return ExitCode::done;
    } catch (const MoveRefused& refused) {
      return refuse(refused, output);
    }
  });
}

}  // namespace vinhdanh
