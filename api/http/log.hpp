/// The log: one JSON object per line.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "engine/ports/clock.hpp"

namespace vinhdanh {

/// Copies write to the same place. Fields hold ids and codes, never personal data; invalid UTF-8 is replaced.
class Logger {
 public:
  /// Gets a line without its end, from any thread.
  using Sink = std::function<void(const std::string& line)>;
  Logger(const Clock& clock, Sink sink);

  /// `{"time", "level", "message", …fields}`; the time is the system's.
  void info(std::string_view message, const nlohmann::ordered_json& fields) const;
  void warn(std::string_view message, const nlohmann::ordered_json& fields) const;
  void error(std::string_view message, const nlohmann::ordered_json& fields) const;

 private:
  void write(std::string_view level, std::string_view message, const nlohmann::ordered_json& fields) const;
  const Clock* clock_;
  Sink sink_;
};

/// Lines to standard error.
Logger::Sink standard_error();

}  // namespace vinhdanh
