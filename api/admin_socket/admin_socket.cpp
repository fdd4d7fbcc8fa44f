// The listening end and the asking end.
#include "api/admin_socket/admin_socket.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace vinhdanh {
namespace {

constexpr int patience = 10;           // seconds
constexpr int patience_for_work = 600;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("the socket for administrators: " + what + ": " + std::strerror(errno));
}

bool is_welcome(int peer) {
  ucred who{};
  socklen_t size = sizeof who;
  return getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && (who.uid == geteuid() || who.uid == 0);
}

}  // namespace

AdminSocket::AdminSocket(const std::filesystem::path& folder, std::function<std::string(const std::string&)> answer)
    : file_(folder),
      answer_(std::move(answer)),
      listener_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      ending_(eventfd(0, EFD_CLOEXEC)) {
  if (!file_.is_there() || !listener_ || !ending_) fail("cannot be made");
  const std::string path = file_.path();
  unlink(path.c_str());
  const auto* address = reinterpret_cast<const sockaddr*>(&file_.address());
  if (bind(listener_.get(), address, sizeof(sockaddr_un)) != 0) fail("cannot be bound");
  // Nobody is heard before it listens, so there is no moment at which others could come in.
  if (chmod(path.c_str(), 0600) != 0 || listen(listener_.get(), 8) != 0) fail("cannot be opened");
  thread_ = std::thread([this] { serve(); });
}

AdminSocket::~AdminSocket() {
  const std::uint64_t one = 1;
  if (write(ending_.get(), &one, sizeof one) == sizeof one) thread_.join();
  unlink(file_.path().c_str());
}

void AdminSocket::serve() {
  for (;;) {
    pollfd waits[2] = {{listener_.get(), POLLIN, 0}, {ending_.get(), POLLIN, 0}};
    if (poll(waits, 2, -1) < 0 && errno != EINTR) return;
    if ((waits[1].revents & POLLIN) != 0) return;
    if ((waits[0].revents & POLLIN) == 0) continue;
    const Descriptor peer(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (peer && is_welcome(peer.get())) talk(peer.get());
  }
}

void AdminSocket::talk(int peer) const {
  limit_waiting(peer, patience);
  const std::string message = read_message(peer);
  if (!message.empty()) write_message(peer, answer_(message));
}

std::optional<std::string> ask_admin_socket(const std::filesystem::path& folder, const std::string& message, bool& heard) {
  heard = false;
  const SocketFile file(folder);
  const Descriptor peer(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!file.is_there() || !peer) return std::nullopt;
  const auto* address = reinterpret_cast<const sockaddr*>(&file.address());
  if (connect(peer.get(), address, sizeof(sockaddr_un)) != 0) return std::nullopt;
  limit_waiting(peer.get(), patience_for_work);
  if (!write_message(peer.get(), message)) return std::nullopt;
  heard = true;
  std::string answer = read_message(peer.get());
  if (answer.empty()) return std::nullopt;
  return answer;
}

}  // namespace vinhdanh
