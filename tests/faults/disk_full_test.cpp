// The disk is full: writes are refused with 503, reads go on, and when there is room again so do writes, without a restart.
#include <sys/mount.h>

#include <cerrno>
#include <fstream>
#include <functional>

#include "tests/adapters/support/homes.hpp"
#include "tests/faults/faulty_server.hpp"
#include "tests/faults/small_work.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/not_run.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

bool is_honest(const std::string& code) { return code == "storage_unavailable" || code == "outcome_unknown"; }

/// Writes are refused while the disk is full, reads are not; then each key has had one effect.
void check_full_and_free(FaultyServer& server, SmallWork& work, const std::function<void()>& fill,
                         const std::function<void()>& clear) {
  const std::string before = id_in(server.send(work.submission("before")));
  const Sent letter = work.letter(before);
  server.restart();  // with an empty log, which must grow for whatever comes
  fill();
  int refused = 0;
  for (int i = 0; i < 8; ++i) {
    const HttpReply reply = server.send(work.submission("full-" + std::to_string(i)));
    if (reply.status == 201) continue;  // the last room there was
    ++refused;
    INFO(reply.body);
    CHECK(reply.status == 503);
    CHECK(is_honest(code_of(reply)));
    CHECK(server.send(work.look(before)).status == 200);
  }
  CHECK(refused >= 4);
  const HttpReply paper = server.send(letter);
  CHECK(paper.status == 503);
  CHECK(code_of(paper) == "storage_unavailable");
  clear();
  CHECK(server.ready());
  for (int i = 0; i < 8; ++i) CHECK(server.send(work.submission("full-" + std::to_string(i))).status == 201);
  CHECK(server.send(letter).status == 200);
  CHECK(work.submissions() == 9);
  CHECK(server.stop() == 0);
  CHECK(run_program({VINHDANH_BINARY, "verify", "--data", server.data().string()}).exit == 0);
}

/// A small file system of its own, where this is permitted.
class SmallDisk {
 public:
  explicit SmallDisk(const std::filesystem::path& at) : at_(at) {
    std::filesystem::create_directory(at_);
    mounted_ = mount("tmpfs", at_.c_str(), "tmpfs", 0, "size=24m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(at_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool mounted() const { return mounted_; }

 private:
  std::filesystem::path at_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("a disk that is full: 503, reads go on, and it recovers without a restart", "[full]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  const int kinds = kind::changes & ~kind::sync;
  check_full_and_free(
      server, work, [&] { server.fail({.kinds = kinds, .error = ENOSPC, .for_ever = true}); }, [&] { server.sound(); });
}

TEST_CASE("a file of which the disk says that it may not grow: the same", "[full]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  check_full_and_free(
      server, work, [&] { server.fail({.kinds = kind::write, .error = EFBIG, .for_ever = true}); },
      [&] { server.sound(); });
}

TEST_CASE("a file that the kernel lets grow no further, and writes in part: the same", "[full]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  constexpr int within_a_page_and_a_paper = 100;
  check_full_and_free(
      server, work, [&] { server.limit_files(within_a_page_and_a_paper); }, [&] { server.limit_files(std::nullopt); });
}

TEST_CASE("a small file system that is really full: the same", "[full]") {
  const TemporaryFolder home;
  const SmallDisk disk(home.path() / "small");
  if (!disk.mounted()) {
    NOT_RUN("mounting is not permitted; a file that the kernel lets grow no further is tested all the same");
    return;
  }
  const auto filler = home.path() / "small" / "filler";
  FaultyServer server(home.path() / "small" / "data");
  SmallWork work(server);
  check_full_and_free(
      server, work,
      [&] {
        std::ofstream file(filler, std::ios::binary);
        while (file.write(std::string(4096, 'x').data(), 4096).flush()) {
        }
      },
      [&] { std::filesystem::remove(filler); });
}
