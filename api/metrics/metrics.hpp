/// What the server counts of itself, in Prometheus' text format.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "api/http/server.hpp"
#include "api/webhooks/settings.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

/// Labels are routes' patterns, methods, classes of status and codes of problems: never what a caller wrote.
class Metrics {
 public:
  explicit Metrics(const std::string& version);
  ~Metrics();

  /// For ServerOptions::ended: from one thread.
  void request_ended(const EndedRequest& request);
  /// A batch was committed, or, when `failed`, its commit was not acknowledged. From one thread.
  void batch_committed(std::span<const CommitResult> results, bool failed);
  /// For WebhookSettings::ended: from any thread.
  void webhook_tried(WebhookOutcome outcome);
  /// A value that is asked for at each scrape, perhaps from several threads; what it throws leaves the last value. Before the
  /// first scrape.
  void gauge(const std::string& name, const std::string& help, std::function<double()> value);

  /// From any thread.
  [[nodiscard]] std::string text();

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

/// `GET /metrics`: open to everybody who reaches it, or with `token` to who sends it as a bearer token (else 401).
HttpRoute metrics_route(Metrics& metrics, std::optional<std::string> token);

/// Resident memory of this process in bytes; 0 where the system does not say.
double resident_memory();

}  // namespace vinhdanh
