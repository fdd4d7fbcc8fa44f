/// A program that is started and ended by the measurements; its standard output is read line by line.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace vinhdanh::bench {

class Child {
 public:
  /// `words` is the program's path and its arguments. Throws std::runtime_error when it can't be started.
  explicit Child(std::vector<std::string> words);
  ~Child();  ///< SIGTERM, and waits
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// The next line; throws std::runtime_error when the program ended before.
  std::string line();
  [[nodiscard]] double resident_mb() const;
  /// Processor time so far, in seconds.
  [[nodiscard]] double cpu() const;

 private:
  pid_t pid_ = 0;
  int output_ = -1;
};

}  // namespace vinhdanh::bench
