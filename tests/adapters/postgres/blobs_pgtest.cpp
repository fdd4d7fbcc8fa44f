// Papers in the database: whole at every size, replaced, gone when taken away, and found by every node.
#include "adapters/postgres/postgres_blobs.hpp"
#include "adapters/postgres/postgres_connection.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Every byte value, so that none is lost on the way.
std::string bytes_of(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>((i * 31 + i / 251) % 256);
  return bytes;
}

constexpr std::size_t piece = 256 * 1024;

}  // namespace

TEST_CASE("a paper of any size comes back whole, also at another node", "[postgres]") {
  const std::size_t size = GENERATE(std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 3 * piece + 7);
  InPostgres home;
  PostgresBlobs papers(home.store);
  papers.put("p1", bytes_of(size));
  papers.put("p2", "another");
  PostgresStore other({home.schema.url(), home.schema.name(), std::nullopt});
  CHECK(PostgresBlobs(other).get("p1") == bytes_of(size));

  detail::PostgresConnection session({home.schema.url(), home.schema.name()});
  const auto pieces = session.value<int>("SELECT count(*) FROM paper WHERE id = 'p1'").value();
  CHECK(pieces == static_cast<int>(size == 0 ? 1 : (size + piece - 1) / piece));
}

TEST_CASE("a paper is replaced whole and taken away whole; one that is not there is no fault", "[postgres]") {
  InPostgres home;
  PostgresBlobs papers(home.store);
  CHECK(papers.get("p1") == std::nullopt);
  papers.remove("p1");
  papers.put("p1", bytes_of(2 * piece + 5));
  papers.put("p1", "shorter");
  CHECK(papers.get("p1") == "shorter");
  papers.remove("p1");
  CHECK(papers.get("p1") == std::nullopt);
}

TEST_CASE("what cannot be a paper's id is refused, and found nowhere", "[postgres]") {
  InPostgres home;
  PostgresBlobs papers(home.store);
  const PaperId cut("p1\0x", 4);
  CHECK_THROWS_AS(papers.put("", "bytes"), StorageUnavailable);
  CHECK_THROWS_AS(papers.put(cut, "bytes"), StorageUnavailable);
  papers.put("p1", "bytes");
  CHECK(papers.get(cut) == std::nullopt);
  papers.remove(cut);
  CHECK(papers.get("p1") == "bytes");
}
