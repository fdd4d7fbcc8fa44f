// Papers go over the store's own sessions, so that there is one way to notice and replace a broken one.
#include "adapters/postgres/postgres_blobs.hpp"

#include "adapters/postgres/paper_rows.hpp"
#include "adapters/sql/database.hpp"

namespace vinhdanh {
namespace {

/// The server takes no text with NUL in it.
bool can_be_id(const PaperId& id) { return !id.empty() && id.find('\0') == std::string::npos; }

}  // namespace

void PostgresBlobs::put(const PaperId& id, const std::string& bytes) {
  if (!can_be_id(id)) throw StorageUnavailable("not a paper's id");
  store_.database().writing([&](detail::Connection& writer) { detail::put_paper(writer, id, bytes); });
}

std::optional<std::string> PostgresBlobs::get(const PaperId& id) const {
  if (!can_be_id(id)) return std::nullopt;
  std::optional<std::string> bytes;
  store_.database().reading([&](detail::Connection& reader) { bytes = detail::paper_of(reader, id); });
  return bytes;
}

void PostgresBlobs::remove(const PaperId& id) {
  if (!can_be_id(id)) return;
  store_.database().writing([&](detail::Connection& writer) { detail::drop_paper(writer, id); });
}

}  // namespace vinhdanh
