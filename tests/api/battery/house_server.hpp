/// The real routes behind the real server on loopback, over an installation in memory whose state the test can compare.
#pragma once

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "api/http/server.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/api/http/raw_socket.hpp"

namespace vinhdanh::test {

using testing::RawAnswer;
using testing::RawSocket;

using Lines = std::vector<std::string>;

/// What bad input must leave as it was.
struct Standing {
  std::size_t events = 0;
  std::string quotas;
  std::string workspaces;
  std::size_t papers = 0;  ///< that the store knows
  friend bool operator==(const Standing&, const Standing&) = default;
};

class HouseServer {
 public:
  explicit HouseServer(ServerOptions options = {});
  ~HouseServer();
  HouseServer(const HouseServer&) = delete;
  HouseServer& operator=(const HouseServer&) = delete;

  [[nodiscard]] unsigned short port() const { return server_->port(); }
  /// `method target HTTP/1.1` with a good Host, the lines and the body; Content-Length when there is a body or it is
  /// asked for.
  [[nodiscard]] std::string request(const std::string& method, const std::string& target, const Lines& lines = {},
                                    const std::string& body = {}) const;
  /// On a connection of its own. Status 0: closed without an answer, or none within ten seconds.
  [[nodiscard]] RawAnswer ask(const std::string& method, const std::string& target, const Lines& lines = {},
                              const std::string& body = {}) const;
  [[nodiscard]] bool alive() const;
  [[nodiscard]] Standing standing() const;
  [[nodiscard]] std::vector<std::string> log() const;

  Province house;

 private:
  mutable std::mutex log_mutex_;
  std::vector<std::string> log_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

inline std::string bearer(const std::string& token) { return "Authorization: Bearer " + token; }
inline const std::string as_json = "Content-Type: application/json";
/// A new one each time.
std::string new_key();

/// An RFC 9457 problem with its code, a trace_id, and nothing in it that a browser would run.
void check_problem(const RawAnswer& answer, int status, const std::string& code);
std::string code_of(const RawAnswer& answer);

/// Bytes of this process in memory.
std::size_t resident();

}  // namespace vinhdanh::test
