// A server that would lose or leak what it was given is refused, in a sentence that says what to set.
#include "adapters/postgres/server_check.hpp"

#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using detail::server_faults;
using detail::ServerFacts;

namespace {

ServerFacts safe() {
  ServerFacts facts;
  facts.settings = {{"fsync", "on"}, {"full_page_writes", "on"}, {"synchronous_commit", "on"}, {"data_sync_retry", "off"},
                    {"server_encoding", "UTF8"}};
  facts.version = 150018;
  return facts;
}

/// Opens the store and returns why it would not.
std::string refusal(const PostgresOptions& options, OpenFault expected) {
  try {
    const PostgresStore store(options);
  } catch (const CannotOpen& fault) {
    CHECK(fault.fault == expected);
    return fault.what();
  }
  return "";
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a safe server has no fault, each unsafe setting has one that says what to set", "[postgres]") {
  CHECK(server_faults(safe()).empty());
  const auto [name, value, advice] = GENERATE(table<std::string, std::string, std::string>(
      {{"fsync", "off", "set fsync = on"},
       {"full_page_writes", "off", "set full_page_writes = on"},
       {"synchronous_commit", "off", "set synchronous_commit = on"},
       {"data_sync_retry", "on", "set data_sync_retry = off"},
       {"server_encoding", "SQL_ASCII", "ENCODING 'UTF8'"}}));
  auto facts = safe();
  facts.settings[name] = value;
  const auto faults = server_faults(facts);
  REQUIRE(faults.size() == 1);
  CHECK(says(faults[0], advice));
}

TEST_CASE("every way of waiting for the log is safe but none", "[postgres]") {
  auto facts = safe();
  facts.settings["synchronous_commit"] = GENERATE("local", "remote_write", "remote_apply");
  CHECK(server_faults(facts).empty());
}

TEST_CASE("an old server, a role that is too strong and rights on events are faults", "[postgres]") {
  auto facts = safe();
  facts.version = 140012;
  facts.is_superuser = true;
  facts.owner_passes_policies = true;
  facts.excess = {"UPDATE on events"};
  CHECK(server_faults(facts).size() == 4);
}

TEST_CASE("a database whose commits do not wait for the log is not opened", "[postgres]") {
  const TemporarySchema schema;
  const std::string lax = schema.url() + " options='-c synchronous_commit=off'";
  CHECK(says(refusal({lax, schema.name()}, OpenFault::settings), "set synchronous_commit = on"));
  CHECK(refusal({schema.url(), schema.name()}, OpenFault::settings).empty());
}

TEST_CASE("neither the tables' owner nor a superuser serves", "[postgres]") {
  const TemporarySchema schema;
  CHECK(says(refusal({schema.owner_url(), schema.name()}, OpenFault::settings), "the role has UPDATE on events"));
  CHECK(says(refusal({schema.superuser_url(), schema.name()}, OpenFault::settings), "superuser"));
}

TEST_CASE("an empty database, an unknown address and the other mark are told apart", "[postgres]") {
  const TemporarySchema empty(false, -1);
  CHECK(says(refusal({empty.url(), empty.name()}, OpenFault::older_schema), "vinhdanh migrate"));
  CHECK(says(refusal({"host=/nowhere dbname=none", "vinhdanh"}, OpenFault::storage), "cannot open the database"));
  const TemporarySchema demo(true);
  CHECK(says(refusal({demo.url(), demo.name(), false}, OpenFault::demo_mismatch), "--demo"));
  CHECK(refusal({demo.url(), demo.name(), true}, OpenFault::demo_mismatch).empty());
}

TEST_CASE("a schema newer than the program is not served, and a migration says so", "[postgres]") {
  const TemporarySchema schema(false, newest_postgres_schema());
  detail::PostgresConnection owner({schema.owner_url(), schema.name()});
  owner.script("UPDATE meta SET value = '9999' WHERE name = 'schema_version'");
  CHECK(says(refusal({schema.url(), schema.name()}, OpenFault::newer_schema), "newer schema"));
  CHECK_THROWS_AS(migrate_postgres({{schema.owner_url(), schema.name()}, "vinhdanh_app"}), CannotOpen);
}

TEST_CASE("migrating twice changes nothing, and two at once come one after the other", "[postgres]") {
  const TemporarySchema schema(false, -1);
  const MigrateOptions options{{schema.owner_url(), schema.name()}, "vinhdanh_app"};
  const Migrated first = migrate_postgres(options);
  CHECK(first.from == 0);
  CHECK(first.to == newest_postgres_schema());
  const std::string instance = PostgresStore({schema.url(), schema.name()}).instance();
  const Migrated second = migrate_postgres(options);
  CHECK(second.from == first.to);
  CHECK(second.to == first.to);
  CHECK(PostgresStore({schema.url(), schema.name()}).instance() == instance);
}

TEST_CASE("the tables' owner is not the application's role, which must exist", "[postgres]") {
  const TemporarySchema schema(false, -1);
  CHECK_THROWS_AS(migrate_postgres({{schema.owner_url(), schema.name()}, "vinhdanh_owner"}), CannotOpen);
  CHECK_THROWS_AS(migrate_postgres({{schema.owner_url(), schema.name()}, "nobody_here"}), CannotOpen);
}
