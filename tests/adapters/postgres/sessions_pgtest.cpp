// Broken connections are replaced; what was under way is either told as it was or as unknown.
#include "adapters/postgres/postgres_sessions.hpp"

#include <atomic>
#include <thread>

#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using detail::PostgresConnection;
using detail::PostgresSessions;

namespace {

void end_session(const TemporarySchema& schema, std::int64_t pid) {
  PostgresConnection root({schema.superuser_url(), schema.name()});
  root.script("SELECT pg_terminate_backend(" + std::to_string(pid) + ", 5000)");
}

}  // namespace

TEST_CASE("a session that the server ended is replaced, and the question answered all the same", "[postgres]") {
  InPostgres home;
  lay_ground(home.store);
  PostgresSessions sessions({home.schema.url(), home.schema.name()}, 2, {});
  std::int64_t first = 0;
  {
    auto session = sessions.lend();
    first = session->value<std::int64_t>("SELECT pg_backend_pid()").value();
    end_session(home.schema, first);
    CHECK_THROWS_AS(session->value<int>("SELECT 1"), detail::PostgresError);
    session.broken();
  }
  auto session = sessions.lend();
  CHECK(session->value<std::int64_t>("SELECT pg_backend_pid()").value() != first);
}

TEST_CASE("what broke is no answer, what the server says is one", "[postgres]") {
  CHECK_FALSE(detail::PostgresError("gone", "").is_answer());
  CHECK_FALSE(detail::PostgresError("gone", "08006").is_answer());
  CHECK_FALSE(detail::PostgresError("going down", "57P01").is_answer());
  CHECK_FALSE(detail::PostgresError("unknown", "40003").is_answer());
  CHECK(detail::PostgresError("no", "23505").is_answer());
  CHECK(detail::PostgresError("too long", "57014").is_answer());
  CHECK(detail::PostgresError("deadlock", "40P01").is_retryable());
  CHECK_FALSE(detail::PostgresError("no", "23505").is_retryable());
}

TEST_CASE("at most so many sessions are lent at once", "[postgres]") {
  const TemporarySchema schema;
  PostgresSessions sessions({schema.url(), schema.name()}, 1, {});
  std::atomic<bool> got{false};
  std::thread waiting;
  {
    auto session = sessions.lend();
    waiting = std::thread([&] {
      auto second = sessions.lend();
      got = true;
    });
    session->script("SELECT pg_sleep(0.2)");
    CHECK_FALSE(got);
  }
  waiting.join();
  CHECK(got);
}
