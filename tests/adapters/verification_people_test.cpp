// Accounts and appointments that somebody changed behind the program's back are found by verification (INV-15).
#include <sqlite3.h>

#include <stdexcept>

#include "engine/invariants/verification.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {
namespace {

/// An office with one role held, one refused, one ended and one waiting, and an account that was disabled.
struct Staff {
  InSqlite home;
  int events = 0;

  [[nodiscard]] Event told(StreamKind kind, const std::string& id, EventBody body) {
    Event it = event(kind, id, std::move(body));
    it.id += " " + std::to_string(++events);
    return it;
  }
  void commit(std::vector<Event> told, std::vector<Aggregate> next) {
    Change change;
    change.events = std::move(told);
    change.next = std::move(next);
    REQUIRE(home.store.commit({&change, 1}).front().status == CommitStatus::done);
  }
  [[nodiscard]] Event of_office(EventBody body) { return told(StreamKind::organisation, "office-1", std::move(body)); }
  [[nodiscard]] Event of_person(EventBody body) { return told(StreamKind::account, "person-1", std::move(body)); }

  Staff() {
    Account person{"person-1", "an", false, 0, {}};
    commit({of_person(AccountAdded{{"value-1", "commitment-1"}})}, {person});
    person.email = PersonalRef{"value-2", "commitment-2"};
    person.disabled = true;
    person.version = 3;  // a grant counted as well
    commit({of_person(AddressSet{person.email}), of_person(AccountDisabled{})}, {person});
    Appointment held = appointment("held", Date(20'000));
    held.role = Role::specialist;
    Appointment refused = asked("refused");
    Appointment ended = appointment("ended", Date(20'000));
    const Appointment waiting = asked("waiting");
    commit({of_office(AppointmentGranted{held}), of_office(AppointmentRequested{refused}),
            of_office(AppointmentGranted{ended}), of_office(AppointmentRequested{waiting}),
            of_office(AppointmentRefused{"refused"}), of_office(AppointmentEnded{"ended", Date(20'100)})},
           {});
    refused.to = Date(19'999);
    refused.version = 1;
    ended.to = Date(20'100);
    ended.version = 1;
    commit({}, {held, refused, ended, waiting});
  }
  [[nodiscard]] static Appointment asked(const std::string& id) {
    Appointment it = appointment(id, Date(20'000));
    it.pending = true;
    it.requested_by = "person-2";
    return it;
  }
  /// With the database's file in hand.
  void meddle(const std::string& sql) const {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(SqliteStore::database_file(home.folder.path() / "data").c_str(), &db) == SQLITE_OK);
    const int outcome = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    const int changed = sqlite3_changes(db);
    sqlite3_close(db);
    REQUIRE(outcome == SQLITE_OK);
    REQUIRE(changed == 1);
  }
  [[nodiscard]] std::string verified() const {
    const auto result = verify_all(home.store, [](const DefinitionRef&) { return nullptr; }, Organisation{}, {});
    CHECK(result.intact == result.violations.empty());
    std::string text;
    for (const Violation& it : result.violations)
      text += it.invariant + " " + it.stream + " " + std::to_string(it.n) + ": " + it.text + "\n";
    return text;
  }
};

}  // namespace

TEST_CASE("accounts and appointments that their events bear out are no fault", "[verification]") {
  const Staff staff;
  CHECK(staff.verified() == "");
}

TEST_CASE("an appointment that was slipped in is found", "[verification]") {
  const Staff staff;
  staff.meddle("INSERT INTO appointment (id, version, person, first_day, last_day, pending, body) "
               "SELECT 'own', version, person, first_day, last_day, pending, json_set(body, '$.id', 'own') "
               "FROM appointment WHERE id = 'held'");
  CHECK(staff.verified() ==
        "INV-15 organisation/office-1 -1: the stored appointment own was never asked for nor granted\n");
}

TEST_CASE("a role, an end and a grant that were changed in the row are found", "[verification]") {
  const Staff staff;
  staff.meddle("UPDATE appointment SET body = json_set(body, '$.role', 'decider') WHERE id = 'held'");
  staff.meddle("UPDATE appointment SET last_day = NULL, body = json_remove(body, '$.to') WHERE id = 'ended'");
  staff.meddle("UPDATE appointment SET pending = 0, body = json_remove(body, '$.pending') WHERE id = 'waiting'");
  CHECK(staff.verified() ==
        "INV-15 organisation/office-1 5: the stored appointment ended is not what its events say: to\n"
        "INV-15 organisation/office-1 0: the stored appointment held is not what its events say: role\n"
        "INV-15 organisation/office-1 3: the stored appointment waiting is not what its events say: pending\n");
}

TEST_CASE("a column that says other than its body is found: what is pending, too", "[verification]") {
  const Staff staff;
  staff.meddle("UPDATE appointment SET pending = 0 WHERE id = 'waiting'");
  CHECK(staff.verified() ==
        "INV-15 organisation/office-1 -1: what queries go by is not what the stored state says: pending\n");
}

TEST_CASE("a removed appointment is found", "[verification]") {
  const Staff staff;
  staff.meddle("DELETE FROM appointment WHERE id = 'refused'");
  CHECK(staff.verified() ==
        "INV-15 organisation/office-1 4: the appointment refused has events, but there is no stored state\n");
}

TEST_CASE("an account enabled again, with another address, slipped in or removed is found", "[verification]") {
  const Staff staff;
  staff.meddle("UPDATE account SET disabled = 0, "
               "body = json_set(body, '$.disabled', json('false'), '$.email.id', 'other')");
  const std::string changed =
      "INV-15 account/person-1 2: the stored account is not what its events say: disabled, email\n";
  CHECK(staff.verified() == changed);
  staff.meddle("INSERT INTO account (person, version, login, disabled, body) SELECT 'person-0', version, "
               "'own', disabled, json_set(body, '$.person', 'person-0', '$.login', 'own') FROM account");
  CHECK(staff.verified() == "INV-15 account/person-0 -1: the stored account was never added\n" + changed);
  staff.meddle("DELETE FROM account WHERE person = 'person-1'");
  CHECK(staff.verified() ==
        "INV-15 account/person-0 -1: the stored account was never added\n"
        "INV-15 account/person-1 2: the account was added, but there is no stored state\n");
}

}  // namespace vinhdanh::test
