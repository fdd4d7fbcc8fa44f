// As much of an HTTP/1.1 server as our own client needs.
#include "tests/faults/go_between.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <optional>
#include <sstream>
#include <stdexcept>

#include "api/http/header_syntax.hpp"

namespace vinhdanh::test {
namespace {

/// Bytes up to and with `end`, or so many after it; nothing when the other side has closed.
class Incoming {
 public:
  explicit Incoming(int socket) : socket_(socket) {}
  std::optional<std::string> until(const std::string& end) {
    std::size_t at = 0;
    while ((at = received_.find(end)) == std::string::npos) {
      if (!more()) return std::nullopt;
    }
    return take(at + end.size());
  }
  std::string exactly(std::size_t size) {
    while (received_.size() < size && more()) {
    }
    return take(size);
  }

 private:
  bool more() {
    char part[16384];
    const auto n = recv(socket_, part, sizeof part, 0);
    if (n > 0) received_.append(part, static_cast<std::size_t>(n));
    return n > 0;
  }
  std::string take(std::size_t size) {
    std::string taken = received_.substr(0, size);
    received_.erase(0, size);
    return taken;
  }
  int socket_;
  std::string received_;
};

std::optional<Sent> next_request(Incoming& in) {
  const auto head = in.until("\r\n\r\n");
  if (!head) return std::nullopt;
  std::istringstream lines(*head);
  Sent sent;
  std::string rest;
  lines >> sent.method >> sent.path;
  std::getline(lines, rest);
  std::size_t length = 0;
  for (std::string line; std::getline(lines, line) && line != "\r";) {
    const auto colon = line.find(':');
    const std::string name = line.substr(0, colon);
    const std::string value = line.substr(colon + 2, line.size() - colon - 3);
    const std::string lower = lower_case(name);
    if (lower == "content-length") length = std::stoul(value);
    else if (lower != "host" && lower != "connection") sent.headers.emplace_back(name, value);
  }
  sent.body = in.exactly(length);
  return sent;
}

std::string text_of(const HttpReply& reply) {
  std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " -\r\n";
  for (const auto& [name, value] : reply.headers) {
    if (name != "content-length" && name != "transfer-encoding" && name != "connection")
      text += name + ": " + value + "\r\n";
  }
  return text + "content-length: " + std::to_string(reply.body.size()) + "\r\n\r\n" + reply.body;
}

}  // namespace

GoBetween::GoBetween(Exchange exchange) : exchange_(std::move(exchange)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 8) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no port on loopback");
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this] { run(); });
}

GoBetween::~GoBetween() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void GoBetween::run() {
  for (int connection; (connection = accept(listener_, nullptr, nullptr)) >= 0;) {
    serve(connection);
    close(connection);
  }
}

void GoBetween::serve(int connection) {
  Incoming in(connection);
  while (const auto sent = next_request(in)) {
    HttpReply reply;
    try {
      reply = exchange_(*sent);
    } catch (const std::exception& e) {
      reply = {599, {}, e.what()};
    }
    const std::string text = text_of(reply);
    for (std::size_t at = 0; at < text.size();) {
      const auto n = ::send(connection, text.data() + at, text.size() - at, MSG_NOSIGNAL);
      if (n <= 0) return;
      at += static_cast<std::size_t>(n);
    }
  }
}

}  // namespace vinhdanh::test
