// A sync that fails leaves the outcome open: nothing more is written, nothing is synced again, and the key settles it.
#include <cerrno>
#include <chrono>
#include <fstream>
#include <thread>

#include "tests/adapters/support/homes.hpp"
#include "tests/faults/faulty_server.hpp"
#include "tests/faults/small_work.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// The program writes of its own within a second or two of what caused it (notices, counts of the access log); the next
/// sync after that is the command's.
void let_it_rest() { std::this_thread::sleep_for(std::chrono::seconds(3)); }

bool verified(const FaultyServer& server) {
  return run_program({VINHDANH_BINARY, "verify", "--data", server.data().string()}).exit == 0;
}

/// The log's header, with the salts of its generation.
std::string first_bytes(const std::filesystem::path& file) {
  std::string bytes(32, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace

TEST_CASE("the log cannot be synced: the outcome is unknown, and after a restart the key settles it", "[sync]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  const std::string before = id_in(server.send(work.submission("before")));
  let_it_rest();
  server.fail({.kinds = kind::sync, .error = EIO, .for_ever = true, .part = "-wal"});
  const HttpReply open = server.send(work.submission("open"));
  CHECK(open.status == 503);
  CHECK(code_of(open) == "outcome_unknown");
  for (int i = 0; i < 4; ++i) {
    const HttpReply refused = server.send(work.submission("later"));
    CHECK(refused.status == 503);
    CHECK(code_of(refused) == "storage_unavailable");
  }
  CHECK(server.send(work.look(before)).status == 200);
  CHECK_FALSE(server.ready());
  CHECK(server.sound() == 1);  // never synced again
  CHECK(code_of(server.send(work.submission("later"))) == "storage_unavailable");

  server.restart();
  CHECK(server.ready());
  const HttpReply settled = server.send(work.submission("open"));
  CHECK(settled.status == 201);
  CHECK(server.send(work.submission("open")).body == settled.body);
  CHECK(server.send(work.submission("later")).status == 201);
  CHECK(work.submissions() == 3);
  CHECK(server.stop() == 0);
  CHECK(verified(server));
}

TEST_CASE("a log that was left unsynced is made durable before anything is built on it", "[sync]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  let_it_rest();
  server.fail({.kinds = kind::sync, .error = EIO, .part = "-wal"});
  CHECK(code_of(server.send(work.submission("open"))) == "outcome_unknown");
  server.sound();
  const auto held = std::filesystem::file_size(server.data() / "vinhdanh.db-wal");
  const auto log_begins = first_bytes(server.data() / "vinhdanh.db-wal");
  CHECK(held > 0);
  server.restart();
  // Whatever the log held is in the main file, synced, and the log is empty or begun anew by the server's own first writes.
  CHECK(std::filesystem::file_size(server.data() / "vinhdanh.db-wal") < held);
  CHECK(first_bytes(server.data() / "vinhdanh.db-wal") != log_begins);
  CHECK(server.send(work.submission("open")).status == 201);
  CHECK(work.submissions() == 1);
}

TEST_CASE("the main file cannot be synced when the log is brought over: what was acknowledged stays", "[sync]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  server.restart();  // on an empty log, however much was written when the folder was made
  server.fail({.kinds = kind::sync, .error = EIO, .for_ever = true, .part = "vinhdanh.db", .not_part = "-wal"});
  int done = 0;
  HttpReply last;
  for (; done < 1000; ++done) {
    last = server.send(work.submission("key-" + std::to_string(done)));
    if (last.status != 201) break;
  }
  CHECK(done > 10);
  CHECK(code_of(last) == "storage_unavailable");
  CHECK_FALSE(server.ready());
  CHECK(server.sound() == 1);
  server.restart();
  for (int i = 0; i <= done; ++i) CHECK(server.send(work.submission("key-" + std::to_string(i))).status == 201);
  CHECK(server.stop() == 0);
  CHECK(verified(server));
}

TEST_CASE("a paper cannot be synced: nothing was recorded, and the next try works without a restart", "[sync]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  const std::string submission = id_in(server.send(work.submission("one")));
  const Sent letter = work.letter(submission);
  for (int pass = 0; pass < 5; ++pass) {  // its folders, its bytes, its name
    server.fail({.kinds = kind::sync, .error = EIO, .pass = pass, .part = "/papers"});
    const HttpReply refused = server.send(letter);
    const int failed = server.sound();
    if (failed == 0) {
      CHECK(refused.status == 200);
      break;
    }
    CHECK(refused.status == 503);
    CHECK(code_of(refused) == "storage_unavailable");
    CHECK(server.ready());
  }
  CHECK(server.send(letter).status != 503);
  CHECK(server.stop() == 0);
  CHECK(verified(server));
}

TEST_CASE("a server does not start on a log that it cannot make durable", "[sync]") {
  const TemporaryFolder home;
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  CHECK(server.send(work.submission("one")).status == 201);
  server.kill();
  server.fail({.kinds = kind::sync, .error = EIO, .for_ever = true});
  CHECK(server.exit_of_start() == 3);
  server.sound();
  server.restart();
  CHECK(server.send(work.submission("one")).status == 201);
  CHECK(work.submissions() == 1);
}
