/// Who typed a command: somebody at this terminal, or somebody whose words came through a running server's socket.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vinhdanh {

class Installation;

/// A command that came through the socket needs what only the other end can give: a secret or a file's bytes. Nothing has
/// been done yet; it is sent again with it. No std::exception: no command takes it for a fault of its own.
struct Needed {
  std::string what;  ///< "secret" or "file"
  std::string name;  ///< what to ask, or the path as it was typed
};

/// Secrets and files are got through it, once each, so that a command does the same work here and inside the server. Ask for
/// them before anything is committed.
class Console {
 public:
  /// At a terminal. `words` are the arguments without the program's name.
  explicit Console(std::vector<std::string> words) : words_(std::move(words)) {}
  /// Inside the server that holds the folder.
  Console(std::vector<std::string> words, Installation& house, std::vector<std::string> secrets,
          std::map<std::string, std::string> files)
      : words_(std::move(words)), house_(&house), secrets_(std::move(secrets)), files_(std::move(files)) {}

  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  /// The server's, when the command runs inside it.
  [[nodiscard]] Installation* house() const { return house_; }

  /// The next secret: a line without its end, from the terminal without echo or from standard input. Nothing at its end.
  std::optional<std::string> secret(const std::string& prompt);
  /// Nothing when it cannot be read.
  std::optional<std::string> file(const std::string& path);

  [[nodiscard]] const std::vector<std::string>& secrets() const { return secrets_; }
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::vector<std::string> words_;
  Installation* house_ = nullptr;
  std::vector<std::string> secrets_;  ///< those known, in the order in which they are asked for
  std::size_t used_ = 0;
  std::map<std::string, std::string> files_;
};

}  // namespace vinhdanh
