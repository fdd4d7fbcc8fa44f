// Enough of HTTP/1.1 for requests with Content-Length, over a socket or TLS on it.
#include "tests/support/http_receiver.hpp"

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <sstream>
#include <stdexcept>

namespace vinhdanh::test {

/// One connection; ends when the other side leaves or the test is over.
class HttpReceiver::Wire {
 public:
  struct Over {};

  Wire(int fd, SSL_CTX* tls, const std::atomic<bool>& stopping) : fd_(fd), stopping_(stopping) {
    if (tls == nullptr) return;
    ssl_ = SSL_new(tls);
    SSL_set_fd(ssl_, fd);
    if (SSL_accept(ssl_) != 1) {
      SSL_free(ssl_);
      throw Over{};
    }
  }
  ~Wire() {
    if (ssl_ != nullptr) SSL_free(ssl_);
  }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  std::string until(const std::string& needle) {
    for (;;) {
      if (const auto at = buffer_.find(needle); at != std::string::npos) return take(at + needle.size());
      read();
    }
  }
  std::string exactly(std::size_t count) {
    while (buffer_.size() < count) read();
    return take(count);
  }
  void write(const std::string& text) {
    if (ssl_ != nullptr) (void)!SSL_write(ssl_, text.data(), static_cast<int>(text.size()));
    else (void)!::send(fd_, text.data(), text.size(), MSG_NOSIGNAL);
  }
  [[noreturn]] void keep_silent() {
    for (;;) read();
  }

 private:
  std::string take(std::size_t count) {
    std::string taken = buffer_.substr(0, count);
    buffer_.erase(0, count);
    return taken;
  }
  void read() {
    wait();
    char bytes[4096];
    const auto count = ssl_ != nullptr ? SSL_read(ssl_, bytes, sizeof bytes) : ::recv(fd_, bytes, sizeof bytes, 0);
    if (count <= 0) throw Over{};
    buffer_.append(bytes, static_cast<std::size_t>(count));
  }
  void wait() const {
    if (ssl_ != nullptr && SSL_pending(ssl_) > 0) return;
    while (!stopping_) {
      pollfd it{fd_, POLLIN, 0};
      if (::poll(&it, 1, 20) > 0) return;
    }
    throw Over{};
  }

  int fd_;
  const std::atomic<bool>& stopping_;
  SSL* ssl_ = nullptr;
  std::string buffer_;
};

namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

Received head_of(const std::string& text) {
  Received received;
  std::istringstream lines(text);
  lines >> received.method >> received.target;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "\r") {
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    received.headers[lower(line.substr(0, colon))] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return received;
}

std::string head_of(const Reply& reply) {
  std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " So\r\n";
  for (const auto& [name, value] : reply.headers) head += name + ": " + value + "\r\n";
  const std::size_t promised = reply.body.size() + (reply.manner == Reply::Manner::halfway ? 1 : 0);
  if (reply.status != 204 || promised > 0) head += "Content-Length: " + std::to_string(promised) + "\r\n";
  return head + "\r\n";
}

}  // namespace

HttpReceiver::HttpReceiver(const TlsIdentity* identity) {
  answer(Reply{});
  if (identity != nullptr) {
    tls_ = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate(tls_, identity->certificate());
    SSL_CTX_use_PrivateKey(tls_, identity->key());
  }
  listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(listener_, 64) != 0)
    throw std::runtime_error("no port for the receiver");
  ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { accept_all(); });
}

HttpReceiver::~HttpReceiver() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
  SSL_CTX_free(tls_);
}

void HttpReceiver::answer(std::function<Reply(const Received&)> how) {
  const std::lock_guard lock(mutex_);
  how_ = std::move(how);
}

void HttpReceiver::answer(const Reply& always) {
  answer([always](const Received&) { return always; });
}

std::string HttpReceiver::at(const std::string& host) const {
  return (tls_ != nullptr ? "https://" : "http://") + host + ":" + std::to_string(port_);
}

std::vector<Received> HttpReceiver::received() const {
  const std::lock_guard lock(mutex_);
  return received_;
}

bool HttpReceiver::gets(std::size_t count) const {
  for (int i = 0; i < 1000; ++i) {
    if (received().size() >= count) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

void HttpReceiver::accept_all() {
  while (!stopping_) {
    pollfd it{listener_, POLLIN, 0};
    if (::poll(&it, 1, 20) <= 0) continue;
    const int fd = ::accept(listener_, nullptr, nullptr);
    if (fd < 0) continue;
    ++connections_;
    talks_.emplace_back([this, fd] {
      talk(fd);
      ::close(fd);
    });
  }
  for (std::thread& one : talks_) one.join();
}

void HttpReceiver::talk(int fd) {
  try {
    Wire wire(fd, tls_, stopping_);
    for (;;) {
      Received received = head_of(wire.until("\r\n\r\n"));
      const auto length = received.headers.find("content-length");
      if (length != received.headers.end()) received.body = wire.exactly(std::stoul(length->second));
      most_at_once_ = std::max<int>(most_at_once_, ++now_);
      const Reply reply = take(std::move(received));
      struct Left {
        std::atomic<int>& now;
        ~Left() { --now; }
      } const left{now_};
      if (reply.manner == Reply::Manner::never) wire.keep_silent();
      wire.write(head_of(reply) + reply.body);
      if (reply.manner == Reply::Manner::halfway) wire.keep_silent();
    }
  } catch (const Wire::Over&) {
    // The next one has a connection of its own.
  }
}

Reply HttpReceiver::take(Received received) {
  const std::lock_guard lock(mutex_);
  Reply reply = how_(received);
  received_.push_back(std::move(received));
  return reply;
}

}  // namespace vinhdanh::test
