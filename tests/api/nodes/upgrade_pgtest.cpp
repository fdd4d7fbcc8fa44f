// Nodes are upgraded one by one and the schema after them: this program on every schema that it may meet, and at what it refuses.
#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "tests/api/nodes/work_through_faults.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

void migrate_to(const TemporarySchema& schema, int version) {
  CHECK(migrate_postgres({{schema.owner_url(), schema.name()}, "vinhdanh_app", true, version}).to == version);
}

/// What was acknowledged is there, whole, and nobody but `migrate` touched the schema.
void check_state(const TemporarySchema& schema, int version, ClerkAtWork& clerk, const std::filesystem::path& folder) {
  PostgresStore store({schema.url(), schema.name()});
  CHECK(store.schema_version() == version);
  const Receipts stored = stored_in(store);
  check_nothing_lost(clerk.receipts(), stored);
  check_nothing_twice(clerk, stored);
  const auto verdict =
      vinhdanh_json({"verify", "--database", schema.url(), "--schema", schema.name(), "--data", folder.string()});
  INFO(verdict.dump());
  CHECK(verdict.at("intact") == true);
}

std::string refusal_of(const TemporarySchema& schema, const std::string& command) {
  Words words = at_database(schema);
  words.insert(words.begin(), command);
  return vinhdanh_error(words, 3);
}

}  // namespace

TEST_CASE("a node serves the oldest schema, works on while each migration comes, and starts anew on each", "[postgres][cli][nodes]") {
  const TemporarySchema schema(true, oldest_postgres_schema());
  const TemporaryFolder home;
  const auto folder = home.path() / "node";
  Node node(schema, folder);
  ClerkAtWork clerk = clerk_of(node, folder, 1);
  for (int version = oldest_postgres_schema(); version <= newest_postgres_schema(); ++version) {
    INFO("schema " << version);
    migrate_to(schema, version);
    clerk.one_dossier();
    node.kill();
    node.start();
    clerk.meet(node.client());
    clerk.one_dossier();
    check_state(schema, version, clerk, folder);
  }
}

TEST_CASE("a schema newer than the program, or older than it serves, is refused by name", "[postgres][cli][nodes]") {
  const TemporarySchema newer(false, newest_postgres_schema());
  detail::PostgresConnection owner({newer.owner_url(), newer.name()});
  owner.script("UPDATE meta SET value = '" + std::to_string(newest_postgres_schema() + 1) + "' WHERE name = 'schema_version'");
  const TemporarySchema older(false, oldest_postgres_schema() - 1);
  for (const std::string command : {"serve", "verify"}) {
    CHECK(refusal_of(newer, command) == "schema_newer");
    CHECK(refusal_of(older, command) == "schema_older");
  }
}
