// Runs the loader over files and prints what it finds.
#include "api/cli/check.hpp"

#include <sstream>

#include "api/cli/file.hpp"
#include "workflows/loader/loader.hpp"

namespace vinhdanh {
namespace {

nlohmann::ordered_json json_of(const LoadError& error) {
  return {{"code", error.code}, {"pointer", error.pointer}, {"vi", error.message_vi}, {"en", error.message_en}};
}

std::string text_of(const std::string& file, const std::vector<LoadError>& errors) {
  std::ostringstream text;
  if (errors.empty()) text << file << ": ok";
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const LoadError& error = errors[i];
    text << (i ? "\n" : "") << file << ":" << (error.pointer.empty() ? "/" : error.pointer) << ": " << error.code << ": "
         << error.message_vi << " (" << error.message_en << ")";
  }
  return text.str();
}

}  // namespace

ExitCode check_files(const std::vector<std::string>& files, const Output& output) {
  ExitCode exit = ExitCode::done;
  for (const std::string& file : files) {
    const auto bytes = bytes_of_file(file);
    if (!bytes) return output.fail(ExitCode::usage, "file_unreadable", file + ": cannot be read");
    const auto errors = check_definition(file, *bytes);
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const LoadError& error : errors) list.push_back(json_of(error));
    output.result(text_of(file, errors), {{"file", file}, {"ok", errors.empty()}, {"errors", list}});
    if (!errors.empty()) exit = ExitCode::found;
  }
  return exit;
}

}  // namespace vinhdanh
