// Secrets without echo, and files.
#include "api/cli/console.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "adapters/files/small_file.hpp"

namespace vinhdanh {
namespace {

/// Keeps what is typed off the screen while it lives.
class NoEcho {
 public:
  NoEcho() : on_terminal_(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!on_terminal_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~NoEcho() {
    if (!on_terminal_) return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << std::endl;
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  [[nodiscard]] bool on_terminal() const { return on_terminal_; }

 private:
  termios before_{};
  bool on_terminal_;
};

}  // namespace

std::optional<std::string> Console::secret(const std::string& prompt) {
  if (used_ < secrets_.size()) return secrets_[used_++];
  if (house_ != nullptr) throw Needed{"secret", prompt};
  const NoEcho quiet;
  if (quiet.on_terminal()) std::cerr << prompt << ": " << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  secrets_.push_back(line);
  ++used_;
  return line;
}

std::optional<std::string> Console::file(const std::string& path) {
  const auto known = files_.find(path);
  if (known != files_.end()) return known->second;
  if (house_ != nullptr) throw Needed{"file", path};
  auto bytes = bytes_of_file(path);
  if (bytes) files_[path] = *bytes;
  return bytes;
}

}  // namespace vinhdanh
