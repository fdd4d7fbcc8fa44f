/// Where a server's metrics are read: on a listener of their own, or at /metrics for who has the token.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "api/composition.hpp"
#include "api/live/live_events.hpp"
#include "api/metrics/metrics.hpp"

namespace vinhdanh {

/// Values that are asked for at each scrape: of the process and of what waits in the installation.
void add_gauges(Metrics& metrics, Installation& house);
void add_gauges(Metrics& metrics, const Webhooks& webhooks);
/// Of the server and its live events, which outlive every scrape.
void add_gauges(Metrics& metrics, const Server& server, const LiveEvents& live);

/// The file's first line, or nothing when it is missing or shorter than 16 characters.
std::optional<std::string> metrics_token(const std::filesystem::path& file);

/// Serves `GET /metrics` and nothing else, on a thread of its own while it lives.
class MetricsListener {
 public:
  /// Throws as Server does.
  MetricsListener(const std::string& host, unsigned short port, Metrics& metrics, const Clock& clock, Fresh& fresh);
  ~MetricsListener();
  MetricsListener(const MetricsListener&) = delete;
  MetricsListener& operator=(const MetricsListener&) = delete;
  [[nodiscard]] unsigned short port() const { return server_.port(); }

 private:
  Server server_;
  std::thread thread_;
};

}  // namespace vinhdanh
