/// What the sessions of one server share. Only session.cpp and server.cpp include it: it brings in Asio.
#pragma once

#include <atomic>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <set>
#include <unordered_set>

#include "api/http/router.hpp"
#include "api/http/server.hpp"

namespace vinhdanh {

namespace net = boost::asio;
using ErrorCode = boost::system::error_code;
using Executor = net::io_context::executor_type;
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;
using Acceptor = net::basic_socket_acceptor<net::ip::tcp, Executor>;
using SteadyClock = net::steady_timer::clock_type;
using Timer = net::basic_waitable_timer<SteadyClock, net::wait_traits<SteadyClock>, Executor>;

class Session;

/// Belongs to the io thread, except `io` (post), `waiting`, `open` and what is constant after construction. It is shared with
/// every answer that a handler still owes, so that answering late is harmless.
struct Core {
  Core(ServerOptions options, std::vector<HttpRoute> routes, Authenticate authenticate, Logger logger,
       const Clock& clock, Fresh& fresh)
      : options(std::move(options)),
        router(std::move(routes)),
        authenticate(std::move(authenticate)),
        logger(std::move(logger)),
        clock(clock),
        fresh(fresh) {}

  net::io_context io{1};
  const ServerOptions options;
  const Router router;
  const Authenticate authenticate;
  const Logger logger;
  const Clock& clock;
  Fresh& fresh;
  std::set<std::string> hosts;
  bool https = false;

  /// Starts a job on a worker; false when too many wait already. Set by the server, valid until run() returns.
  std::function<bool(std::function<void()>)> work;
  std::atomic<std::size_t> waiting{0};
  std::atomic<std::size_t> open{0};  ///< connections, for whoever asks from another thread

  std::unordered_set<Session*> sessions;
  std::function<void()> session_ended;
  bool stopping = false;
};

}  // namespace vinhdanh
