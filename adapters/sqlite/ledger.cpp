// Places are taken by a guarded update; counting first and writing after would oversell.
#include "adapters/sqlite/ledger.hpp"

#include "adapters/sql/connection.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh::detail {
namespace {

const std::string reserved = "reserved";
const std::string consumed = "consumed";

CommitStatus take_place(Connection& db, const QuotaMove& move, bool at_once) {
  if (move.limit < 1) return CommitStatus::place_lost;
  db.change(sql::open_quota, move.key, move.limit);
  const auto text = at_once ? sql::take_place : sql::reserve_place;
  if (db.change(text, move.limit, move.key, move.limit) == 0) return CommitStatus::place_lost;
  db.change(sql::put_holder, move.key, move.dossier, at_once ? consumed : reserved);
  return CommitStatus::done;
}

CommitStatus step(Connection& db, const QuotaMove& move) {
  const auto state = db.value<std::string>(sql::quota_holder, move.key, move.dossier);
  const auto free_place = [&](const std::string& held, sql::Text text) {
    if (state != held || db.change(text, move.key) == 0) return CommitStatus::stale;
    db.change(sql::drop_holder, move.key, move.dossier);
    return CommitStatus::done;
  };
  switch (move.step) {
    case QuotaStep::reserve:
    case QuotaStep::reserve_and_consume:
      if (state) return CommitStatus::stale;
      return take_place(db, move, move.step == QuotaStep::reserve_and_consume);
    case QuotaStep::consume:
      if (state != reserved || db.change(sql::consume_place, move.key) == 0) return CommitStatus::stale;
      db.change(sql::put_holder, move.key, move.dossier, consumed);
      return CommitStatus::done;
    case QuotaStep::release_reserved: return free_place(reserved, sql::free_reserved);
    case QuotaStep::release_consumed: return free_place(consumed, sql::free_consumed);
  }
  return CommitStatus::stale;
}

}  // namespace

std::optional<CommitResult> move_places(Connection& writer, const std::vector<QuotaMove>& moves) {
  writer.script("SAVEPOINT places");
  for (const QuotaMove& move : moves) {
    const CommitStatus status = step(writer, move);
    if (status == CommitStatus::done) continue;
    writer.script("ROLLBACK TO places; RELEASE places");
    return CommitResult{status, move.key, {}};
  }
  writer.script("RELEASE places");
  return std::nullopt;
}

}  // namespace vinhdanh::detail
