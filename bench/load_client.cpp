// Sockets and epoll; just enough HTTP to find the end of an answer.
#include "bench/load_client.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "bench/measure.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::string_view kGood = "HTTP/1.1 200";
constexpr std::string_view kLength = "\r\nContent-Length: ";

int connected(unsigned short port) {
  const int made = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("cannot connect");
  return made;
}

}  // namespace

LoadClient::LoadClient(unsigned short port, std::size_t connections) : connections_(connections), poll_(epoll_create1(0)) {
  for (std::size_t i = 0; i < connections; ++i) {
    connections_[i].socket = connected(port);
    epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
    epoll_ctl(poll_, EPOLL_CTL_ADD, connections_[i].socket, &event);
  }
}

LoadClient::~LoadClient() {
  for (const Connection& connection : connections_) close(connection.socket);
  close(poll_);
}

bool LoadClient::start_next(Connection& connection, const std::vector<std::string>& requests) {
  if (sent_ == requests.size()) return false;
  const std::string& request = requests[sent_++];
  // A request fits the socket's buffer, so one call takes all of it.
  if (send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
    throw std::runtime_error("a request was not sent whole");
  return true;
}

/// True when a whole answer is there; it is then taken away.
bool LoadClient::take_answer(Connection& connection) {
  std::array<char, 65'536> buffer;
  const ssize_t got = recv(connection.socket, buffer.data(), buffer.size(), 0);
  if (got <= 0) throw std::runtime_error("the server closed a connection");
  std::string& text = connection.received;
  text.append(buffer.data(), static_cast<std::size_t>(got));
  const auto head = text.find("\r\n\r\n");
  const auto length = text.find(kLength);
  if (head == std::string::npos || length > head) return false;
  std::size_t body = 0;
  std::from_chars(text.data() + length + kLength.size(), text.data() + head, body);
  if (text.size() < head + 4 + body) return false;
  if (!text.starts_with(kGood)) throw std::runtime_error("answered: " + text);
  text.clear();
  return true;
}

double LoadClient::send_all(const std::vector<std::string>& requests) {
  const double before = thread_cpu();
  sent_ = 0;
  std::size_t waiting = 0;
  for (Connection& connection : connections_) waiting += start_next(connection, requests) ? 1 : 0;
  std::array<epoll_event, 64> events;
  while (waiting > 0) {
    const int ready = epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
    for (int i = 0; i < ready; ++i) {
      Connection& connection = connections_[events[static_cast<std::size_t>(i)].data.u64];
      if (take_answer(connection) && !start_next(connection, requests)) --waiting;
    }
  }
  return thread_cpu() - before;
}

}  // namespace vinhdanh::bench
