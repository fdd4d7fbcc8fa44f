// The jobs of a store over SQL.
#include "adapters/sql/sql_jobs.hpp"

#include <limits>

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_jobs.hpp"
#include "engine/ports/nothing_written.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using Moment = std::optional<std::int64_t>;
using JobRow = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, std::string, std::string,
                          std::int64_t, std::int64_t, std::int64_t, Moment, Moment, std::int64_t, int, std::int64_t, std::string>;

std::optional<Instant> job_instant(const Moment& milliseconds) {
  if (!milliseconds) return std::nullopt;
  return Instant{*milliseconds};
}

Moment job_moment(const std::optional<Instant>& at) {
  if (!at) return std::nullopt;
  return at->milliseconds;
}

Job job_of(const JobRow& row) {
  const auto& [id, kind, person, appointment, subject, sha256, state, phase, done, total, made, started, ended, expires, attempts,
               version, body] = row;
  return {id,
          parse_name<JobKind>(kind).value(),
          person,
          appointment,
          subject,
          sha256,
          parse_name<JobState>(state).value(),
          phase,
          done,
          total,
          Instant{made},
          job_instant(started),
          job_instant(ended),
          Instant{expires},
          attempts,
          version,
          body};
}

std::optional<Job> job_if(const std::optional<JobRow>& row) {
  if (!row) return std::nullopt;
  return job_of(*row);
}

std::vector<Job> all_of(const std::vector<JobRow>& rows) {
  std::vector<Job> found;
  for (const JobRow& row : rows) found.push_back(job_of(row));
  return found;
}

}  // namespace

bool SqlJobs::are_there() const {
  if (!seen_) seen_ = store_.inner_->read([](Connection& reader) { return reader.value<int>(sql::has_jobs) == 1; });
  return seen_;
}

bool SqlJobs::add_job(const Job& it, std::size_t most) {
  if (!are_there()) throw NothingWritten("the database has no jobs yet: run `vinhdanh migrate` first");
  return store_.inner_->write([&](Connection& writer) {
    writer.value<std::string>(sql::hold_jobs_of, it.person);
    if (writer.value<std::int64_t>(sql::count_unended_jobs, it.person).value_or(0) >= static_cast<std::int64_t>(most)) return false;
    writer.change(sql::add_job, it.id, std::string(name_of(it.kind)), it.person, it.appointment, it.subject, it.sha256,
                  std::string(name_of(it.state)), it.phase, it.done, it.total, it.made.milliseconds, job_moment(it.started),
                  job_moment(it.ended), it.expires.milliseconds, it.attempts, it.version, it.body);
    return true;
  });
}

std::optional<Job> SqlJobs::job(const std::string& id) const {
  if (!are_there()) return std::nullopt;
  return job_if(store_.inner_->read([&](Connection& reader) { return reader.row<JobRow>(sql::job, id); }));
}

std::vector<Job> SqlJobs::jobs_of(const AppointmentId& appointment, const std::optional<Job>& after, int limit) const {
  if (!are_there()) return {};
  const std::int64_t made = after ? after->made.milliseconds : std::numeric_limits<std::int64_t>::max();
  const std::string id = after ? after->id : "";
  return store_.inner_->read(
      [&](Connection& reader) { return all_of(reader.rows<JobRow>(sql::jobs_of, appointment, made, id, limit)); });
}

std::optional<Job> SqlJobs::job_with_file(const AppointmentId& appointment, const std::string& subject,
                                          const std::string& sha256, const std::string& other_than) const {
  if (!are_there()) return std::nullopt;
  return job_if(store_.inner_->read(
      [&](Connection& reader) { return reader.row<JobRow>(sql::job_with_file, appointment, subject, sha256, other_than); }));
}

std::optional<Job> SqlJobs::take_job(Instant now, Instant lease_until) {
  // Most of the time nothing waits: that is seen without a write.
  const auto waits = [&](Connection& reader) { return reader.value<int>(sql::is_job_there, now.milliseconds).has_value(); };
  if (!are_there() || !store_.inner_->read(waits)) return std::nullopt;
  return store_.inner_->write([&](Connection& writer) -> std::optional<Job> {
    const auto id = writer.value<std::string>(sql::first_job, now.milliseconds);
    if (!id) return std::nullopt;
    writer.change(sql::take_job, lease_until.milliseconds, *id);
    return job_if(writer.row<JobRow>(sql::job, *id));
  });
}

bool SqlJobs::change_job(const Job& it, Instant lease_until) {
  if (!are_there()) return false;
  return store_.inner_->write([&](Connection& writer) {
    return writer.change(sql::change_job, std::string(name_of(it.state)), it.phase, it.done, it.total, job_moment(it.started),
                         job_moment(it.ended), it.expires.milliseconds, lease_until.milliseconds, it.attempts, it.body, it.id,
                         it.version) > 0;
  });
}

std::vector<Job> SqlJobs::expired_jobs(Instant now, int limit) const {
  if (!are_there()) return {};
  return store_.inner_->read(
      [&](Connection& reader) { return all_of(reader.rows<JobRow>(sql::expired_jobs, now.milliseconds, limit)); });
}

void SqlJobs::drop_job(const std::string& id) {
  if (are_there()) store_.inner_->write([&](Connection& writer) { return writer.change(sql::drop_job, id); });
}

}  // namespace vinhdanh
