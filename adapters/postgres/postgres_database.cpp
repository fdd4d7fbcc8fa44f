// Opening, transactions, and the one statement of a commit.
#include "adapters/postgres/postgres_database.hpp"

#include "adapters/holds.hpp"
#include "adapters/postgres/changes_document.hpp"
#include "adapters/postgres/postgres_schema.hpp"
#include "adapters/postgres/server_check.hpp"
#include "adapters/sql/installation.hpp"
#include "adapters/sql/moving_marks.hpp"
#include "adapters/sql/statements.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh::detail {
namespace {

constexpr int tries = 5;

constexpr std::string_view apply_changes =
    "SELECT change, status, detail, receipts FROM apply_changes(CAST(:document AS jsonb)) ORDER BY change";
constexpr std::string_view office_appointments = "SELECT body FROM appointment WHERE office = :office ORDER BY id";

/// A row of `apply_changes`.
CommitResult result_of(const std::tuple<int, std::string, std::string, std::string>& row) {
  const auto& [change, status, detail, receipts] = row;
  CommitResult result{parse_name<CommitStatus>(status).value(), detail, {}};
  if (result.status != CommitStatus::done) return result;
  for (const auto& it : nlohmann::json::parse(receipts))
    result.receipts.push_back({parse_name<StreamKind>(it.at("stream").get<std::string>()).value(), it.at("id"), it.at("n"),
                               it.at("hash")});
  return result;
}

/// How many, from the first, do not contend for anything.
std::size_t together(std::span<const Holds> all) {
  HeldNames held;
  std::size_t count = 0;
  for (; count < all.size() && !held.clash_with(all[count]); ++count) held.add(all[count]);
  return count;
}

void check_server(Connection& session, const PostgresOptions& options) {
  std::string sentence;
  ServerFacts facts = facts_of(session);
  if (options.moving) facts.excess.clear();
  for (const std::string& fault : server_faults(facts)) sentence += (sentence.empty() ? "" : "; ") + fault;
  if (!sentence.empty()) throw CannotOpen(OpenFault::settings, "the database is not safe: " + sentence);
}

void check_marks(Connection& session, const PostgresOptions& options) {
  if (!options.moving) refuse_moved(session, options.read_only ? Opened::to_read : Opened::to_work);
}

void check_usable(Connection& session, const PostgresOptions& options) {
  check_schema(stored_postgres_schema(session), oldest_postgres_schema(), newest_postgres_schema());
  check_server(session, options);
  check_marks(session, options);
}

}  // namespace

PostgresDatabase::PostgresDatabase(PostgresOptions options)
    : options_(std::move(options)),
      sessions_({options_.url, options_.schema}, options_.sessions, [this](Connection& session) { check(session); }),
      lanes_({options_.url, options_.schema}, options_.lanes, [this](Connection& session) { check(session); }) {
  try {
    PostgresConnection session({options_.url, options_.schema});
    check_usable(session, options_);
    identity_ = identity_of(session, options_.demo, "database");
  } catch (const SqlError& fault) {
    throw CannotOpen(OpenFault::storage, std::string("cannot open the database: ") + fault.what());
  }
}

/// The address may lead to another server by now, or to one that is no longer what it was.
void PostgresDatabase::check(Connection& session) const {
  if (session.value<std::string>(sql::instance) != identity_.instance)
    throw PostgresError("the server at this address holds another installation", "");
  check_usable(session, options_);
  // The policy on lists binds the tables' owner; the application's role has one of its own.
  if (options_.moving) session.script("SET vinhdanh.everything = 'yes'");
  // An operator's command reads whole tables, and nobody waits for it.
  if (options_.moving || options_.read_only) session.script("SET statement_timeout = 0");
}

void PostgresDatabase::drop(PostgresSessions::Loan& session) {
  session.broken();
  sessions_.drop_idle();
  lanes_.drop_idle();
}

void PostgresDatabase::reading(const std::function<void(Connection&)>& work) {
  for (int left = 1;; --left) {
    try {
      auto session = sessions_.lend();
      try {
        return work(*session);
      } catch (const PostgresError& fault) {
        if (fault.is_answer()) session.broken();
        else drop(session);
        if (fault.is_answer() || left == 0) throw;
      } catch (...) {
        session.broken();
        throw;
      }
    } catch (const std::exception& fault) {
      throw StorageUnavailable(std::string("reading failed: ") + fault.what());
    }
  }
}

void PostgresDatabase::writing(const std::function<void(Connection&)>& work) {
  for (int left = tries - 1;; --left) {
    try {
      auto session = sessions_.lend();
      bool committing = false;
      try {
        session->script("BEGIN");
        work(*session);
        committing = true;
        session->script("COMMIT");
        return;
      } catch (const PostgresError& fault) {
        if (fault.is_answer()) session.broken();
        else drop(session);
        if (committing && !fault.is_answer())
          throw StorageUnavailable(std::string("COMMIT failed, its outcome is unknown: ") + fault.what());
        if (!fault.is_retryable() || left == 0) throw;
      } catch (...) {
        session.broken();
        throw;
      }
    } catch (const StorageUnavailable&) {
      throw;
    } catch (const std::exception& fault) {
      throw NothingWritten(std::string("nothing was written: ") + fault.what());
    }
  }
}

/// The committer gives what goes together in one statement; whoever gives more has it done in several, in order.
std::vector<CommitResult> PostgresDatabase::commit(std::span<const Change> changes, Instant seen) {
  std::vector<Holds> holds;
  for (const Change& change : changes) holds.push_back(holds_of(change));
  std::vector<CommitResult> results;
  while (results.size() < changes.size()) {
    const auto rest = std::span(holds).subspan(results.size());
    const std::size_t count = together(rest);
    const std::string document =
        changes_document(changes.subspan(results.size(), count), rest.first(count), identity_.instance, seen);
    try {
      for (CommitResult& result : commit_batch(document, seen)) results.push_back(std::move(result));
    } catch (const NothingWritten& fault) {
      if (results.empty()) throw;
      throw StorageUnavailable(std::string("only a part was written: ") + fault.what());
    }
  }
  return results;
}

std::vector<CommitResult> PostgresDatabase::commit_batch(const std::string& document, Instant seen) {
  using Row = std::tuple<int, std::string, std::string, std::string>;
  for (int left = tries - 1;; --left) {
    try {
      auto lane = lanes_.lend();
      try {
        expired_answers_.sweep(*lane, seen);
        std::vector<CommitResult> results;
        for (const Row& row : lane->rows<Row>(apply_changes, document)) results.push_back(result_of(row));
        return results;
      } catch (const PostgresError& fault) {
        if (!fault.is_answer()) {
          drop(lane);
          throw StorageUnavailable(std::string("the commit's outcome is unknown: ") + fault.what());
        }
        lane.broken();
        if (!fault.is_retryable() || left == 0) throw;
      }
    } catch (const StorageUnavailable&) {
      throw;
    } catch (const std::exception& fault) {
      throw NothingWritten(std::string("nothing was written: ") + fault.what());
    }
  }
}

std::vector<Appointment> PostgresDatabase::appointments_of(const OfficeId& office) {
  std::vector<Appointment> found;
  reading([&](Connection& reader) {
    for (const auto& [body] : reader.rows<std::tuple<std::string>>(office_appointments, office))
      found.push_back(decode<Appointment>(body));
  });
  return found;
}

}  // namespace vinhdanh::detail
