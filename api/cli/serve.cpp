// Puts the server together and ends it on a signal.
#include "api/cli/serve.hpp"

#include <pthread.h>
#include <signal.h>

#include <boost/system/system_error.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <thread>

#include "api/admin_socket/admin_socket.hpp"
#include "api/cli/folder.hpp"
#include "api/cli/receipts.hpp"
#include "api/cli/relay.hpp"
#include "api/cli/serve_metrics.hpp"
#include "api/cli/upkeep.hpp"
#include "api/cli/version.hpp"
#include "api/composition.hpp"
#include "api/demo/seed.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/desk/lists/refresh_entries.hpp"
#include "api/http/server.hpp"
#include "api/jobs/job_runs.hpp"
#include "api/routes/routes.hpp"

namespace vinhdanh {
namespace {

struct Address {
  std::string host;
  unsigned short port;
};

/// `HOST:PORT`, an IPv6 host in brackets.
std::optional<Address> parse_address(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  std::string host = text.substr(0, colon);
  if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  unsigned short port = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, port);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return Address{std::move(host), port};
}

/// SIGINT and SIGTERM are blocked in every thread from here on, and taken by `end_on_signal`. A file that may not grow further
/// is a full disk like any other, not the end of the server, and so is a write to somebody who hung up: OpenSSL, unlike all else
/// here, writes without a flag against that.
sigset_t block_signals() {
  signal(SIGXFSZ, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

std::jthread end_on_signal(const sigset_t& signals, Server& server) {
  return std::jthread([signals, &server] {
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
  });
}

/// An IPv6 host takes brackets.
std::string url_of(const Address& address, unsigned short port) {
  const bool brackets = address.host.find(':') != std::string::npos;
  return "http://" + (brackets ? "[" + address.host + "]" : address.host) + ":" + std::to_string(port);
}

/// What answers where: the server's routes, and the metrics beside them.
struct Metering {
  std::shared_ptr<Metrics> metrics;
  std::optional<Address> listener;
  std::optional<std::string> token;
};

/// Empty metrics where nobody may read them.
std::optional<Metering> metering_of(const ServeOptions& options, const Output& output) {
  Metering it;
  if (!options.metrics_listen.empty()) {
    it.listener = parse_address(options.metrics_listen);
    if (!it.listener) {
      output.fail(ExitCode::usage, "listen_invalid", "--metrics-listen expects HOST:PORT");
      return std::nullopt;
    }
  }
  if (!options.metrics_token_file.empty()) {
    it.token = metrics_token(options.metrics_token_file);
    if (!it.token) {
      output.fail(ExitCode::usage, "token_invalid", "--metrics-token-file needs a line of 16 characters or more");
      return std::nullopt;
    }
  }
  if (it.listener || it.token) it.metrics = std::make_shared<Metrics>(VINHDANH_VERSION);
  return it;
}

/// Counts commits and requests, and adds /metrics where a token guards it.
void meter(Installation& house, const Metering& metering, ServerOptions& server,
           std::vector<HttpRoute>& routes) {
  const auto metrics = metering.metrics;
  if (!metrics) return;
  house.watch_commits([metrics](auto results, bool failed) { metrics->batch_committed(results, failed); });
  server.ended = [metrics](const EndedRequest& request) { metrics->request_ended(request); };
  add_gauges(*metrics, house);
  if (metering.token) routes.push_back(metrics_route(*metrics, metering.token));
}

ServerOptions server_options(const ServeOptions& options, const Address& address) {
  ServerOptions all;
  all.host = address.host;
  all.port = address.port;
  all.public_url = options.public_url;
  all.trusted_proxies.insert(options.trusted_proxies.begin(), options.trusted_proxies.end());
  return all;
}

/// Its failures name its option, which the server's own address is none of.
std::optional<ExitCode> open_listener(std::optional<MetricsListener>& listener, const Metering& metering,
                                      const Clock& clock, Fresh& scrape_ids, const Output& output) {
  if (!metering.listener) return std::nullopt;
  const Address& at = *metering.listener;
  try {
    listener.emplace(at.host, at.port, *metering.metrics, clock, scrape_ids);
    return std::nullopt;
  } catch (const std::invalid_argument&) {
    return output.fail(ExitCode::usage, "listen_refused",
                       "--metrics-listen takes an address of loopback only, and " + at.host +
                           " is none: a scraper elsewhere needs --metrics-token-file");
  } catch (const boost::system::system_error& fault) {
    return output.fail(ExitCode::unavailable, "address_unavailable",
                       "--metrics-listen: cannot listen at " + at.host + ":" + std::to_string(at.port) + ": " +
                           fault.what());
  }
}

ExitCode run(Installation& house, const ServeOptions& options, const Address& address, const sigset_t& signals,
             const Output& output) {
  const Logger logger(house.clock(), standard_error());
  const auto receipts_at = receipts_file(options.home, options.receipts);
  if (const auto refused = check_receipts(house, receipts_at, logger, output)) return *refused;
  const auto metering = metering_of(options, output);
  if (!metering) return ExitCode::usage;
  Deps deps = house.deps();
  if (options.demo) seed_demo(deps, options.home.folder);
  start_entries(deps);
  const auto receipts = keep_receipts(house, receipts_at);
  RandomFresh request_ids(house.clock());
  Server* later_on = nullptr;
  deps.later = [&later_on](std::function<void()> job) { later_on->later(std::move(job)); };
  ServerOptions serving = server_options(options, address);
  const SignInSettings settings{options.public_url, options.session_idle_minutes, options.session_longest_minutes, {}};
  SignIn sign_in(deps, settings);
  LiveEvents live(deps, still_signed_in(deps, settings));
  const auto live_follows = house.follow_commits([&live] { live.wake(); });
  WebhookSettings telling = settings_of(options.webhooks, options.public_url);
  if (const auto metrics = metering->metrics) telling.ended = [metrics](WebhookOutcome outcome) { metrics->webhook_tried(outcome); };
  WebhookRuns webhooks(deps, std::move(telling), logger);
  const auto webhooks_follow = house.follow_commits([&webhooks] { webhooks.wake(); });
  JobRuns jobs(deps, house.jobs(), JobSettings{}, logger);
  std::vector<HttpRoute> routes = all_routes(deps, sign_in, house.shelf(), live, webhooks, jobs);
  meter(house, *metering, serving, routes);
  Server server(serving, std::move(routes), authenticator(deps, settings), logger, house.clock(), request_ids);
  later_on = &server;
  std::optional<MetricsListener> listener;
  if (metering->metrics) {
    add_gauges(*metering->metrics, server, live);
    add_gauges(*metering->metrics, deps.webhooks);
  }
  RandomFresh scrape_ids(house.clock());
  if (const auto failed = open_listener(listener, *metering, house.clock(), scrape_ids, output)) return *failed;
  // A database needs none: whoever administers opens it beside its nodes.
  std::optional<AdminSocket> socket;
  if (options.home.database.empty())
    socket.emplace(options.home.folder, [&house](const std::string& message) { return run_relayed(house, message); });
  const Upkeep upkeep(house, receipts, logger);
  const std::string url = url_of(address, server.port());
  nlohmann::ordered_json said{{"url", url}, {"demo", options.demo}};
  if (listener) said["metrics"] = url_of(*metering->listener, listener->port()) + "/metrics";
  const auto working = jobs.start();  // ends before the server, whose workers it uses
  TimeRuns time(deps, options.time, logger, options.public_url.empty() ? url : options.public_url);
  const auto time_follows = house.follow_commits([&time] { time.look(); });
  house.hear_other_nodes([logger](const std::string& fault) {
    logger.error("what other nodes commit is seen later than it could be", {{"fault", fault}});
  });
  output.result("Serving at " + url, said);
  const auto ender = end_on_signal(signals, server);
  server.run();
  return ExitCode::done;
}

}  // namespace

ExitCode serve(const ServeOptions& options, const Output& output) {
  const auto address = parse_address(options.listen);
  if (!address) return output.fail(ExitCode::usage, "listen_invalid", "--listen expects HOST:PORT");
  if (options.demo && options.home.folder.empty())
    return output.fail(ExitCode::usage, "usage", "--demo needs --data: the people's tokens are written there");
  if (const auto fault = fault_of(options.time); !fault.empty())
    return output.fail(ExitCode::usage, "smtp_invalid", fault);
  if (const auto fault = fault_of(options.webhooks); !fault.empty())
    return output.fail(ExitCode::usage, "webhook_target_invalid", fault);
  return with_folder(output, [&] {
    try {
      const sigset_t signals = block_signals();  // before the installation starts a thread, which takes the mask over
      Installation house(options.home, options.demo);
      return run(house, options, *address, signals, output);
    } catch (const std::invalid_argument& fault) {
      return output.fail(ExitCode::usage, "listen_refused", fault.what());
    } catch (const CannotOpen&) {
      throw;
    } catch (const boost::system::system_error& fault) {
      return output.fail(ExitCode::unavailable, "address_unavailable",
                         "Cannot listen at " + options.listen + ": " + fault.what());
    }
  });
}

}  // namespace vinhdanh
