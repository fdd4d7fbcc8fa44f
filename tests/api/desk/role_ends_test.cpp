// Roles that end at once, the console that acts alone no more, and tokens that decide nothing.
#include "api/desk/people/admin.hpp"
#include "api/desk/people/role_rules.hpp"
#include "tests/api/desk/browser.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// The one appointment of whom the token speaks for.
Appointment held_by(const Rig& rig, const std::string& token) {
  for (const auto& it : rig.inner.appointments()) {
    if (it.person == rig.person_of(token)) return it;
  }
  return {};
}

}  // namespace

TEST_CASE("a role that ends now gives no right to the next command, and what was done before stands", "[people]") {
  Province at;
  const auto clerk = at.clerk();
  const auto submission = at.open_submission(at.open_occasion());
  const auto dossier = at.ready_dossier(submission);
  at.attach_letter(submission);
  at.submit(dossier);
  const auto admin = at.token("ubnd_lang_son", Role::administrator);
  const auto role = "/v1/appointments/" + held_by(at, clerk).id;
  const auto both = at.act(role, "end", admin, {{"now", true}, {"last_day", "2025-02-12"}});
  CHECK(both.status == 422);
  CHECK(both.body["errors"][0]["pointer"] == "/now");
  const auto ended = at.act(role, "end", admin, {{"now", true}});
  REQUIRE(ended.status == 200);
  CHECK(ended.body["state"] == "ended");
  CHECK(ended.body["to"] == "2025-02-11");
  CHECK(at.get("/v1/me", clerk).status == 401);
  const auto verified = at.get("/v1/verification", at.auditor());
  INFO(verified.text);
  CHECK(verified.body["intact"] == true);
  CHECK(at.get(dossier + "/verification", at.auditor()).body["intact"] == true);
}

TEST_CASE("an act after its role ended is found, also on the same day", "[people]") {
  Province at;
  const auto dossier = at.ready_dossier(at.open_submission(at.open_occasion()));
  const auto clerk = at.clerk();
  const auto held = held_by(at, clerk);
  const auto made = end_role(at.clock, at.fresh, console_actor(), held, day(2025, 2, 11));
  REQUIRE(commit_alone(at.inner, made).status == CommitStatus::done);
  CHECK(at.get(dossier + "/verification", at.auditor()).body["intact"] == true);
  auto now = at.clock.business_now();
  now.milliseconds += 1000;
  REQUIRE(at.clock.move_to(now));
  const auto id = dossier.substr(dossier.rfind('/') + 1);
  Change forged;
  Event event;
  event.stream = StreamKind::dossier;
  event.stream_id = id;
  event.id = at.fresh.id();
  event.at = now;
  event.actor = {held.person, held.id, held.office, held.role, held.capacity, {}};
  event.body = CommentAdded{};
  forged.events = {event};
  REQUIRE(commit_alone(at.inner, forged).status == CommitStatus::done);
  const auto found = at.get(dossier + "/verification", at.auditor());
  INFO(found.text);
  CHECK(found.text.find("the appointment was not in force on 2025-02-12") != std::string::npos);
}

TEST_CASE("the console acts alone until two people held the role at the same time, and never again", "[people]") {
  Rig at(day(2025, 2, 12));
  const auto today = day(2025, 2, 12);
  const auto alone = [&] { return console_acts_alone(at.inner, Role::administrator, today); };
  const auto appointed = [&](const std::string& login, Date from, std::optional<Date> to = {}) {
    const auto user = add_user(at.clock, at.fresh, console_actor(), login, "Người " + login);
    REQUIRE(commit_alone(at.inner, user.change).status == CommitStatus::done);
    Appointment wanted;
    wanted.person = user.person;
    wanted.office = home_affairs;
    wanted.role = Role::administrator;
    wanted.from = from;
    wanted.to = to;
    const auto made = assign_role(at.clock, at.fresh, console_actor(), wanted);
    REQUIRE(commit_alone(at.inner, made.change).status == CommitStatus::done);
    return at.inner.appointment(made.appointment).value();
  };
  CHECK(alone());
  appointed("cu", day(2024, 1, 1), day(2024, 12, 31));
  appointed("an", day(2025, 1, 1));
  CHECK(alone());  // one after the other
  appointed("mai", day(2025, 3, 1));
  CHECK(alone());  // not yet
  const auto binh = appointed("binh", day(2025, 2, 1));
  CHECK_FALSE(alone());
  SECTION("also when the other account is disabled") {
    const auto off = disable_user(at.clock, at.fresh, console_actor(), at.inner.account(binh.person).value());
    REQUIRE(commit_alone(at.inner, off).status == CommitStatus::done);
  }
  SECTION("also when the other role ended") {
    const auto over = end_role(at.clock, at.fresh, console_actor(), binh, day(2025, 2, 11));
    REQUIRE(commit_alone(at.inner, over).status == CommitStatus::done);
  }
  CHECK_FALSE(alone());
}

TEST_CASE("a token decides nothing outside a demo", "[people]") {
  Province at;
  const auto chairman = at.chairman();
  CHECK(at.get("/v1/decisions", chairman).status == 200);
  const auto deputy = at.deputy_token("ubnd_lang_son", Role::decider);
  at.deps->move_clock = {};
  for (const auto& token : {chairman, deputy}) {
    CHECK(at.get("/v1/decisions", token).status == 403);
    CHECK(at.get("/v1/decisions", token).code() == "second_factor_required");
  }
  CHECK(at.get("/v1/decisions", at.registry()).status == 200);
}
