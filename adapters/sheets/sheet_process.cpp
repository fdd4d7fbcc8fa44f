// Between fork and exec only what a signal handler may do: other threads of the server may hold any lock.
#include "adapters/sheets/sheet_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <iterator>

#include "adapters/files/descriptor.hpp"
#include "adapters/sheets/read_sheet.hpp"

namespace vinhdanh {
namespace {

using SheetTime = std::chrono::steady_clock;
constexpr int asked_every = 100;  // milliseconds between two looks at whether it is given up

void limit_to(int what, std::size_t most) {
  const rlimit limit{most, most};
  setrlimit(what, &limit);
}

[[noreturn]] void become(const char* program, char* const* arguments, int input, int output, const SheetProcessLimits& limits) {
  char* const environment[] = {nullptr};
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setpgid(0, 0);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(nowhere, 2) < 0 || close_range(3, ~0U, 0) != 0) _exit(71);
  limit_to(RLIMIT_CPU, static_cast<std::size_t>(limits.cpu_seconds));
  limit_to(RLIMIT_FSIZE, 0);
  limit_to(RLIMIT_NOFILE, 16);
  limit_to(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__  // ASan takes terabytes of addresses
  limit_to(RLIMIT_DATA, limits.memory);
  limit_to(RLIMIT_AS, limits.addresses);
#endif
  execve(program, arguments, environment);
  _exit(72);
}

/// The process until it has been waited for: nobody else gets its id.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { (void)end(); }
  /// Kills it unless it has ended by itself; how it ended.
  int end() {
    if (pid_ <= 0) return status_;
    kill(pid_, SIGKILL);
    return wait();
  }
  /// Waits for its end, until then at most.
  int end_until(SheetTime::time_point until) {
    const Descriptor handle(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - SheetTime::now()).count();
    pollfd waiting{handle.get(), POLLIN, 0};
    if (handle && left > 0 && poll(&waiting, 1, static_cast<int>(left)) == 1) return wait();
    return end();
  }

 private:
  int wait() {
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
    }
    pid_ = 0;
    return status_;
  }

  pid_t pid_;
  int status_ = 0;
};

/// The bytes as a file in memory that the other side can read and nobody change.
Descriptor file_of(const std::string& bytes) {
  Descriptor file(memfd_create("sheet", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  for (std::size_t written = 0; file.get() >= 0 && written < bytes.size();) {
    const ssize_t some = write(file.get(), bytes.data() + written, bytes.size() - written);
    if (some < 0 && errno == EINTR) continue;
    if (some <= 0) return Descriptor(-1);
    written += static_cast<std::size_t>(some);
  }
  if (file.get() < 0 || lseek(file.get(), 0, SEEK_SET) != 0) return Descriptor(-1);
  fcntl(file.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW);
  return file;
}

enum class Heard { all, too_long, too_much, given_up };

Heard hear(int output, std::string& said, const SheetProcessLimits& limits, SheetTime::time_point until,
           const SheetProcess::SheetGivenUp& given_up) {
  char some[64 << 10];
  while (true) {
    if (given_up && given_up()) return Heard::given_up;
    if (SheetTime::now() >= until) return Heard::too_long;
    pollfd waiting{output, POLLIN, 0};
    if (poll(&waiting, 1, asked_every) <= 0) continue;
    const ssize_t got = read(output, some, sizeof some);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return Heard::all;
    said.append(some, static_cast<std::size_t>(got));
    if (said.size() > limits.output) return Heard::too_much;
  }
}

bool passed_limit(int status) {
  return WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
}

/// What `answer_as_sheet_process` ends with when memory ran out.
constexpr int out_of_memory = 73;

SheetFault fault_of_end(int status) {
  if (passed_limit(status) || (WIFEXITED(status) && WEXITSTATUS(status) == out_of_memory)) return {"sheet_too_costly", ""};
  return {"sheet_reader_failed", ""};
}

}  // namespace

SheetProcess::SheetProcess(std::filesystem::path program, std::vector<std::string> arguments, SheetProcessLimits limits)
    : program_(std::move(program)), arguments_(std::move(arguments)), limits_(limits) {}

SheetRead SheetProcess::read(const std::string& bytes, const SheetGivenUp& given_up) const {
  const Descriptor input = file_of(bytes);
  int ends[2];
  if (input.get() < 0 || pipe2(ends, O_CLOEXEC) != 0) return SheetFault{"sheet_reader_failed", ""};
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  std::string name = program_.string();
  std::vector<std::string> words = arguments_;
  std::vector<char*> arguments{name.data()};
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t pid = fork();
  if (pid == 0) become(name.c_str(), arguments.data(), input.get(), to.get(), limits_);
  if (pid < 0) return SheetFault{"sheet_reader_failed", ""};
  Child child(pid);
  to = Descriptor(-1);
  std::string said;
  const auto until = SheetTime::now() + std::chrono::milliseconds(limits_.milliseconds);
  switch (hear(from.get(), said, limits_, until, given_up)) {
    case Heard::given_up: return SheetFault{"sheet_given_up", ""};
    case Heard::too_long:
    case Heard::too_much: return SheetFault{"sheet_too_costly", ""};
    case Heard::all: break;
  }
  const int status = child.end_until(until);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return fault_of_end(status);
  return sheet_of_lines(said).value_or(SheetFault{"sheet_reader_failed", ""});
}

int answer_as_sheet_process() {
#ifndef __SANITIZE_ADDRESS__  // at the end LSan looks through /proc
  limit_to(RLIMIT_NOFILE, 3);  // what is open stays; no file and no socket can be opened any more
#endif
  try {
    std::string bytes;
    bytes.reserve(kLargestSheet + 1);
    bytes.append(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    write_sheet_lines(read_sheet(bytes), std::cout);
    std::cout << std::flush;
    return std::cout ? 0 : 74;
  } catch (const std::bad_alloc&) {
    return out_of_memory;
  }
}

}  // namespace vinhdanh
