/// Programs that a test runs: to their end, or beside it until they are told to stop or killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace vinhdanh::test {

/// How a program ended. `exit` is its exit code, or 128 and the signal that ended it, as a shell says it.
struct Ended {
  int exit = -1;
  std::string out;
  std::string err;
};

/// A running program; its output goes to files of its own. Killed when this goes.
class Process {
 public:
  /// `command` begins with the path of the program. Throws std::runtime_error when it can't be started.
  explicit Process(const std::vector<std::string>& command);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  /// Waits for the first line it prints; throws with its error output when it ends, or a minute passes, without one.
  std::string first_line();
  void signal(int number) const;
  /// Waits for its end. After two minutes it is killed, and the exit says so.
  Ended wait();

 private:
  bool ended();

  std::filesystem::path folder_;
  pid_t pid_ = -1;
  int status_ = 0;
  bool reaped_ = false;
};

/// Runs a program to its end.
Ended run_program(const std::vector<std::string>& command);

}  // namespace vinhdanh::test
