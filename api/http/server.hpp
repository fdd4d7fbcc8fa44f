/// The HTTP/1.1 server: one thread owns the sockets, a few workers run the handlers.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/dispatch.hpp"
#include "api/http/log.hpp"
#include "api/http/route.hpp"
#include "engine/ports/clock.hpp"
#include "engine/ports/fresh.hpp"

namespace vinhdanh {

/// What an answer was, for whoever counts.
struct EndedRequest {
  std::string_view method;
  std::string_view route;  ///< the pattern; empty when there was none
  int status = 0;
  std::string_view code;  ///< of the problem; empty for what went well
  std::chrono::nanoseconds spent{};
};

struct ServerOptions {
  std::string host = "127.0.0.1";  ///< an IP address or "localhost"
  unsigned short port = 0;         ///< 0: any free port
  /// Decides the names in Host and whether HSTS is sent. Without an https one the server listens on loopback only.
  std::string public_url;
  std::set<std::string> trusted_proxies;  ///< addresses whose X-Forwarded-For is believed; nobody else's is
  int workers = 4;
  std::size_t max_waiting = 256;                     ///< requests waiting for a worker; above it 503 with Retry-After
  std::size_t max_connections = 4096;                ///< above it the longest idle one is closed, or accepting pauses
  std::chrono::milliseconds header_timeout{10'000};  ///< from the first byte of a request to the end of its headers
  std::chrono::milliseconds idle_timeout{60'000};    ///< between requests
  std::chrono::milliseconds body_timeout{15'000};    ///< plus one second per 64 KiB announced
  std::chrono::milliseconds write_timeout{30'000};   ///< plus one second per 64 KiB of the answer
  std::chrono::milliseconds stop_deadline{10'000};   ///< how long stop() waits for requests in flight
  std::function<void(const EndedRequest&)> ended{};  ///< called on the thread in run() behind each answer; must not block
};

struct ServerLoad {
  std::size_t waiting = 0;      ///< requests waiting for a worker
  std::size_t connections = 0;  ///< open ones
};

/// The port is bound, but not served, once it is constructed.
class Server {
 public:
  /// Throws std::invalid_argument for routes that clash and for a host that public_url does not allow;
  /// boost::system::system_error when the address can't be bound. `clock` and `fresh` outlive the server; the server
  /// calls `fresh` from the thread in run() only.
  Server(ServerOptions options, std::vector<HttpRoute> routes, Authenticate authenticate, Logger logger,
         const Clock& clock, Fresh& fresh);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] unsigned short port() const;
  [[nodiscard]] ServerLoad load() const;  ///< from any thread

  /// Serves on the calling thread until stop(). A `Respond` that is called after run() has returned does nothing.
  void run();

  /// From any thread, not from a signal handler: no new connections, idle ones are closed, requests in flight are
  /// answered with `Connection: close`. run() returns when they are, or at the deadline.
  void stop();

  /// Runs a job on a worker, behind what waits there; used to leave a thread that must not be held up.
  void later(std::function<void()> job);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace vinhdanh
