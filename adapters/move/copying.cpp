// Tables in their order, then readers' places, then papers.
#include "adapters/move/copying.hpp"

#include "adapters/move/feed_cursors.hpp"
#include "adapters/move/move_counts.hpp"

namespace vinhdanh::detail {
namespace {

std::int64_t copy_table(Connection& from, MoveTarget& to, const MovedTable& table, MoveWatch& watch) {
  const std::int64_t total = count_rows(from, table);
  TablePages pages(from, table);
  const auto writer = to.writer(table);
  std::int64_t done = 0;
  for (auto rows = pages.next(); !rows.empty(); rows = pages.next()) {
    writer->write(rows);
    done += static_cast<std::int64_t>(rows.size());
    watch.went(MovePhase::copying, table.name, done, total);
  }
  if (done == 0) watch.went(MovePhase::copying, table.name, 0, total);
  return done;
}

std::int64_t copy_papers(MovingPapers& from, MovingPapers& to, MoveWatch& watch) {
  const std::int64_t total = count_papers(from);
  std::int64_t done = 0;
  from.each([&](const PaperId& id) {
    to.put(id, from.get(id).value());
    watch.went(MovePhase::copying, papers_name, ++done, total);
  });
  if (done == 0) watch.went(MovePhase::copying, papers_name, 0, total);
  return done;
}

}  // namespace

Copied copy_everything(MoveSource& source, MoveTarget& target, MoveWatch& watch) {
  Copied copied;
  for (const MovedTable& table : moved_tables()) {
    const std::int64_t rows = copy_table(source.session(), target, table, watch);
    copied.rows += rows;
    if (table.is_feed) copied.events = rows;
  }
  put_feed_cursors(target.session(), feed_cursors(source.session()));
  copied.papers = copy_papers(source.papers(), target.papers(), watch);
  return copied;
}

}  // namespace vinhdanh::detail
