// As many listeners as a province has screens open, on one node.
#include <sys/resource.h>

#include <iostream>
#include <memory>

#include "tests/api/battery/house_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/not_run.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

constexpr int listeners = 1500;
constexpr rlim_t descriptors = 2 * listeners + 200;  // both ends of each connection are ours

bool room_for_descriptors() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur >= descriptors) return true;
  if (limit.rlim_max < descriptors) return false;
  limit.rlim_cur = descriptors;
  return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

}  // namespace

TEST_CASE("fifteen hundred listeners on one node hear of an act, and others are served meanwhile", "[live]") {
  if (!room_for_descriptors()) {
    NOT_RUN("a process may not open as many files");
    return;
  }
  HouseServer server;
  Province& p = server.house;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  const std::vector<std::string> tokens{p.head(), p.clerk(), p.officer(), p.auditor()};

  const auto before = resident();
  std::vector<std::unique_ptr<RawSocket>> all;
  for (int i = 0; i < listeners; ++i) {
    all.push_back(std::make_unique<RawSocket>(server.port()));
    all.back()->send(server.request("GET", "/v1/events", {bearer(tokens[static_cast<std::size_t>(i) % tokens.size()])}));
    REQUIRE(all.back()->answer(std::chrono::seconds(10))->status == 200);
  }
  CHECK(p.live->listeners() == listeners);
  p.submit(dossier);
  CHECK(server.alive());
  int heard = 0;
  for (const auto& socket : all)
    heard += socket->text_until("\"type\":\"dossier_submitted\"", std::chrono::seconds(30)) ? 1 : 0;
  CHECK(heard == listeners);
  std::cout << listeners << " listeners in " << (resident() - before) / 1024 << " KiB, both ends of each connection counted\n";
}
