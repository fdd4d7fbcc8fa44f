// The access log of a store over SQL.
#include "adapters/sql/sql_access_log.hpp"

#include <limits>

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements.hpp"
#include "adapters/sql/statements_access_log.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

constexpr auto kept_from_name = "access_log_kept_from";
constexpr std::int64_t minute_milliseconds = 60'000;

using OptionalText = std::optional<std::string>;
using AccessRow = std::tuple<std::int64_t, std::int64_t, std::string, OptionalText, OptionalText, OptionalText, std::string,
                             std::string, std::string, std::string, int, std::string, std::string, int>;

void add_one(detail::Connection& writer, const AccessEntry& it) {
  writer.change(sql::add_access, it.at.milliseconds, it.at.milliseconds / minute_milliseconds,
                std::string(name_of(it.kind)), it.person.value_or(it.address), it.person, it.appointment, it.office,
                it.address, it.method, it.route, it.target, it.status, it.code, it.request_id, it.count);
}

AccessEntry entry_of(const AccessRow& row) {
  AccessEntry it;
  std::string kind;
  std::tie(it.seq, it.at.milliseconds, kind, it.person, it.appointment, it.office, it.address, it.method, it.route, it.target,
           it.status, it.code, it.request_id, it.count) = row;
  it.kind = parse_name<AccessKind>(kind).value_or(AccessKind::denied);
  return it;
}

}  // namespace

void SqlAccessLog::add(std::span<const AccessEntry> entries) {
  if (entries.empty()) return;
  store_.inner_->write([&](detail::Connection& writer) {
    for (const AccessEntry& entry : entries) add_one(writer, entry);
    return entries.size();
  });
}

std::vector<AccessEntry> SqlAccessLog::find(const AccessQuery& query) const {
  constexpr auto last = std::numeric_limits<std::int64_t>::max();
  const std::int64_t before = query.before > 0 ? query.before : last;
  const std::string kind = query.kind ? std::string(name_of(*query.kind)) : "";
  const std::int64_t from = query.from ? query.from->milliseconds : 0;
  const std::int64_t to = query.to ? query.to->milliseconds : last;
  const int any = query.offices.empty() ? 1 : 0;
  const std::string offices = nlohmann::json(query.offices).dump();
  const auto rows = store_.inner_->read([&](detail::Connection& reader) {
    if (query.person) {
      return reader.rows<AccessRow>(sql::accesses_of_person, *query.person, before, kind, kind, from, to, any, offices,
                                    query.limit);
    }
    return reader.rows<AccessRow>(sql::accesses, before, kind, kind, from, to, any, offices, query.limit);
  });
  std::vector<AccessEntry> found;
  for (const AccessRow& row : rows) found.push_back(entry_of(row));
  return found;
}

std::int64_t SqlAccessLog::drop_before(Instant day) {
  return store_.inner_->write([&](detail::Connection& writer) -> std::int64_t {
    const auto known = writer.value<std::string>(sql::meta, std::string(kept_from_name));
    if (known && std::stoll(*known) >= day.milliseconds) return 0;
    writer.change(sql::put_meta, std::string(kept_from_name), std::to_string(day.milliseconds));
    return writer.change(sql::drop_accesses, day.milliseconds);
  });
}

std::optional<Instant> SqlAccessLog::kept_from() const {
  const auto known = store_.meta(kept_from_name);
  if (!known) return std::nullopt;
  return Instant{std::stoll(*known)};
}

}  // namespace vinhdanh
