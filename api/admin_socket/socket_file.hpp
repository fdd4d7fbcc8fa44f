/// The unix socket of a data folder, by a path that is never too long.
#pragma once

#include <sys/un.h>

#include <filesystem>
#include <string>

#include "adapters/files/descriptor.hpp"

namespace vinhdanh {

inline constexpr auto admin_socket_name = "admin.sock";
/// The largest message either way: a paper of 20 MiB in base64 and some words.
inline constexpr std::size_t longest_admin_message = 32u << 20;

/// A socket's address holds 107 bytes, a folder's path may be longer: it is named through an open folder.
class SocketFile {
 public:
  explicit SocketFile(const std::filesystem::path& folder);
  [[nodiscard]] bool is_there() const { return static_cast<bool>(folder_); }
  [[nodiscard]] const sockaddr_un& address() const { return address_; }
  [[nodiscard]] std::string path() const { return address_.sun_path; }

 private:
  Descriptor folder_;
  sockaddr_un address_{};
};

/// Gives up after `seconds` without a byte.
void limit_waiting(int socket, int seconds);
/// All that comes until the other end has said everything; empty when it is cut off, too long or too slow.
std::string read_message(int socket);
bool write_message(int socket, const std::string& text);

}  // namespace vinhdanh
