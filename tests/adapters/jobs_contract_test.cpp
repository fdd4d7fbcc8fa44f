// What every store promises of jobs: each is taken by one, nobody overwrites another's work, and nobody has more than he may.
#include <atomic>
#include <thread>

#include "adapters/memory/memory_jobs.hpp"
#include "adapters/sql/sql_jobs.hpp"
#include "engine/ports/nothing_written.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct JobsInMemory : InMemory {
  MemoryJobs jobs{store};
};
struct JobsInSqlite : InSqlite {
  SqlJobs jobs{store};
};
struct JobsInPostgres : InPostgres {
  SqlJobs jobs{store};
};

#define JOB_HOMES JobsInMemory, JobsInSqlite, JobsInPostgres

constexpr std::size_t plenty = 100;

Job job(const std::string& id, std::int64_t made = 1'000) {
  Job it;
  it.id = id;
  it.kind = JobKind::sheet_import;
  it.person = "person-1";
  it.appointment = "appointment-1";
  it.subject = "submission-1";
  it.sha256 = "abc";
  it.phase = "read";
  it.made = Instant{made};
  it.expires = Instant{made + 1'000'000};
  it.body = R"({"form":"bằng khen","quote":"'\""})";
  return it;
}

std::string ids(const std::vector<Job>& all) {
  std::string text;
  for (const Job& it : all) text += (text.empty() ? "" : " ") + it.id;
  return text;
}

}  // namespace

TEMPLATE_TEST_CASE("a job is kept as it was given, and found by its id alone", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  Job it = job("a");
  it.started = Instant{5};
  it.total = 12;
  REQUIRE(home.jobs.add_job(it, plenty));
  CHECK(home.jobs.job("a") == it);
  CHECK_FALSE(home.jobs.job("b"));
  home.jobs.drop_job("a");
  CHECK_FALSE(home.jobs.job("a"));
}

TEMPLATE_TEST_CASE("jobs of an appointment come newest first, page by page", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  for (const auto& [id, made] : {std::pair{"a", 1'000}, {"b", 3'000}, {"c", 2'000}, {"d", 3'000}})
    REQUIRE(home.jobs.add_job(job(id, made), plenty));
  Job other = job("e", 9'000);
  other.appointment = "appointment-2";
  REQUIRE(home.jobs.add_job(other, plenty));
  const auto first = home.jobs.jobs_of("appointment-1", std::nullopt, 3);
  CHECK(ids(first) == "d b c");
  CHECK(ids(home.jobs.jobs_of("appointment-1", first.back(), 3)) == "a");
}

TEMPLATE_TEST_CASE("a person has no more unended jobs than he may, in whatever appointment", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  REQUIRE(home.jobs.add_job(job("a"), 2));
  Job ready = job("b");
  ready.appointment = "appointment-2";
  ready.state = JobState::ready;
  REQUIRE(home.jobs.add_job(ready, 2));
  CHECK_FALSE(home.jobs.add_job(job("c"), 2));
  CHECK_FALSE(home.jobs.job("c"));
  Job of_another = job("d");
  of_another.person = "person-2";
  CHECK(home.jobs.add_job(of_another, 2));
  ready.state = JobState::cancelled;
  REQUIRE(home.jobs.change_job(ready, {}));
  CHECK(home.jobs.add_job(job("c"), 2));
}

TEMPLATE_TEST_CASE("asked by many at once, a person still has no more than he may", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  std::atomic<int> added{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back([&, i] { added += home.jobs.add_job(job("j" + std::to_string(i)), 3) ? 1 : 0; });
  for (auto& thread : threads) thread.join();
  CHECK(added == 3);
  CHECK(home.jobs.jobs_of("appointment-1", std::nullopt, 50).size() == 3);
}

TEMPLATE_TEST_CASE("the job that waited longest is taken first, by one, until its lease ends", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  REQUIRE(home.jobs.add_job(job("late", 2'000), plenty));
  REQUIRE(home.jobs.add_job(job("early", 1'000), plenty));
  const auto taken = home.jobs.take_job(Instant{5'000}, Instant{6'000});
  REQUIRE(taken);
  CHECK(taken->id == "early");
  CHECK(taken->state == JobState::running);
  CHECK(taken->attempts == 1);
  CHECK(taken->version == 1);
  CHECK(home.jobs.take_job(Instant{5'000}, Instant{9'000})->id == "late");
  CHECK_FALSE(home.jobs.take_job(Instant{5'999}, Instant{9'000}));
  const auto again = home.jobs.take_job(Instant{6'000}, Instant{9'000});
  REQUIRE(again);
  CHECK(again->id == "early");
  CHECK(again->attempts == 2);
}

TEMPLATE_TEST_CASE("what is ready or has ended is not taken", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  int n = 0;
  for (const JobState state : {JobState::ready, JobState::done, JobState::failed, JobState::cancelled}) {
    Job it = job("j" + std::to_string(++n));
    it.state = state;
    REQUIRE(home.jobs.add_job(it, plenty));
  }
  CHECK_FALSE(home.jobs.take_job(Instant{1'000'000}, Instant{2'000'000}));
}

TEMPLATE_TEST_CASE("a job is taken once, however many take at once", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  for (int i = 0; i < 20; ++i) REQUIRE(home.jobs.add_job(job("j" + std::to_string(i), 1'000 + i), plenty));
  std::atomic<int> taken{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      while (home.jobs.take_job(Instant{5'000}, Instant{1'000'000})) ++taken;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(taken == 20);
}

TEMPLATE_TEST_CASE("who lost a job to another writes nothing any more", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  REQUIRE(home.jobs.add_job(job("a"), plenty));
  auto slow = home.jobs.take_job(Instant{2'000}, Instant{3'000}).value();
  auto quick = home.jobs.take_job(Instant{3'000}, Instant{9'000}).value();
  slow.phase = "slow";
  CHECK_FALSE(home.jobs.change_job(slow, Instant{9'000}));
  quick.phase = "check";
  quick.done = 7;
  REQUIRE(home.jobs.change_job(quick, Instant{12'000}));
  CHECK(home.jobs.job("a")->phase == "check");
  CHECK(home.jobs.job("a")->done == 7);
  CHECK_FALSE(home.jobs.change_job(quick, Instant{12'000}));
  CHECK_FALSE(home.jobs.take_job(Instant{11'999}, Instant{20'000}));
  CHECK(home.jobs.take_job(Instant{12'000}, Instant{20'000}));
}

TEMPLATE_TEST_CASE("the same file for the same thing is found again", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  REQUIRE(home.jobs.add_job(job("old", 1'000), plenty));
  REQUIRE(home.jobs.add_job(job("new", 2'000), plenty));
  CHECK(home.jobs.job_with_file("appointment-1", "submission-1", "abc", "new")->id == "old");
  CHECK(home.jobs.job_with_file("appointment-1", "submission-1", "abc", "other")->id == "new");
  CHECK_FALSE(home.jobs.job_with_file("appointment-1", "submission-2", "abc", ""));
  CHECK_FALSE(home.jobs.job_with_file("appointment-2", "submission-1", "abc", ""));
  CHECK_FALSE(home.jobs.job_with_file("appointment-1", "submission-1", "abd", ""));
}

TEMPLATE_TEST_CASE("jobs expire at their time", "[jobs][contract]", JOB_HOMES) {
  TestType home;
  REQUIRE(home.jobs.add_job(job("a", 1'000), plenty));
  REQUIRE(home.jobs.add_job(job("b", 2'000), plenty));
  CHECK(home.jobs.expired_jobs(Instant{1'000'999}, 10).empty());
  CHECK(ids(home.jobs.expired_jobs(Instant{1'001'000}, 10)) == "a");
  CHECK(home.jobs.expired_jobs(Instant{9'000'000}, 1).size() == 1);
}

TEST_CASE("a database that has no jobs yet has none, and says what to run", "[jobs][postgres]") {
  TemporarySchema schema(false, 6);
  PostgresStore store(PostgresOptions{schema.url(), schema.name(), std::nullopt});
  SqlJobs jobs(store);
  CHECK_FALSE(jobs.job("a"));
  CHECK(jobs.jobs_of("appointment-1", std::nullopt, 5).empty());
  CHECK_FALSE(jobs.take_job(Instant{1}, Instant{2}));
  CHECK_THROWS_AS(jobs.add_job(job("a"), plenty), NothingWritten);
}
