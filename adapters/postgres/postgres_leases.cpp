// A row for each work, taken by who finds it free or his own.
#include "adapters/postgres/postgres_leases.hpp"

#include "adapters/sql/database.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view has_leases = "SELECT CASE WHEN to_regclass('lease') IS NULL THEN 0 ELSE 1 END";
constexpr std::string_view add_work = "INSERT INTO lease (work, holder, until) VALUES (:work, '', 0) ON CONFLICT DO NOTHING";
/// Whoever is taking it at this moment is passed over rather than waited for. 1 where another had it before.
constexpr std::string_view take_work =
    "WITH moment AS (SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) AS now), "
    "free AS (SELECT work, holder FROM lease, moment WHERE work = :work AND (holder = :me OR until < now) "
    "FOR UPDATE OF lease SKIP LOCKED) "
    "UPDATE lease SET holder = :new_holder, until = now + CAST(:time AS bigint) FROM free, moment WHERE lease.work = free.work "
    "RETURNING CASE WHEN free.holder = lease.holder THEN 0 ELSE 1 END";
constexpr std::string_view drop_work = "UPDATE lease SET holder = '', until = 0 WHERE work = :work AND holder = :me";

}  // namespace

Leased PostgresLeases::take(const std::string& work, std::int64_t milliseconds) {
  Leased leased = Leased::no;
  store_.database().writing([&](detail::Connection& writer) {
    leased = Leased::no;
    if (writer.value<int>(has_leases) != 1) {
      leased = Leased::still;
      return;
    }
    writer.change(add_work, work);
    const auto moved = writer.value<int>(take_work, work, holder_, holder_, milliseconds);
    if (moved) leased = *moved == 1 ? Leased::anew : Leased::still;
  });
  return leased;
}

void PostgresLeases::give_back(const std::string& work) {
  store_.database().writing([&](detail::Connection& writer) {
    if (writer.value<int>(has_leases) == 1) writer.change(drop_work, work, holder_);
  });
}

}  // namespace vinhdanh
