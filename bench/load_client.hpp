/// A load generator: requests over a fixed number of keep-alive connections to a server on loopback, from one thread.
#pragma once

#include <string>
#include <vector>

namespace vinhdanh::bench {

class LoadClient {
 public:
  LoadClient(unsigned short port, std::size_t connections);
  ~LoadClient();
  LoadClient(const LoadClient&) = delete;
  LoadClient& operator=(const LoadClient&) = delete;

  /// Sends each request once; a connection sends its next when it has the answer to its last. Throws std::runtime_error
  /// for an answer that is not 200. What is returned is the thread's own processor time in seconds.
  double send_all(const std::vector<std::string>& requests);

 private:
  struct Connection {
    int socket = -1;
    std::string received;
  };
  bool start_next(Connection& connection, const std::vector<std::string>& requests);
  bool take_answer(Connection& connection);

  std::vector<Connection> connections_;
  int poll_ = -1;
  std::size_t sent_ = 0;
};

}  // namespace vinhdanh::bench
