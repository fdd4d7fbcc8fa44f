// What a fresh server keeps resident before anybody signs in.
#include <chrono>
#include <thread>

#include "bench/child.hpp"
#include "bench/folder.hpp"
#include "bench/rows.hpp"

namespace vinhdanh::bench {

std::vector<Row> measure_memory(bool) {
  const Folder folder("memory");
  Child server({VINHDANH_BINARY, "serve", "--data", (folder.path() / "data").string(), "--listen", "127.0.0.1:0"});
  server.line();
  const Child idle({"/bin/sleep", "60"});
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  return {{"memory_before_sign_in", server.resident_mb(), "MB", idle.resident_mb(),
           "VmRSS of a fresh `vinhdanh serve` on a new folder, after it says that it serves; floor: a program that "
           "sleeps"}};
}

}  // namespace vinhdanh::bench
