// Listening, the worker pool, and stopping.
#include "api/http/server.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <stdexcept>
#include <vector>

#include "api/http/hosts.hpp"
#include "api/http/session.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

constexpr std::chrono::milliseconds kAcceptPause{100};

net::ip::address address_of(const std::string& host) {
  if (host == "localhost") return net::ip::address_v4::loopback();
  ErrorCode fault;
  const auto address = net::ip::make_address(host, fault);
  if (fault) throw std::invalid_argument("not an IP address: " + host);
  return address;
}

std::string text_of(const net::ip::tcp::endpoint& peer) {
  return peer.address().to_string() + ":" + std::to_string(peer.port());
}

}  // namespace

struct Server::Inside {
  Inside(ServerOptions options, std::vector<HttpRoute> routes, Authenticate authenticate, Logger logger,
         const Clock& clock, Fresh& fresh)
      : core(std::make_shared<Core>(std::move(options), std::move(routes), std::move(authenticate), std::move(logger),
                                    clock, fresh)),
        acceptor(core->io.get_executor()),
        pause(core->io.get_executor()),
        deadline(core->io.get_executor()),
        busy(net::make_work_guard(core->io)),
        pool(static_cast<std::size_t>(core->options.workers)) {
    core->work = [this](std::function<void()> job) { return start(std::move(job)); };
    core->session_ended = [this] { on_session_ended(); };
    listen();
  }

  void listen() {
    const auto address = address_of(core->options.host);
    const auto& url = core->options.public_url;
    core->https = !url.empty() && parse_public_url(url).https;
    if (!address.is_loopback() && !core->https) {
      throw std::invalid_argument("without an https public_url the server listens on loopback only, not on " +
                                  core->options.host);
    }
    const net::ip::tcp::endpoint endpoint(address, core->options.port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(net::socket_base::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
    port = acceptor.local_endpoint().port();
    core->hosts = allowed_hosts(url, address.is_loopback(), port);
  }

  void accept() {
    if (core->stopping || accepting) return;
    if (core->sessions.size() >= core->options.max_connections && !close_longest_idle())
      return;  // on_session_ended resumes
    accepting = true;
    acceptor.async_accept([this](ErrorCode fault, Socket socket) {
      accepting = false;
      if (core->stopping) return;
      if (fault) return pause_accepting(fault);
      ErrorCode ignored;
      const auto peer = socket.remote_endpoint(ignored);
      socket.set_option(net::ip::tcp::no_delay(true), ignored);
      std::make_shared<Session>(core, std::move(socket), text_of(peer))->start();
      accept();
    });
  }

  // Out of descriptors, for one: trying again at once would spin.
  void pause_accepting(ErrorCode fault) {
    core->logger.error("accept failed", {{"fault", fault.message()}});
    pause.expires_after(kAcceptPause);
    pause.async_wait([this](ErrorCode) { accept(); });
  }

  bool close_longest_idle() {
    Session* longest = nullptr;
    for (Session* session : core->sessions) {
      if (session->is_idle() && (!longest || session->idle_since() < longest->idle_since())) longest = session;
    }
    if (longest) longest->cut();
    return longest != nullptr;
  }

  void on_session_ended() {
    if (core->stopping && core->sessions.empty()) {
      deadline.cancel();
      busy.reset();
    } else if (!core->stopping) {
      net::post(core->io, [this] { accept(); });
    }
  }

  bool start(std::function<void()> job) {
    if (core->waiting.load() >= core->options.max_waiting) return false;
    enqueue(std::move(job));
    return true;
  }

  void enqueue(std::function<void()> job) {
    ++core->waiting;
    net::post(pool, [core = core, job = std::move(job)]() mutable {
      --core->waiting;
      job();
      // The job's own destruction belongs to the worker too: it may answer for a handler that forgot.
      job = nullptr;
    });
  }

  void stop() {
    if (core->stopping) return;
    core->stopping = true;
    ErrorCode ignored;
    acceptor.close(ignored);
    pause.cancel();
    deadline.expires_after(core->options.stop_deadline);
    deadline.async_wait([this](ErrorCode fault) {
      if (!fault) cut_all();
    });
    const std::vector<Session*> all(core->sessions.begin(), core->sessions.end());
    for (Session* session : all) session->finish();
    on_session_ended();
  }

  void cut_all() {
    core->logger.warn("stopped with requests in flight", {{"connections", core->sessions.size()}});
    const std::vector<Session*> all(core->sessions.begin(), core->sessions.end());
    for (Session* session : all) session->cut();
  }

  std::shared_ptr<Core> core;
  Acceptor acceptor;
  Timer pause;
  Timer deadline;
  net::executor_work_guard<Executor> busy;
  net::thread_pool pool;
  unsigned short port = 0;
  bool accepting = false;
};

Server::Server(ServerOptions options, std::vector<HttpRoute> routes, Authenticate authenticate, Logger logger,
               const Clock& clock, Fresh& fresh)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(routes), std::move(authenticate),
                                       std::move(logger), clock, fresh)) {}

Server::~Server() {
  inside_->pool.stop();
  inside_->pool.join();
}

unsigned short Server::port() const { return inside_->port; }
ServerLoad Server::load() const { return {inside_->core->waiting, inside_->core->open}; }

void Server::run() {
  inside_->accept();
  inside_->core->io.run();
  inside_->pool.stop();
  inside_->pool.join();
}

void Server::stop() {
  net::post(inside_->core->io, [inside = inside_.get()] { inside->stop(); });
}

void Server::later(std::function<void()> job) { inside_->enqueue(std::move(job)); }

}  // namespace vinhdanh
