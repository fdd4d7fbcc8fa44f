/// How an administrator's command reaches the server that holds the folder: one message each way over a unix socket.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "api/admin_socket/socket_file.hpp"

namespace vinhdanh {

/// Listens on `FOLDER/admin.sock` (mode 0600) while it lives. Only processes of the same account and root's are heard; one at
/// a time, each for ten seconds at most without a byte.
class AdminSocket {
 public:
  /// `answer` gets a message and gives the one to send back; it is called on a thread of its own and must not throw. The caller
  /// owns the folder: a socket that a killed server left is replaced. Throws std::runtime_error.
  AdminSocket(const std::filesystem::path& folder, std::function<std::string(const std::string&)> answer);
  ~AdminSocket();
  AdminSocket(const AdminSocket&) = delete;
  AdminSocket& operator=(const AdminSocket&) = delete;

 private:
  void serve();
  void talk(int peer) const;

  SocketFile file_;
  std::function<std::string(const std::string&)> answer_;
  Descriptor listener_;
  Descriptor ending_;  ///< readable when it is time to go
  std::thread thread_;
};

/// What the server that holds the folder answers; nothing when none listens, or when it went away without an answer after
/// `heard` became true.
std::optional<std::string> ask_admin_socket(const std::filesystem::path& folder, const std::string& message, bool& heard);

}  // namespace vinhdanh
