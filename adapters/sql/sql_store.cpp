// Commits and the small writes.
#include "adapters/sql/sql_store.hpp"

#include "adapters/accept.hpp"
#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh {

using detail::Connection;

SqlStore::SqlStore(std::unique_ptr<detail::Database> database) : inner_(std::make_unique<Inner>()) {
  inner_->database = std::move(database);
}
SqlStore::~SqlStore() = default;

detail::Database& SqlStore::database() const { return *inner_->database; }

std::vector<CommitResult> SqlStore::commit(std::span<const Change> changes) {
  return inner_->database->commit(changes, Instant{inner_->seen});
}
int SqlStore::lanes() const { return inner_->database->lanes(); }

std::optional<std::int64_t> SqlStore::save_workspace(const DossierId& id, std::int64_t expected,
                                                     const std::string& content) {
  return inner_->write([&](Connection& writer) -> std::optional<std::int64_t> {
    if (writer.change(sql::save_workspace, content, id, expected) == 0) return std::nullopt;
    return expected + 1;
  });
}

std::optional<KeptAnswer> SqlStore::answer(const std::string& principal, const std::string& key,
                                           Instant system_now) const {
  std::int64_t seen = inner_->seen;
  while (seen < system_now.milliseconds && !inner_->seen.compare_exchange_weak(seen, system_now.milliseconds)) {
  }
  using Row = std::tuple<std::string, int, std::string, std::string, std::string, std::int64_t>;
  const auto row = inner_->read([&](Connection& reader) { return reader.row<Row>(sql::answer, principal, key); });
  if (!row || std::get<5>(*row) <= system_now.milliseconds) return std::nullopt;
  const auto& [fingerprint, status, headers, body, receipts, expires] = *row;
  return KeptAnswer{principal, key, fingerprint, status, headers, body, receipts, Instant{expires}};
}

std::string SqlStore::next_code(int year) {
  return inner_->write([&](Connection& writer) {
    writer.change(sql::step_code, year);
    return code_text(year, writer.value<std::int64_t>(sql::last_code, year).value());
  });
}

std::vector<Appointment> SqlStore::appointments_of(const OfficeId& office) const {
  return inner_->database->appointments_of(office);
}

std::string SqlStore::instance() const { return inner_->database->instance(); }
bool SqlStore::demo() const { return inner_->database->demo(); }

std::optional<std::string> SqlStore::meta(const std::string& name) const {
  return inner_->read([&](Connection& reader) { return reader.value<std::string>(sql::meta, name); });
}

std::vector<std::string> SqlStore::active_definitions() const {
  return inner_->read([&](Connection& reader) {
    std::vector<std::string> found;
    for (auto& [sha256] : reader.rows<std::tuple<std::string>>(sql::active_definitions)) found.push_back(std::move(sha256));
    return found;
  });
}

void SqlStore::set_meta(const std::string& name, const std::string& value) {
  inner_->write([&](Connection& writer) { return writer.change(sql::put_meta, name, value); });
}

}  // namespace vinhdanh
