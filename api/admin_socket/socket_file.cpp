// Addresses, and messages that end where the sender stops.
#include "api/admin_socket/socket_file.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace vinhdanh {

SocketFile::SocketFile(const std::filesystem::path& folder)
    : folder_(open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
  address_.sun_family = AF_UNIX;
  const std::string path = "/proc/self/fd/" + std::to_string(folder_.get()) + "/" + admin_socket_name;
  std::memcpy(address_.sun_path, path.c_str(), path.size() + 1);
}

void limit_waiting(int socket, int seconds) {
  const timeval limit{seconds, 0};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

std::string read_message(int socket) {
  std::string text;
  std::array<char, 16384> block;
  for (;;) {
    const ssize_t n = recv(socket, block.data(), block.size(), 0);
    if (n == 0) return text;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 || text.size() + static_cast<std::size_t>(n) > longest_admin_message) return {};
    text.append(block.data(), static_cast<std::size_t>(n));
  }
}

bool write_message(int socket, const std::string& text) {
  std::size_t sent = 0;
  while (sent < text.size()) {
    const ssize_t n = send(socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) sent += static_cast<std::size_t>(n);
  }
  return shutdown(socket, SHUT_WR) == 0;
}

}  // namespace vinhdanh
