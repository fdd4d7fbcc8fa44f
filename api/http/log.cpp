// JSON lines through spdlog, which does not escape: the line is complete before it gets there.
#include "api/http/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "engine/codec/json.hpp"

namespace vinhdanh {

Logger::Logger(const Clock& clock, Sink sink) : clock_(&clock), sink_(std::move(sink)) {}

void Logger::info(std::string_view message, const nlohmann::ordered_json& fields) const {
  write("info", message, fields);
}
void Logger::warn(std::string_view message, const nlohmann::ordered_json& fields) const {
  write("warn", message, fields);
}
void Logger::error(std::string_view message, const nlohmann::ordered_json& fields) const {
  write("error", message, fields);
}

void Logger::write(std::string_view level, std::string_view message, const nlohmann::ordered_json& fields) const {
  nlohmann::ordered_json line{{"time", clock_->system_now().text()}, {"level", level}, {"message", message}};
  line.update(fields);
  sink_(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Logger::Sink standard_error() {
  auto logger = std::make_shared<spdlog::logger>("vinhdanh", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%v");
  return [logger](const std::string& line) { logger->info(spdlog::string_view_t(line.data(), line.size())); };
}

}  // namespace vinhdanh
