// HTTP/1.1 over one blocking POSIX socket.
#include "api/cli/http_client.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <string_view>

#include "api/http/header_syntax.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t kLongestLine = 64 * 1024;
constexpr std::size_t kLargestBody = 256 * 1024 * 1024;

/// A kept connection was closed by the server before it answered.
struct StaleConnection {};

std::size_t number_in(std::string_view text, int base) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (fault != std::errc() || end != text.data() + text.size() || number > kLargestBody) {
    throw HttpFailure("the server sent a length that is not one");
  }
  return number;
}

bool has(const HttpHeaders& headers, const std::string& name) {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const auto& header) { return lower_case(header.first) == name; });
}

void add(std::string& head, const std::string& name, const std::string& value) {
  if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
    throw HttpFailure("a header may not hold a line end: " + name);
  }
  head += name + ": " + value + "\r\n";
}

}  // namespace

std::optional<std::string> HttpReply::header(const std::string& lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  if (found == headers.end()) return std::nullopt;
  return found->second;
}

HttpClient::HttpClient(std::string host, unsigned short port, std::chrono::milliseconds timeout)
    : host_(std::move(host)), port_(port), timeout_(timeout) {}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : host_(std::move(other.host_)),
      port_(other.port_),
      timeout_(other.timeout_),
      socket_(std::exchange(other.socket_, -1)),
      received_(std::move(other.received_)) {}

HttpClient::~HttpClient() { close(); }

HttpClient HttpClient::to(const std::string& url) {
  constexpr std::string_view scheme = "http://";
  if (!url.starts_with(scheme)) throw HttpFailure("only http:// is spoken here: " + url);
  std::string authority = url.substr(scheme.size());
  if (authority.ends_with('/')) authority.pop_back();
  std::string host = authority;
  unsigned short port = 80;
  const auto colon = authority.rfind(':');
  if (colon != std::string::npos && authority.find(']', colon) == std::string::npos) {
    host = authority.substr(0, colon);
    const char* const last = authority.data() + authority.size();
    const auto [end, fault] = std::from_chars(authority.data() + colon + 1, last, port);
    if (fault != std::errc() || end != last || port == 0) throw HttpFailure("not a port: " + url);
  }
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.empty() || host.find_first_of("/?#@") != std::string::npos)
    throw HttpFailure("not http://host[:port]: " + url);
  return HttpClient(host, port);
}

std::string HttpClient::authority() const {
  const bool six = host_.find(':') != std::string::npos;
  return (six ? "[" + host_ + "]" : host_) + (port_ == 80 ? "" : ":" + std::to_string(port_));
}

void HttpClient::connect() {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (const int fault = getaddrinfo(host_.c_str(), std::to_string(port_).c_str(), &wanted, &found)) {
    throw HttpFailure("no address for " + host_ + ": " + gai_strerror(fault));
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, freeaddrinfo);
  std::string why = "no address";
  for (const addrinfo* at = found; at; at = at->ai_next) {
    socket_ = ::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC, at->ai_protocol);
    if (socket_ < 0) continue;
    const timeval limit{timeout_.count() / 1000, (timeout_.count() % 1000) * 1000};
    const int on = 1;
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, at->ai_addr, at->ai_addrlen) == 0) return;
    why = std::strerror(errno);
    close();
  }
  throw HttpFailure("can't connect to " + authority() + ": " + why);
}

void HttpClient::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  received_.clear();
}

void HttpClient::send_all(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const auto n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    // The server may have answered and closed before it read everything: the answer is still to be read.
    if (n < 0 && (errno == EPIPE || errno == ECONNRESET)) return;
    if (n < 0) throw HttpFailure("sending to " + authority() + " failed: " + std::strerror(errno));
    sent += static_cast<std::size_t>(n);
  }
}

bool HttpClient::receive() {
  std::array<char, 16384> bytes;
  while (true) {
    const auto n = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw HttpFailure(authority() + " did not answer in time");
    if (n <= 0) return false;
    received_.append(bytes.data(), static_cast<std::size_t>(n));
    return true;
  }
}

std::string HttpClient::take(std::size_t size) {
  while (received_.size() < size) {
    if (!receive()) throw HttpFailure(authority() + " closed in the middle of an answer");
  }
  std::string taken = received_.substr(0, size);
  received_.erase(0, size);
  return taken;
}

std::string HttpClient::take_line() {
  std::size_t end;
  while ((end = received_.find("\r\n")) == std::string::npos) {
    if (received_.size() > kLongestLine) throw HttpFailure(authority() + " sent a line without end");
    if (!receive()) throw HttpFailure(authority() + " closed in the middle of an answer");
  }
  std::string line = take(end);
  take(2);
  return line;
}

HttpReply HttpClient::read_reply(bool bodiless) {
  if (received_.empty() && !receive()) throw StaleConnection{};
  const std::string status_line = take_line();
  if (!status_line.starts_with("HTTP/1.") || status_line.size() < 12) {
    throw HttpFailure(authority() + " did not answer in HTTP/1.1");
  }
  HttpReply reply;
  reply.status = static_cast<int>(number_in(std::string_view(status_line).substr(9, 3), 10));
  for (std::string line = take_line(); !line.empty(); line = take_line()) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) throw HttpFailure(authority() + " sent a malformed header");
    const std::string value(trimmed(std::string_view(line).substr(colon + 1)));
    auto [at, is_new] = reply.headers.emplace(lower_case(line.substr(0, colon)), value);
    if (!is_new) at->second += ", " + value;
  }
  if (reply.status < 200) return read_reply(bodiless);
  if (bodiless || reply.status == 204 || reply.status == 304) return reply;
  if (lower_case(reply.header("transfer-encoding").value_or("")) == "chunked") {
    reply.body = read_chunks();
  } else if (const auto length = reply.header("content-length")) {
    reply.body = take(number_in(*length, 10));
  } else {
    while (received_.size() <= kLargestBody && receive()) {
    }
    reply.body = std::exchange(received_, {});
    reply.headers["connection"] = "close";
  }
  return reply;
}

std::string HttpClient::read_chunks() {
  std::string body;
  while (true) {
    const std::string line = take_line();
    const std::size_t size = number_in(trimmed(std::string_view(line).substr(0, line.find(';'))), 16);
    if (size == 0) break;
    if (body.size() + size > kLargestBody) throw HttpFailure(authority() + " sent too much");
    body += take(size);
    if (!take_line().empty()) throw HttpFailure(authority() + " sent a malformed chunk");
  }
  while (!take_line().empty()) {
  }
  return body;
}

HttpReply HttpClient::request(const std::string& method, const std::string& path, const HttpHeaders& headers,
                              const std::string& body) {
  std::string message = method + " " + path + " HTTP/1.1\r\n";
  if (!has(headers, "host")) add(message, "Host", authority());
  for (const auto& [name, value] : headers) add(message, name, value);
  if (!body.empty() && !has(headers, "content-type")) add(message, "Content-Type", "application/json");
  if (!body.empty() || (method != "GET" && method != "HEAD"))
    add(message, "Content-Length", std::to_string(body.size()));
  message += "\r\n" + body;

  for (bool again = socket_ >= 0;; again = false) {
    if (socket_ < 0) connect();
    try {
      send_all(message);
      HttpReply reply = read_reply(method == "HEAD");
      if (lower_case(reply.header("connection").value_or("")) == "close") close();
      return reply;
    } catch (const StaleConnection&) {
      close();
      if (!again) throw HttpFailure(authority() + " closed without an answer");
    } catch (...) {
      close();
      throw;
    }
  }
}

}  // namespace vinhdanh
