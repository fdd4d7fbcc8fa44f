// What administrators do from the command line.
#include "api/desk/people/admin.hpp"

#include "adapters/clock.hpp"
#include "adapters/fresh.hpp"
#include "adapters/memory/memory_store.hpp"
#include "api/desk/caller/names.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

struct Console {
  SystemClock clock;
  RandomFresh fresh{clock};
  MemoryStore store;
  void commit(const Change& change) { REQUIRE(commit_alone(store, change).status == CommitStatus::done); }
};

}  // namespace

TEST_CASE("an account is added with its name apart from events, and disabled", "[desk]") {
  Console c;
  const auto made = add_user(c.clock, c.fresh, console_actor(), "lan", "Trần Thị Lan");
  c.commit(made.change);
  CHECK(person_name(c.store, made.person) == "Trần Thị Lan");
  const auto events = c.store.raw_events(StreamKind::account, made.person);
  REQUIRE(events.size() == 1);
  CHECK(events[0].bytes.find("Lan") == std::string::npos);
  c.commit(disable_user(c.clock, c.fresh, console_actor(), c.store.account(made.person).value()));
  CHECK(c.store.account(made.person)->disabled);
  CHECK(c.store.raw_events(StreamKind::account, made.person).size() == 2);
}

TEST_CASE("a role is assigned and ended by its last day; a second ending of what changed is stale", "[desk]") {
  Console c;
  const auto user = add_user(c.clock, c.fresh, console_actor(), "lan", "Lan");
  c.commit(user.change);
  Appointment wanted;
  wanted.person = user.person;
  wanted.office = "lang_son";
  wanted.role = Role::auditor;
  wanted.from = *Date::of(2020, 1, 1);
  const auto made = assign_role(c.clock, c.fresh, console_actor(), wanted);
  c.commit(made.change);
  const auto appointment = c.store.appointment(made.appointment).value();
  const auto ending = end_role(c.clock, c.fresh, console_actor(), appointment, *Date::of(2024, 12, 31));
  c.commit(ending);
  CHECK(c.store.appointment(made.appointment)->to == *Date::of(2024, 12, 31));
  CHECK(commit_alone(c.store, ending).status == CommitStatus::stale);
  CHECK(c.store.raw_events(StreamKind::organisation, "lang_son").size() == 2);
}

TEST_CASE("definitions are added and activated with events", "[desk]") {
  Console c;
  const DefinitionRecord record{"plan", {"p", 2, std::string(64, 'a')}, "{}", false};
  c.commit(add_definition(c.clock, c.fresh, console_actor(), record));
  c.commit(activate_definition(c.clock, c.fresh, console_actor(), record));
  REQUIRE(c.store.definitions().size() == 1);
  CHECK(c.store.definitions()[0].active);
  CHECK(c.store.raw_events(StreamKind::definition, "p").size() == 2);
}
