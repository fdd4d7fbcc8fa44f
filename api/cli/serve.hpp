/// `vinhdanh serve`: opens a folder or a database and answers over HTTP until SIGINT or SIGTERM.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "adapters/home.hpp"
#include "api/cli/output.hpp"
#include "api/runner/time_runs.hpp"
#include "api/webhooks/options.hpp"

namespace vinhdanh {

struct ServeOptions {
  Home home;
  std::string listen = "127.0.0.1:8080";
  std::string public_url;  ///< empty: http at the address listened on
  std::vector<std::string> trusted_proxies;  ///< addresses whose X-Forwarded-For is believed
  std::int64_t session_idle_minutes = 30;
  std::int64_t session_longest_minutes = 12 * 60;
  bool demo = false;
  std::filesystem::path receipts;            ///< empty: receipts.log in the folder; without one none are kept
  std::string metrics_listen;                ///< HOST:PORT; empty: no listener for metrics
  std::filesystem::path metrics_token_file;  ///< empty: no /metrics at the server's own address
  TimeOptions time;                          ///< reminders and e-mails
  WebhookOptions webhooks;                   ///< without targets they are off
};

ExitCode serve(const ServeOptions& options, const Output& output);

}  // namespace vinhdanh
