// The thread: it catches up at the start, looks when it is woken, and goes on after a fault.
#include "api/runner/runner.hpp"

#include <chrono>
#include <thread>

#include "api/runner/time_runs.hpp"
#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

template <class F>
bool within_seconds(int seconds, F holds) {
  for (int i = 0; i < seconds * 50; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

Logger silent(const Clock& clock) { return Logger(clock, [](const std::string&) {}); }

}  // namespace

TEST_CASE("time that runs catches up at its start and when the clock is moved", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.done(dossier, "receive", p.intake());
  p.go_to(day(2025, 2, 17));
  const auto told = [&](const std::string& kind) { return p.count(p.appraiser(), kind) == 1; };
  {
    const TimeRuns time(*p.deps, {}, silent(p.clock), "");
    CHECK(within_seconds(20, [&] { return told("due_soon"); }));
    REQUIRE(p.deps->move_clock(Instant{(day(2025, 2, 20).days() * 24LL + 2) * 3'600'000}));
    CHECK(within_seconds(20, [&] { return told("overdue"); }));
    // What happens is told without waiting for the minute.
    p.done(dossier, "claim", p.appraiser());
    p.done(dossier, "comment", p.token("ubnd_lang_son", Role::observer), {{"text", "Đề nghị xem lại"}});
    CHECK(within_seconds(20, [&] { return told("comment_added"); }));
  }
  // It is over: the clock can still be moved, and nobody looks.
  CHECK(p.deps->move_clock(Instant{(day(2025, 2, 24).days() * 24LL + 2) * 3'600'000}));
}

TEST_CASE("a runner that is told of a commit tells its events without waiting for its next look", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  RunnerOptions options = p.options;
  options.look_milliseconds = 3'600'000;
  Runner runner(*p.deps, options, silent(p.clock));
  REQUIRE(within_seconds(20, [&] { return p.count(p.intake(), "dossier_arrived") == 1; }));
  p.done(dossier, "receive", p.intake());
  p.done(dossier, "claim", p.appraiser());
  p.done(dossier, "comment", p.token("ubnd_lang_son", Role::observer), {{"text", "Đề nghị xem lại"}});
  runner.look();
  CHECK(within_seconds(20, [&] { return p.count(p.appraiser(), "comment_added") == 1; }));
}

TEST_CASE("options for e-mails are judged before anything runs", "[runner]") {
  TimeOptions options;
  CHECK(fault_of(options).empty());
  options.smtp_url = "smtp://127.0.0.1:25";
  CHECK_FALSE(fault_of(options).empty());
  options.smtp_from = "vinhdanh@tinh.example";
  CHECK(fault_of(options).empty());
  options.smtp_user = "vinhdanh";
  CHECK(fault_of(options).find("password") != std::string::npos);
}
