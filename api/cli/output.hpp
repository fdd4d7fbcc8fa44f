/// What a command prints: a line for people, or with --json one JSON object for programs.
#pragma once

#include <ostream>
#include <string>

#include "api/cli/exit_code.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

class Console;

class Output {
 public:
  Output(std::ostream& out, std::ostream& err, bool json, Console* console = nullptr)
      : out_(out), err_(err), json_(json), console_(console) {}

  /// Who typed the command; null where nobody did.
  [[nodiscard]] Console* console() const { return console_; }

  [[nodiscard]] bool json() const { return json_; }
  [[nodiscard]] std::ostream& out() const { return out_; }
  [[nodiscard]] std::ostream& err() const { return err_; }
  /// The result: `object` as one line of JSON, or `text`.
  void result(const std::string& text, const nlohmann::ordered_json& object) const;
  /// Why the command did not do its work: `{"error": code, "message": …}` or the message, on the error stream.
  ExitCode fail(ExitCode exit, const std::string& code, const std::string& message) const;

 private:
  std::ostream& out_;
  std::ostream& err_;
  bool json_;
  Console* console_;
};

}  // namespace vinhdanh
