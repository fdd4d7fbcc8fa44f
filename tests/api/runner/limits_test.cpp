// Reminders and overdue through a year: each once, none early, none lost, whatever restarts or jumps.
#include <random>

#include "tests/api/runner/steady_province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// What a dossier's limit must do, kept beside the program by hand: days that count, and when they are used up.
class Expected {
 public:
  explicit Expected(const Calendar& calendar) : calendar_(calendar) {}

  void start(Date day) {
    since_ = day;
    used_ = 0;
    away_ = false;
  }
  void pause() { away_ = true; }
  void resume() {
    away_ = false;
    skip_today_ = true;
  }
  void stop() { since_.reset(); }
  /// At the end of a day.
  void end(Date day) {
    const bool counts = since_ && *since_ < day && !paused_before_ && !skip_today_ && calendar_.is_working_day(day);
    if (counts) ++used_;
    skip_today_ = false;
    paused_before_ = away_;
  }
  [[nodiscard]] bool overdue() const { return since_ && !away_ && used_ >= kAppraisalDays; }

 private:
  const Calendar& calendar_;
  std::optional<Date> since_;
  int used_ = 0;
  bool away_ = false;
  bool paused_before_ = false;
  bool skip_today_ = false;
};

}  // namespace

TEST_CASE("an office is reminded, then told that it is late, and its head with it", "[runner]") {
  SteadyProvince p;
  const auto occasion = p.open_occasion();
  p.pass();
  const auto dossier = p.sent_dossier(occasion);  // Wednesday 12 February 2025
  p.done(dossier, "receive", p.intake());
  p.pass();
  CHECK(p.count(p.appraiser(), "due_soon") == 0);

  p.go_to(day(2025, 2, 14));
  p.pass();
  CHECK(p.count(p.appraiser(), "due_soon") == 0);
  p.go_to(day(2025, 2, 17));  // two working days before Wednesday 19
  p.pass();
  p.pass();
  CHECK(p.count(p.appraiser(), "due_soon") == 1);
  CHECK(p.count(p.director(), "due_soon") == 0);
  p.go_to(day(2025, 2, 19));
  p.pass();
  CHECK(p.count(p.appraiser(), "overdue") == 0);  // the day ends at 24:00
  CHECK(p.count(p.appraiser(), "due_soon") == 1);
  p.go_to(day(2025, 2, 20));
  p.pass();
  p.pass();
  CHECK(p.count(p.appraiser(), "overdue") == 1);
  CHECK(p.count(p.director(), "overdue") == 1);
  CHECK(p.count(p.head(), "overdue") == 0);

  p.go_to(day(2025, 2, 25));
  p.pass();
  CHECK(p.count(p.director(), "overdue") == 1);

  // Nothing was decided by it.
  CHECK(p.get(dossier, p.head()).body["phase"] == "under_review");
  const auto limit = p.get(dossier, p.appraiser()).body["limit"];
  CHECK(limit["due"] == "2025-02-19");
  CHECK(limit["elapsed"] == 9);  // those allowed and four more
  CHECK(limit["days_left"] == -4);
  CHECK(limit["working_days"] == kAppraisalDays);
  CHECK(limit["overdue"] == true);
  CHECK(limit["source"]["assumed"] == true);
}

TEST_CASE("whoever took it up is told in place of the group", "[runner]") {
  SteadyProvince p;
  const auto other = p.token("so_noi_vu_lang_son", Role::appraiser, "second");
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.done(dossier, "receive", p.intake());
  p.done(dossier, "claim", other);
  p.go_to(day(2025, 2, 20));
  p.pass();
  CHECK(p.count(other, "overdue") == 1);
  CHECK(p.count(p.appraiser(), "overdue") == 0);
  CHECK(p.count(p.director(), "overdue") == 1);
}

TEST_CASE("what is with the unit or on hold is not late; the days had are kept", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.done(dossier, "receive", p.intake());
  p.go_to(day(2025, 2, 14));  // two days had
  p.return_it(dossier);
  p.go_to(day(2025, 3, 10));
  p.pass();
  CHECK(p.count(p.appraiser(), "overdue") == 0);
  CHECK(p.get(dossier, p.head()).body["limit"]["paused"] == true);
  p.resubmit(dossier);  // Monday: three days from the 11th
  p.done(dossier, "receive", p.intake());
  p.go_to(day(2025, 3, 13));
  p.pass();
  CHECK(p.count(p.appraiser(), "overdue") == 0);
  p.go_to(day(2025, 3, 14));
  p.pass();
  CHECK(p.count(p.appraiser(), "overdue") == 1);
}

TEST_CASE("a hold comes up for review on its day, once, to who put it on and to the board", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.hold(dossier, day(2025, 3, 3));
  p.go_to(day(2025, 3, 2));
  p.pass();
  CHECK(p.count(p.officer(), "hold_review") == 0);
  p.go_to(day(2025, 3, 3));
  p.pass();
  p.pass();
  CHECK(p.count(p.officer(), "hold_review") == 1);
  p.go_to(day(2025, 5, 5));
  p.pass();
  CHECK(p.count(p.officer(), "hold_review") == 1);
  CHECK(p.count(p.appraiser(), "overdue") == 0);
}

TEST_CASE("a year of dossiers, returns and holds: no notice twice, none early, none lost", "[runner]") {
  SteadyProvince p;
  const auto& calendar = p.deps->rulebook.calendar();
  const auto occasion = p.open_occasion();
  struct One {
    std::string path;
    Expected expected;
    int state = 0;  // 0 under review, 1 with the unit, 2 on hold, 3 gone on
  };
  std::vector<One> all;
  std::mt19937 random(20250212);
  std::size_t overdue = 0;
  std::set<std::string> late;

  for (Date today = day(2025, 2, 12); today < day(2026, 2, 12); today = today.plus(1)) {
    INFO(today.text());
    p.go_to(today);
    const bool before_deadline = today < day(2025, 6, 1);
    if (before_deadline && today.weekday() == 1) {
      One one{p.sent_dossier(occasion, "Trường " + std::to_string(all.size())), Expected(calendar)};
      p.done(one.path, "receive", p.intake());
      one.expected.start(today);
      all.push_back(std::move(one));
    }
    for (One& one : all) {
      const auto draw = random() % 20;
      if (one.state == 0 && draw == 0) {
        p.return_it(one.path);
        one.expected.pause();
        one.state = 1;
      } else if (one.state == 1 && draw < 3) {
        p.resubmit(one.path);
        p.done(one.path, "receive", p.intake());
        one.expected.resume();
        one.state = 0;
      } else if (one.state == 0 && draw == 1) {
        p.hold(one.path, today.plus(10));
        one.expected.pause();
        one.state = 2;
      } else if (one.state == 2 && draw < 3) {
        p.lift(one.path);
        one.expected.resume();
        one.state = 0;
      }
    }
    // Passes come once a day, not at all for a while, or several times.
    if (random() % 3 != 0) {
      for (int times = 1 + static_cast<int>(random() % 2); times > 0; --times) p.pass();
      for (const One& one : all) {
        if (one.expected.overdue()) late.insert(one.path);
      }
      const auto told = p.told(p.director(), "overdue");
      overdue = told.size();
      CHECK(std::set(told.begin(), told.end()).size() == told.size());
      CHECK(told.size() == late.size());
      for (const auto& path : late) CHECK(p.told_of(p.director(), "overdue", path));
    }
    for (One& one : all) one.expected.end(today);
  }
  CHECK(all.size() >= 15);
  CHECK(overdue >= 10);
  CHECK(p.lines.empty());
}

TEST_CASE("a jump of months is one pass, and a clock that goes back repeats nothing", "[runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.done(dossier, "receive", p.intake());
  p.go_to(day(2025, 11, 3));
  p.pass();
  CHECK(p.count(p.appraiser(), "due_soon") == 0);  // no reminder of what is over
  CHECK(p.count(p.appraiser(), "overdue") == 1);
  const auto before = p.told(p.appraiser());
  auto stays = p.new_pass();
  stays.run();
  TestClock back(day(2025, 2, 18));
  Deps then{p.store,   p.lists, p.notices, p.webhooks, p.duties, p.sign_in, p.access_log, *p.committer,
            p.blobs,   back,    p.fresh,   p.deps->rulebook, p.deps->lifecycle, {}, {}};
  Pass(then, p.options, Logger(back, [](const std::string&) {})).run();
  stays.run();
  // On that day it was only near: a reminder, and not a second "overdue".
  CHECK(p.count(p.appraiser(), "overdue") == 1);
  CHECK(p.told(p.appraiser()).size() == before.size() + 1);
}
