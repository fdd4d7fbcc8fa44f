// Prints results and failures in the form the caller asked for.
#include "api/cli/output.hpp"

namespace vinhdanh {

void Output::result(const std::string& text, const nlohmann::ordered_json& object) const {
  out_ << (json_ ? object.dump() : text) << std::endl;
}

ExitCode Output::fail(ExitCode exit, const std::string& code, const std::string& message) const {
  if (json_) {
    err_ << nlohmann::ordered_json{{"error", code}, {"message", message}}.dump() << std::endl;
  } else {
    err_ << "vinhdanh: " << message << std::endl;
  }
  return exit;
}

}  // namespace vinhdanh
