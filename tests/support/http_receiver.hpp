/// An HTTP server on loopback that keeps what was posted to it and answers as it is told.
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/tls_identity.hpp"

struct ssl_ctx_st;

namespace vinhdanh::test {

struct Received {
  std::string method;
  std::string target;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

struct Reply {
  int status = 204;
  std::map<std::string, std::string> headers{};
  std::string body{};
  enum class Manner {
    whole,   ///< and the connection stays open
    never,   ///< nothing is said until the client leaves
    halfway  ///< the head and then nothing more
  } manner = Manner::whole;
};

/// Each connection has a thread of its own.
class HttpReceiver {
 public:
  /// With an identity over TLS.
  explicit HttpReceiver(const TlsIdentity* identity = nullptr);
  ~HttpReceiver();
  HttpReceiver(const HttpReceiver&) = delete;
  HttpReceiver& operator=(const HttpReceiver&) = delete;

  /// 204 to everything until told otherwise.
  void answer(std::function<Reply(const Received&)> how);
  void answer(const Reply& always);

  /// `http://127.0.0.1:PORT` and what is given.
  [[nodiscard]] std::string url(const std::string& path = "/") const { return at("127.0.0.1") + path; }
  [[nodiscard]] std::string at(const std::string& host) const;
  [[nodiscard]] int port() const { return port_; }
  /// In the order of their ends.
  [[nodiscard]] std::vector<Received> received() const;
  /// Whether as many came within ten seconds.
  [[nodiscard]] bool gets(std::size_t count) const;
  [[nodiscard]] int connections() const { return connections_; }
  [[nodiscard]] int most_at_once() const { return most_at_once_; }

 private:
  class Wire;
  void accept_all();
  void talk(int fd);
  Reply take(Received received);

  ssl_ctx_st* tls_ = nullptr;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  std::atomic<int> connections_{0};
  std::atomic<int> now_{0};
  std::atomic<int> most_at_once_{0};
  mutable std::mutex mutex_;
  std::function<Reply(const Received&)> how_;
  std::vector<Received> received_;
  std::list<std::thread> talks_;  ///< of the thread that accepts
  std::thread thread_;
};

}  // namespace vinhdanh::test
