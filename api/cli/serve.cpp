// Puts the server together and ends it on a signal.
#include "api/cli/serve.hpp"

#include <pthread.h>
#include <signal.h>

#include <boost/system/system_error.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <thread>

#include "api/cli/folder.hpp"
#include "api/composition.hpp"
#include "api/demo/seed.hpp"
#include "api/desk/authenticate.hpp"
#include "api/http/server.hpp"
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

/// SIGINT and SIGTERM are blocked in every thread from here on, and taken by `end_on_signal`.
sigset_t block_signals() {
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

ExitCode run(Installation& house, const ServeOptions& options, const Address& address, const sigset_t& signals,
             const Output& output) {
  Deps deps = house.deps();
  if (options.demo) seed_demo(deps, options.data);
  ServerOptions server_options;
  server_options.host = address.host;
  server_options.port = address.port;
  server_options.public_url = options.public_url;
  RandomFresh request_ids(house.clock());
  Server* later_on = nullptr;
  deps.later = [&later_on](std::function<void()> job) { later_on->later(std::move(job)); };
  Server server(server_options, all_routes(deps), authenticator(deps), Logger(house.clock(), standard_error()),
                house.clock(), request_ids);
  later_on = &server;
  const std::string url = url_of(address, server.port());
  output.result("Serving at " + url, {{"url", url}, {"demo", options.demo}});
  const auto ender = end_on_signal(signals, server);
  server.run();
  return ExitCode::done;
}

}  // namespace

ExitCode serve(const ServeOptions& options, const Output& output) {
  const auto address = parse_address(options.listen);
  if (!address) return output.fail(ExitCode::usage, "listen_invalid", "--listen expects HOST:PORT");
  return with_folder(output, [&] {
    try {
      const sigset_t signals = block_signals();  // before the installation starts a thread, which takes the mask over
      Installation house(options.data, options.demo);
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
