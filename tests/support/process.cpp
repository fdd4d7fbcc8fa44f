// posix_spawn with both outputs in files, so that no pipe can fill up.
#include "tests/support/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace vinhdanh::test {
namespace {

using namespace std::chrono_literals;

std::filesystem::path new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vinhdanh-process-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  return pattern;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The test runner may ignore or block signals; a program started from a shell does not.
void usual_signals(posix_spawnattr_t& attributes) {
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  for (const int one : {SIGINT, SIGTERM, SIGPIPE}) sigaddset(&signals, one);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

}  // namespace

Process::Process(const std::vector<std::string>& command) : folder_(new_folder()) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, (folder_ / "out").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawn_file_actions_addopen(&files, 2, (folder_ / "err").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  usual_signals(attributes);
  const int fault = posix_spawn(&pid_, command.at(0).c_str(), &files, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (fault == 0) return;
  std::filesystem::remove_all(folder_);
  throw std::runtime_error(command.at(0) + " could not be started");
}

Process::~Process() {
  if (!ended()) {
    signal(SIGKILL);
    waitpid(pid_, &status_, 0);
  }
  std::error_code none;
  std::filesystem::remove_all(folder_, none);
}

bool Process::ended() {
  if (!reaped_) reaped_ = waitpid(pid_, &status_, WNOHANG) == pid_;
  return reaped_;
}

void Process::signal(int number) const {
  if (!reaped_) kill(pid_, number);
}

std::string Process::first_line() {
  for (const auto deadline = std::chrono::steady_clock::now() + 60s; std::chrono::steady_clock::now() < deadline;) {
    const bool last_look = ended();
    const std::string text = text_of(folder_ / "out");
    if (const auto end = text.find('\n'); end != std::string::npos) return text.substr(0, end);
    if (last_look) break;
    std::this_thread::sleep_for(5ms);
  }
  throw std::runtime_error("the program printed no line; it said: " + text_of(folder_ / "err"));
}

Ended Process::wait() {
  for (const auto deadline = std::chrono::steady_clock::now() + 300s; !ended();) {
    if (std::chrono::steady_clock::now() > deadline) signal(SIGKILL);
    std::this_thread::sleep_for(2ms);
  }
  const int exit = WIFSIGNALED(status_) ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_);
  return {exit, text_of(folder_ / "out"), text_of(folder_ / "err")};
}

Ended run_program(const std::vector<std::string>& command) { return Process(command).wait(); }

}  // namespace vinhdanh::test
