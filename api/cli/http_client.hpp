/// A blocking HTTP/1.1 client for plain http: what `journeys` and the tests talk to the server with.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace vinhdanh {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpReply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case; repeated ones joined by ", "
  std::string body;
  [[nodiscard]] std::optional<std::string> header(const std::string& lower_case_name) const;
};

/// The server could not be reached, fell silent, or did not speak HTTP.
struct HttpFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Keeps one connection open between requests. Not for use from two threads at once.
class HttpClient {
 public:
  HttpClient(std::string host, unsigned short port, std::chrono::milliseconds timeout = std::chrono::seconds(30));
  /// From `http://host[:port]`, with or without a final slash; throws HttpFailure for anything else.
  static HttpClient to(const std::string& url);
  ~HttpClient();
  HttpClient(HttpClient&& other) noexcept;
  HttpClient& operator=(HttpClient&&) = delete;
  HttpClient(const HttpClient&) = delete;

  /// Sends and waits for the answer. Host, Content-Length and, for a body without one, `Content-Type: application/json`
  /// are added. A request that found its kept connection closed before any byte of the answer is sent once more, so a
  /// POST should carry an Idempotency-Key. Throws HttpFailure.
  HttpReply request(const std::string& method, const std::string& path, const HttpHeaders& headers = {},
                    const std::string& body = {});

  /// `host:port`, as in Host.
  [[nodiscard]] std::string authority() const;

 private:
  void connect();
  void close();
  void send_all(const std::string& bytes);
  bool receive();
  std::string take(std::size_t size);
  std::string take_line();
  HttpReply read_reply(bool bodiless);
  std::string read_chunks();

  std::string host_;
  unsigned short port_;
  std::chrono::milliseconds timeout_;
  int socket_ = -1;
  std::string received_;
};

}  // namespace vinhdanh
