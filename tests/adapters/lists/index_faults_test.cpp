// An entry of the lists that says something else than its dossier is named (INV-15).
#include "adapters/postgres/postgres_connection.hpp"
#include "tests/adapters/lists/entries.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

TEMPLATE_TEST_CASE("list entries that are missing or differ from their dossiers are named", "[lists]", ListsInSqlite,
                   ListsInPostgres) {
  TestType home;
  lay_ground(home.store);
  auto it = dossier("d1");
  it.phase = Phase::under_review;
  it.stage = "appraisal";
  auto change = opening(it);
  change.entries = {entry("d1")};
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  const auto faults = [&](const std::optional<StreamRef>& only = {}) {
    std::string text;
    for (const auto& fault : home.store.index_faults(only)) text += fault.stream + ": " + fault.columns + "\n";
    return text;
  };
  CHECK(faults().empty());
  REQUIRE(commit_one(home.store, opening("d2")).status == CommitStatus::done);
  CHECK(faults().empty());  // no lists were ever made here
  home.lists.set_computed_for("2025-03-10 rules");
  CHECK(faults() == "dossier/d2: list\n");
  auto wrong = entry("d1");
  wrong.held = true;
  wrong.stage = "verification";
  wrong.assignee = "person-1";
  home.lists.put_entries({&wrong, 1});
  CHECK(faults(StreamRef{StreamKind::dossier, "d1"}) == "dossier/d1: list.held list.stage list.assignee\n");
}

TEST_CASE("a column that says something else than its body is named on PostgreSQL too", "[postgres]") {
  ListsInPostgres home;
  lay_ground(home.store);
  auto post = appointment("a", Date(20'000), Date(20'400));
  REQUIRE(commit_one(home.store, writing({post, account("p"), decision("decision-1"), dossier("d1")})).status == CommitStatus::done);
  const auto faults = [&] {
    std::string text;
    for (const auto& fault : home.store.index_faults({})) text += fault.stream + ": " + fault.columns + "\n";
    return text;
  };
  CHECK(faults().empty());
  detail::PostgresConnection owner({home.schema.superuser_url(), home.schema.name()});
  owner.script("UPDATE dossier SET unit = 'other', stage = 'x'; UPDATE appointment SET first_day = 1, last_day = NULL, pending = 1;"
               "UPDATE account SET disabled = 1; UPDATE occasion SET open = 0");
  CHECK(faults() ==
        "dossier/d1: unit stage\noccasion/occasion-1: open\naccount/p: disabled\n"
        "organisation/office-1: first_day last_day pending\n");
}
