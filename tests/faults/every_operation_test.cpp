// Every command of a journey with its first file operation failing, then its second, and so on until it passes.
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <set>

#include "api/cli/journeys/provinces.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/faults/faulty_server.hpp"
#include "tests/faults/go_between.hpp"
#include "tests/support/rounds.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using journeys::Report;
using journeys::Session;

namespace {

using Walk = void (*)(Session&, Report&);

struct Trial {
  FaultyServer server;
  Failure failure;
  int stride = 1;  ///< every so manieth operation only
  int commands = 0, faults = 0, restarts = 0, deepest = 0;
  std::set<std::string> codes;
  std::vector<std::string> misses;

  explicit Trial(const std::filesystem::path& data, Failure how, int step) : server(data), failure(std::move(how)), stride(step) {}

  HttpReply exchange(const Sent& sent) {
    // The demo's clock is set beside the committer, and no key stands for it.
    if (failure.error == 0 || sent.path == "/v1/demo/clock") return server.send(sent);
    if (sent.method == "GET") return look(sent);
    ++commands;
    const HttpReply reply = until_it_passes(sent);
    if (sent.method == "POST" && reply.status / 100 == 2) check_replayed(sent, reply);
    return reply;
  }

 private:
  /// The program writes of its own too (notices, the access log), and a fault that meets it there closes the store for the
  /// next read that must be noted.
  HttpReply look(const Sent& sent) {
    HttpReply reply = server.send(sent);
    if (reply.status != 503) return reply;
    codes.insert(code_of(reply));
    reopen(sent);
    return server.send(sent);
  }

  HttpReply until_it_passes(const Sent& sent) {
    bool failed_before = false;
    for (int n = commands % stride; n < 3000;) {
      failure.pass = n;
      server.fail(failure);
      HttpReply reply = server.send(sent);
      const int failed = server.sound();
      faults += failed > 0;
      deepest = std::max(deepest, n);
      // A PUT has no key: that it was done is told by the version it asks for being gone.
      if (sent.method == "PUT" && reply.status == 412 && failed_before) reply.status = 200;
      if (reply.status != 503) return reply;
      codes.insert(code_of(reply));
      failed_before = true;
      if (failed > 0) n += stride;
      else reopen(sent);
    }
    throw std::runtime_error("never passed: " + sent.method + " " + sent.path);
  }

  /// Nothing failed and yet it was refused: right only for a store that was closed until a restart.
  void reopen(const Sent& sent) {
    if (server.ready()) misses.push_back("503 from a sound store that is ready: " + sent.path);
    server.restart();
    ++restarts;
  }

  void check_replayed(const Sent& sent, const HttpReply& first) {
    const HttpReply again = server.send(sent);
    if (again.status != first.status || again.body != first.body)
      misses.push_back("another answer to the same key: " + sent.path);
  }
};

nlohmann::json tokens_of(const FaultyServer& server) {
  return nlohmann::json::parse(std::ifstream(server.data() / "demo-tokens.json"));
}

struct Walked {
  std::vector<std::string> rows;  ///< result and number of events of each dossier
  std::string fault;
};

Walked walk(Trial& trial, const std::vector<Walk>& walks) {
  const GoBetween between([&](const Sent& sent) { return trial.exchange(sent); });
  Session session(journeys::Nodes({between.url()}), tokens_of(trial.server));
  Report report;
  Walked walked;
  try {
    for (const Walk& one : walks) one(session, report);
  } catch (const std::exception& e) {
    walked.fault = e.what();
  }
  for (const auto& row : report.rows) walked.rows.push_back(row.nominee + "; " + row.result + "; " + row.log);
  return walked;
}

Walked without_faults(const std::vector<Walk>& walks) {
  const TemporaryFolder home;
  Trial trial(home.path() / "data", {}, 1);
  return walk(trial, walks);
}

bool verified(const std::filesystem::path& data) {
  return run_program({VINHDANH_BINARY, "verify", "--data", data.string()}).exit == 0;
}

void try_all(const std::vector<Walk>& walks, const Failure& failure, int stride, bool may_close) {
  const TemporaryFolder home;
  Trial trial(home.path() / "data", failure, stride);
  const Walked walked = walk(trial, walks);
  INFO(walked.fault);
  CHECK(walked.fault.empty());
  CHECK(walked.rows == without_faults(walks).rows);
  for (const auto& miss : trial.misses) UNSCOPED_INFO(miss);
  CHECK(trial.misses.empty());
  CHECK(trial.faults > 0);
  for (const auto& code : trial.codes) {
    CAPTURE(code);
    CHECK((code == "storage_unavailable" || code == "outcome_unknown"));
  }
  CHECK((may_close || trial.restarts == 0));
  CHECK(trial.server.stop() == 0);
  CHECK(verified(trial.server.data()));
  std::cout << "operations: " << trial.commands << " commands, " << trial.faults << " faults, deepest " << trial.deepest
            << ", restarts " << trial.restarts << "\n";
}

/// One dossier from draft to number, and with `VINHDANH_ROUNDS` the limited places of a review as well.
std::vector<Walk> short_or_long() {
  if (rounds_or(0) > 0) return {journeys::ninh_thuan_round_one, journeys::ninh_thuan_interim_review};
  return {journeys::ninh_thuan_round_one};
}

constexpr int but_sync = kind::changes & ~kind::sync;

}  // namespace

TEST_CASE("a full disk at any operation, once: nothing is lost or done twice, and no restart is needed", "[operations]") {
  try_all(short_or_long(), {.kinds = but_sync, .error = ENOSPC}, rounds_or(0) > 0 ? 1 : 2, false);
}

TEST_CASE("a full disk from any operation on: the same", "[operations]") {
  try_all(short_or_long(), {.kinds = but_sync, .error = ENOSPC, .for_ever = true}, rounds_or(0) > 0 ? 1 : 3, false);
}

TEST_CASE("an I/O error at any operation but a sync, once: the same", "[operations]") {
  try_all(short_or_long(), {.kinds = but_sync, .error = EIO}, rounds_or(0) > 0 ? 1 : 3, false);
}

TEST_CASE("a failed sync at any of them, once: nothing is lost or done twice", "[operations]") {
  try_all(short_or_long(), {.kinds = kind::sync, .error = EIO}, 1, true);
}

TEST_CASE("reads that fail: 503, and all is well again afterwards", "[operations]") {
  try_all(short_or_long(), {.kinds = kind::read, .error = EIO}, rounds_or(0) > 0 ? 1 : 3, false);
}
