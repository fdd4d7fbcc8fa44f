// Makes and drops schemas as the owner, who may.
#include "tests/support/postgres.hpp"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <stdexcept>

#include "adapters/postgres/postgres_connection.hpp"
#include "adapters/postgres/postgres_schema.hpp"

namespace vinhdanh::test {
namespace {

std::string cluster_folder() {
  std::ifstream file(VINHDANH_POSTGRES_FILE);
  std::string folder;
  if (!std::getline(file, folder))
    throw std::runtime_error("no cluster: run tests/support/postgres.sh start " VINHDANH_POSTGRES_FILE);
  return folder;
}

std::string next_name() {
  static std::atomic<int> made{0};
  return "test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
}

}  // namespace

TemporarySchema::TemporarySchema(bool demo, int up_to) : folder_(cluster_folder()), name_(next_name()) {
  if (up_to >= 0) migrate_postgres({{owner_url(), name_}, "vinhdanh_app", demo, up_to});
}

TemporarySchema::~TemporarySchema() {
  try {
    detail::PostgresConnection owner({owner_url(), name_});
    owner.script("DROP SCHEMA IF EXISTS " + name_ + " CASCADE");
  } catch (const std::exception&) {
    // It goes with the cluster.
  }
}

std::string TemporarySchema::url_of(const std::string& role) const {
  return "host=" + folder_ + " user=" + role + " dbname=tests";
}

}  // namespace vinhdanh::test
