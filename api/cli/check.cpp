// Runs the loader and the proof over files and prints what they find.
#include "api/cli/check.hpp"

#include <sstream>

#include "adapters/files/small_file.hpp"
#include "workflows/loader/definitions.hpp"
#include "workflows/proof/check_file.hpp"

namespace vinhdanh {
namespace {

/// An error of the loader or a fault of the proof, as it is printed.
struct Line {
  Severity severity = Severity::error;
  std::string code;
  std::string pointer;
  std::string vi;
  std::string en;
  std::vector<PathStep> path;
};

std::vector<Line> lines_of(const CheckedFile& checked) {
  std::vector<Line> lines;
  for (const LoadError& error : checked.errors) {
    lines.push_back({Severity::error, error.code, error.pointer, error.message_vi, error.message_en, {}});
  }
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (const ProofFault& fault : checked.faults) {
      if (fault.severity != severity) continue;
      lines.push_back({severity, fault.code, fault.pointer, fault.message_vi, fault.message_en, fault.path});
    }
  }
  return lines;
}

nlohmann::ordered_json json_of(const Line& line) {
  nlohmann::ordered_json json = {{"code", line.code}, {"pointer", line.pointer}, {"vi", line.vi}, {"en", line.en}};
  if (line.path.empty()) return json;
  auto& path = json["path"] = nlohmann::ordered_json::array();
  for (const PathStep& step : line.path) {
    nlohmann::ordered_json entry = {{"command", name_of(step.command)}, {"phase", name_of(step.phase)}};
    if (step.stage) entry["stage"] = *step.stage;
    path.push_back(std::move(entry));
  }
  return json;
}

nlohmann::ordered_json json_of(const std::vector<Line>& lines, Severity severity) {
  auto list = nlohmann::ordered_json::array();
  for (const Line& line : lines) {
    if (line.severity == severity) list.push_back(json_of(line));
  }
  return list;
}

std::string text_of(const std::string& file, const std::vector<Line>& lines, bool is_sound) {
  std::ostringstream text;
  if (is_sound) text << file << ": ok";
  for (const Line& line : lines) {
    text << (text.tellp() > 0 ? "\n" : "") << file << ":" << (line.pointer.empty() ? "/" : line.pointer) << ": "
         << (line.severity == Severity::warning ? "warning: " : "") << line.code << ": " << line.vi << " (" << line.en
         << ")";
    for (const PathStep& step : line.path) text << "\n    " << text_of(step);
  }
  return text.str();
}

}  // namespace

ExitCode check_files(const std::vector<std::string>& files, const Output& output) {
  const Definitions definitions;
  ExitCode exit = ExitCode::done;
  for (const std::string& file : files) {
    const auto bytes = bytes_of_file(file);
    if (!bytes) return output.fail(ExitCode::usage, "file_unreadable", file + ": cannot be read");
    const CheckedFile checked = check_file(file, *bytes, definitions);
    const auto lines = lines_of(checked);
    output.result(text_of(file, lines, checked.is_sound()), {{"file", file},
                                                             {"ok", checked.is_sound()},
                                                             {"errors", json_of(lines, Severity::error)},
                                                             {"warnings", json_of(lines, Severity::warning)}});
    if (!checked.is_sound()) exit = ExitCode::found;
  }
  return exit;
}

}  // namespace vinhdanh
