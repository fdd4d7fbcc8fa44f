// Starting, reading and ending a program.
#include "bench/child.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <fstream>
#include <stdexcept>

extern char** environ;

namespace vinhdanh::bench {

Child::Child(std::vector<std::string> words) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", 1, 0);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const int fault = posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  output_ = ends[0];
  if (fault != 0) throw std::runtime_error("cannot start " + words.front());
}

Child::~Child() {
  kill(pid_, SIGTERM);
  int status = 0;
  waitpid(pid_, &status, 0);
  close(output_);
}

std::string Child::line() {
  std::string text;
  for (char byte = 0; read(output_, &byte, 1) == 1; text += byte) {
    if (byte == '\n') return text;
  }
  throw std::runtime_error("the program ended, having said: " + text);
}

double Child::resident_mb() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  std::string word;
  while (status >> word) {
    double kilobytes = 0;
    if (word == "VmRSS:" && status >> kilobytes) return kilobytes / 1024;
  }
  throw std::runtime_error("the program is not there any more");
}

double Child::cpu() const {
  clockid_t clock{};
  timespec at{};
  if (clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &at) != 0)
    throw std::runtime_error("the program is not there any more");
  return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
}

}  // namespace vinhdanh::bench
