// Raw bytes over loopback, with deadlines.
#include "tests/api/http/raw_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "api/http/header_syntax.hpp"

namespace vinhdanh::testing {

RawSocket::RawSocket(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("the toy server does not accept connections");
  }
}

RawSocket::~RawSocket() { ::close(socket_); }

void RawSocket::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const auto n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) return;
    sent += static_cast<std::size_t>(n);
  }
}

bool RawSocket::receive(std::chrono::steady_clock::time_point until) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
  if (left.count() <= 0) return false;
  pollfd wait{socket_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(left.count())) <= 0) return false;
  std::array<char, 16384> bytes;
  const auto n = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (n <= 0) return false;
  received_.append(bytes.data(), static_cast<std::size_t>(n));
  return true;
}

std::optional<RawAnswer> RawSocket::answer(std::chrono::milliseconds limit, bool head) {
  const auto until = std::chrono::steady_clock::now() + limit;
  std::size_t end;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!receive(until)) return std::nullopt;
  }
  RawAnswer answer;
  answer.status = std::stoi(received_.substr(9, 3));
  for (auto at = received_.find("\r\n") + 2; at < end;) {
    const auto line_end = received_.find("\r\n", at);
    const auto colon = received_.find(':', at);
    answer.headers[lower_case(received_.substr(at, colon - at))] =
        trimmed(received_.substr(colon + 1, line_end - colon - 1));
    at = line_end + 2;
  }
  received_.erase(0, end + 4);
  const std::size_t length = head || answer.status < 200 ? 0 : std::stoul("0" + answer.header("content-length"));
  while (received_.size() < length) {
    if (!receive(until)) return std::nullopt;
  }
  answer.body = received_.substr(0, length);
  received_.erase(0, length);
  return answer;
}

std::optional<std::string> RawSocket::text_until(const std::string& needle, std::chrono::milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  std::size_t at;
  while ((at = received_.find(needle)) == std::string::npos) {
    if (!receive(until)) return std::nullopt;
  }
  auto text = received_.substr(0, at + needle.size());
  received_.erase(0, text.size());
  return text;
}

bool RawSocket::ends(std::chrono::milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  while (receive(until)) {
  }
  received_.clear();
  return closes(std::chrono::milliseconds(0));
}

bool RawSocket::closes(std::chrono::milliseconds limit) {
  if (!received_.empty()) return false;
  pollfd wait{socket_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(limit.count())) <= 0) return false;
  char byte;
  return ::recv(socket_, &byte, 1, 0) <= 0;
}

}  // namespace vinhdanh::testing
