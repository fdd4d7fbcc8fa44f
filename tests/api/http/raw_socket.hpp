/// A TCP connection that sends any bytes and reads answers as they come: for requests that no client would send.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace vinhdanh::testing {

struct RawAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
  }
};

class RawSocket {
 public:
  explicit RawSocket(unsigned short port);
  ~RawSocket();
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  /// Stops early when the peer has closed.
  void send(const std::string& bytes);
  /// The next answer, also an interim one; nothing when the peer closes or `limit` passes first.
  std::optional<RawAnswer> answer(std::chrono::milliseconds limit = std::chrono::seconds(5), bool head = false);
  /// What comes behind an answer that goes on, up to and with `needle`; nothing when it does not come.
  std::optional<std::string> text_until(const std::string& needle, std::chrono::milliseconds limit = std::chrono::seconds(5));
  /// True when the peer closes within `limit`, whatever it sends before.
  bool ends(std::chrono::milliseconds limit = std::chrono::seconds(5));
  /// True when the peer closes within `limit` without sending more.
  bool closes(std::chrono::milliseconds limit = std::chrono::seconds(5));

 private:
  bool receive(std::chrono::steady_clock::time_point until);
  int socket_;
  std::string received_;
};

}  // namespace vinhdanh::testing
