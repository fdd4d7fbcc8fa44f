// Gauges and the listener.
#include "api/cli/serve_metrics.hpp"

#include "adapters/files/small_file.hpp"
#include "adapters/sql/statistics.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t shortest_token = 16;

ServerOptions listening(const std::string& host, unsigned short port) {
  ServerOptions options;
  options.host = host;
  options.port = port;
  options.workers = 1;
  options.max_connections = 16;
  return options;
}

}  // namespace

void add_gauges(Metrics& metrics, Installation& house) {
  const auto counts = std::make_shared<Statistics>(house.store());
  const Clock& clock = house.clock();
  metrics.gauge("vinhdanh_sessions", "Sessions in force", [counts, &clock] {
    return static_cast<double>(counts->sessions(clock.system_now()));
  });
  metrics.gauge("vinhdanh_notices_unread", "Notices that nobody has read",
                [counts] { return static_cast<double>(counts->unread_notices()); });
  metrics.gauge("vinhdanh_mails_waiting", "E-mails that are to be sent",
                [counts] { return static_cast<double>(counts->waiting_mails()); });
  metrics.gauge("vinhdanh_mails_given_up", "E-mails that could not be sent",
                [counts] { return static_cast<double>(counts->given_up_mails()); });
  metrics.gauge("process_resident_memory_bytes", "Resident memory of the process", [] { return resident_memory(); });
}

void add_gauges(Metrics& metrics, const Webhooks& webhooks) {
  const auto sum = [&webhooks](std::int64_t WebhookState::*count) {
    std::int64_t all = 0;
    for (const Webhook& it : webhooks.webhooks()) all += webhooks.webhook_state(it.id).*count;
    return static_cast<double>(all);
  };
  metrics.gauge("vinhdanh_webhook_messages_waiting", "Webhooks' messages that are to be sent",
                [sum] { return sum(&WebhookState::waiting); });
  metrics.gauge("vinhdanh_webhook_messages_dead", "Webhooks' messages that were given up",
                [sum] { return sum(&WebhookState::dead); });
}

void add_gauges(Metrics& metrics, const Server& server, const LiveEvents& live) {
  metrics.gauge("vinhdanh_requests_waiting", "Requests that wait for a worker",
                [&server] { return static_cast<double>(server.load().waiting); });
  metrics.gauge("vinhdanh_connections_open", "Open connections",
                [&server] { return static_cast<double>(server.load().connections); });
  metrics.gauge("vinhdanh_listeners", "Listeners to live events",
                [&live] { return static_cast<double>(live.listeners()); });
}

std::optional<std::string> metrics_token(const std::filesystem::path& file) {
  std::string token = secret_in_file(file);
  if (token.size() < shortest_token) return std::nullopt;
  return token;
}

MetricsListener::MetricsListener(const std::string& host, unsigned short port, Metrics& metrics, const Clock& clock,
                                 Fresh& fresh)
    : server_(listening(host, port), std::vector<HttpRoute>{metrics_route(metrics, std::nullopt)}, Authenticate(),
              Logger(clock, [](const std::string&) {}), clock, fresh),
      thread_([this] { server_.run(); }) {}

MetricsListener::~MetricsListener() {
  server_.stop();
  thread_.join();
}

}  // namespace vinhdanh
