/// A real server on a free port with a few toy routes, in the test's own process.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "api/http/server.hpp"
#include "api/http/stream.hpp"
#include "engine/codec/json.hpp"
#include "tests/api/http/raw_socket.hpp"

namespace vinhdanh::testing {

/// 2025-01-24T02:03:04.005Z for ever.
class StoppedClock final : public Clock {
 public:
  [[nodiscard]] Instant business_now() const override { return {1737684184005}; }
  [[nodiscard]] Instant system_now() const override { return {1737684184005}; }
};

/// Counts up, so that every request has another id.
class CountingFresh final : public Fresh {
 public:
  std::string id() override { return salt().substr(0, 36); }
  std::string salt() override;

 private:
  std::atomic<unsigned long long> next_{0};
};

/// Holds handlers back until it is opened.
class Gate {
 public:
  void open();
  void wait();
  /// Blocks until `count` handlers have arrived.
  void wait_for_arrivals(int count);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int arrived_ = 0;
};

class ToyServer {
 public:
  explicit ToyServer(ServerOptions options = {});
  ~ToyServer();

  [[nodiscard]] unsigned short port() const { return server_.port(); }
  void stop() { server_.stop(); }
  /// Waits for run() to return.
  void join();
  /// `method target HTTP/1.1` with a good Host, the lines given and the body; adds Content-Length when there is a body.
  [[nodiscard]] std::string request(const std::string& method, const std::string& target,
                                    const std::vector<std::string>& lines = {}, const std::string& body = {}) const;
  /// True when a new connection gets a 200: the server is alive.
  [[nodiscard]] bool alive() const;
  /// The access log's line of a request, which is written just after its answer; an empty object when it doesn't come.
  [[nodiscard]] nlohmann::json access_of(const std::string& request_id) const;

  Gate gate;                    ///< GET /v1/gate waits for it on its worker
  std::atomic<int> handled{0};  ///< POST /v1/things that reached their handler
  std::atomic<bool> ready{true};
  /// The last `GET /v1/stream`.
  std::shared_ptr<Stream> stream() const {
    const std::lock_guard lock(others_mutex_);
    return stream_;
  }

 private:
  std::vector<HttpRoute> routes();
  StoppedClock clock_;
  CountingFresh fresh_;
  mutable std::mutex log_mutex_;
  std::vector<std::string> log_;
  Server server_;
  std::thread thread_;
  std::vector<std::thread> others_;
  mutable std::mutex others_mutex_;
  std::shared_ptr<Stream> stream_;
};

}  // namespace vinhdanh::testing
