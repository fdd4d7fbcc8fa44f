/// Stands between an HTTP client that knows nothing of faults and a server that has them.
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "tests/faults/faulty_server.hpp"

namespace vinhdanh::test {

/// Takes requests on loopback, one at a time, and gives each to `exchange`. What that throws becomes a 599 with its text.
class GoBetween {
 public:
  using Exchange = std::function<HttpReply(const Sent&)>;
  explicit GoBetween(Exchange exchange);
  ~GoBetween();
  GoBetween(const GoBetween&) = delete;
  GoBetween& operator=(const GoBetween&) = delete;
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  void run();
  void serve(int connection);

  Exchange exchange_;
  int listener_ = -1;
  unsigned short port_ = 0;
  std::jthread thread_;
};

}  // namespace vinhdanh::test
