// What every store promises of credentials, sessions and appointments that wait.
#include "adapters/memory/memory_sign_in.hpp"
#include "adapters/sql/sql_sign_in.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct MemoryHome : InMemory {
  MemorySignIn sign_in{store};
};
struct SqliteHome : InSqlite {
  SqlSignIn sign_in{store};
};
struct PostgresHome : InPostgres {
  SqlSignIn sign_in{store};
};

BrowserSession a_session(const std::string& sha256, const PersonId& person) {
  return {sha256,        "id-" + sha256, person,        std::nullopt, false,
          Instant{1000}, Instant{1000},  Instant{9000}, "::1",        "agent"};
}

Credential a_credential(const PersonId& person) { return {person, "$argon2id$v=19$x", true, std::nullopt, false, 0}; }

template <class Home>
void keep(Home& home, const Credential& credential) {
  Change change;
  change.credentials = {credential};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
}

template <class Home>
CommitStatus put_account(Home& home, const PersonId& person, const std::string& login) {
  Change change;
  change.next = {Account{person, login, false, 0, {}}};
  return commit_one(home.store, change).status;
}

}  // namespace

#define HOMES MemoryHome, SqliteHome, PostgresHome

TEMPLATE_TEST_CASE("a credential is written with its change and read back", "[contract]", HOMES) {
  TestType home;
  CHECK_FALSE(home.sign_in.credential("lan"));
  auto credential = a_credential("lan");
  keep(home, credential);
  CHECK(home.sign_in.credential("lan")->password == credential.password);
  CHECK(home.sign_in.credential("lan")->must_change);
  CHECK_FALSE(home.sign_in.credential("lan")->totp_secret);
  credential.password = "$argon2id$v=19$y";
  credential.must_change = false;
  credential.totp_secret = "ABC";
  credential.totp_confirmed = true;
  credential.totp_step = 7;
  keep(home, credential);
  const auto kept = home.sign_in.credential("lan").value();
  CHECK(kept.password == credential.password);
  CHECK_FALSE(kept.must_change);
  CHECK(kept.totp_secret == "ABC");
  CHECK(kept.totp_confirmed);
  CHECK(kept.totp_step == 7);
}

TEMPLATE_TEST_CASE("a change that is refused writes no credential and ends no session", "[contract]", HOMES) {
  TestType home;
  home.sign_in.put_session(a_session("s", "lan"));
  Change change;
  change.guards = {{StreamKind::account, "nobody", 3}};
  change.credentials = {a_credential("lan")};
  change.end_sessions = {"lan"};
  CHECK(commit_one(home.store, change).status == CommitStatus::stale);
  CHECK_FALSE(home.sign_in.credential("lan"));
  CHECK(home.sign_in.session("s"));
}

TEMPLATE_TEST_CASE("a step of the second factor is used once, whoever writes the credential meanwhile", "[contract]",
                   HOMES) {
  TestType home;
  auto credential = a_credential("lan");
  credential.totp_secret = "ABC";
  credential.totp_confirmed = true;
  credential.totp_step = 5;
  keep(home, credential);
  CHECK(home.sign_in.use_totp_step("lan", 6));
  CHECK_FALSE(home.sign_in.use_totp_step("lan", 6));
  CHECK_FALSE(home.sign_in.use_totp_step("lan", 5));
  CHECK_FALSE(home.sign_in.use_totp_step("nobody", 9));
  keep(home, credential);  // as it was read before step 6 was used
  CHECK_FALSE(home.sign_in.use_totp_step("lan", 6));
  CHECK(home.sign_in.use_totp_step("lan", 7));
  credential.totp_secret = "XYZ";
  credential.totp_step = 0;
  keep(home, credential);
  CHECK(home.sign_in.use_totp_step("lan", 1));
}

TEMPLATE_TEST_CASE("an enrolment is kept until it is confirmed, and never takes a confirmed secret's place",
                   "[contract]", HOMES) {
  TestType home;
  home.sign_in.put_enrolment("lan", "FIRST");
  CHECK_FALSE(home.sign_in.credential("lan"));
  auto credential = a_credential("lan");
  keep(home, credential);
  home.sign_in.put_enrolment("lan", "FIRST");
  home.sign_in.put_enrolment("lan", "SECOND");
  CHECK(home.sign_in.credential("lan")->totp_secret == "SECOND");
  CHECK_FALSE(home.sign_in.credential("lan")->totp_confirmed);
  credential.totp_secret = "SECOND";
  credential.totp_confirmed = true;
  keep(home, credential);
  home.sign_in.put_enrolment("lan", "THIRD");
  CHECK(home.sign_in.credential("lan")->totp_secret == "SECOND");
}

TEMPLATE_TEST_CASE("a session is kept, changed, listed and found by the hash of its token", "[contract]", HOMES) {
  TestType home;
  auto session = a_session("s1", "lan");
  home.sign_in.put_session(session);
  home.sign_in.put_session(a_session("s2", "lan"));
  home.sign_in.put_session(a_session("s3", "hoa"));
  session.appointment = "role";
  session.second_factor = true;
  session.seen = Instant{2000};
  home.sign_in.put_session(session);
  const auto kept = home.sign_in.session("s1").value();
  CHECK(kept.id == "id-s1");
  CHECK(kept.person == "lan");
  CHECK(kept.appointment == AppointmentId("role"));
  CHECK(kept.second_factor);
  CHECK(kept.created == Instant{1000});
  CHECK(kept.seen == Instant{2000});
  CHECK(kept.expires == Instant{9000});
  CHECK(kept.address == "::1");
  CHECK(kept.agent == "agent");
  CHECK_FALSE(home.sign_in.session("none"));
  REQUIRE(home.sign_in.sessions("lan").size() == 2);
  CHECK(home.sign_in.sessions("lan")[1].id == "id-s2");
}

TEMPLATE_TEST_CASE("a session that was ended stays ended, whoever still holds a copy", "[contract]", HOMES) {
  TestType home;
  for (const char* one : {"s1", "s2", "s3"}) home.sign_in.put_session(a_session(one, "lan"));
  home.sign_in.put_session(a_session("other", "hoa"));
  home.sign_in.end_session("hoa", "id-s1");  // not hers
  CHECK(home.sign_in.session("s1"));
  home.sign_in.end_session("lan", "id-s1");
  CHECK_FALSE(home.sign_in.session("s1"));
  home.sign_in.put_session(a_session("s1", "lan"));
  CHECK_FALSE(home.sign_in.session("s1"));
  CHECK(home.sign_in.sessions("lan").size() == 2);
  SECTION("all of a person") { home.sign_in.end_sessions("lan"); }
  SECTION("by a change") {
    Change change;
    change.end_sessions = {"lan"};
    REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  }
  CHECK(home.sign_in.sessions("lan").empty());
  CHECK(home.sign_in.session("other"));
  home.sign_in.drop_expired_sessions(Instant{8999});
  CHECK(home.sign_in.session("other"));
  home.sign_in.drop_expired_sessions(Instant{9000});
  CHECK_FALSE(home.sign_in.session("other"));
}

TEMPLATE_TEST_CASE("a login belongs to one account", "[contract]", HOMES) {
  TestType home;
  CHECK(put_account(home, "p1", "lan") == CommitStatus::done);
  CHECK(put_account(home, "p2", "lan") == CommitStatus::stale);
  CHECK(put_account(home, "p2", "hoa") == CommitStatus::done);
  CHECK(put_account(home, "p1", "lan") == CommitStatus::done);
  CHECK(home.sign_in.account_by_login("lan")->person == "p1");
  CHECK_FALSE(home.sign_in.account_by_login("Lan"));
}

TEMPLATE_TEST_CASE("an appointment that waits for its grant does not act", "[contract]", HOMES) {
  TestType home;
  Appointment appointment;
  appointment.id = "role";
  appointment.person = "lan";
  appointment.from = *Date::of(2025, 1, 1);
  appointment.pending = true;
  Change change;
  change.next = {appointment};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  Change act;
  act.acting = "role";
  act.acting_on = *Date::of(2025, 2, 1);
  CHECK(commit_one(home.store, act).status == CommitStatus::not_in_role);
  appointment.pending.reset();
  change.next = {appointment};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  CHECK(commit_one(home.store, act).status == CommitStatus::done);
  CHECK_FALSE(home.store.appointment("role")->pending);
}
