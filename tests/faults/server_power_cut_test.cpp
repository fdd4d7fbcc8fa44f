// The power goes under the whole server: what was answered is there.
#include <iostream>

#include "tests/adapters/support/homes.hpp"
#include "tests/faults/power.hpp"
#include "tests/faults/small_work.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/rounds.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEST_CASE("a power cut under the whole server: what was answered is there, papers too", "[power]") {
  const TemporaryFolder home;
  const auto seed = seed_or(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  FaultyServer server(home.path() / "data");
  SmallWork work(server);
  std::vector<std::pair<std::string, std::string>> done;  // key, submission
  int cuts = 0;
  for (; cuts < rounds_or(20) / 4; ++cuts) {
    server.kill();
    Recorded folder(server.data(), 0, server.orders());
    server.restart();
    for (auto count = 1 + random() % 6; count > 0; --count) {
      const std::string key = std::to_string(cuts) + "-" + std::to_string(count);
      done.emplace_back(key, id_in(server.send(work.submission(key))));
      REQUIRE(server.send(work.letter(done.back().second)).status == 200);
    }
    server.kill();
    folder.cut(cuts % 2 == 0 ? Loss::all : Loss::some, random);
    server.restart();
    for (const auto& [key, submission] : done) {
      CHECK(id_in(server.send(work.submission(key))) == submission);
      CHECK(server.send(work.look(submission)).body.find("submission_letter") != std::string::npos);
    }
    REQUIRE(run_program({VINHDANH_BINARY, "verify", "--data", server.data().string()}).exit == 0);
  }
  std::cout << "power cuts under the server: " << cuts << ", acknowledged: " << 2 * done.size() << ", lost: 0\n";
}
