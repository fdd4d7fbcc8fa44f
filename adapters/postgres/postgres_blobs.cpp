// Bytes travel as hexadecimal text over the store's own sessions, so that there is one way to notice and replace a broken one.
#include "adapters/postgres/postgres_blobs.hpp"

#include "adapters/random.hpp"
#include "adapters/sql/database.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t piece_size = 256 * 1024;

constexpr std::string_view add_piece = "INSERT INTO paper (id, piece, bytes) VALUES (:id, :piece, decode(:hex, 'hex'))";
constexpr std::string_view pieces = "SELECT encode(bytes, 'hex') FROM paper WHERE id = :id ORDER BY piece";
constexpr std::string_view drop_pieces = "DELETE FROM paper WHERE id = :id";

int digit_of(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

void append_bytes(const std::string& hex, std::string& bytes) {
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(digit_of(hex[i]) * 16 + digit_of(hex[i + 1]));
}

/// The server takes no text with NUL in it.
bool can_be_id(const PaperId& id) { return !id.empty() && id.find('\0') == std::string::npos; }

}  // namespace

void PostgresBlobs::put(const PaperId& id, const std::string& bytes) {
  if (!can_be_id(id)) throw StorageUnavailable("not a paper's id");
  store_.database().writing([&](detail::Connection& writer) {
    writer.change(drop_pieces, id);
    std::int64_t piece = 0;
    // An empty paper is one empty piece: it is there.
    for (std::size_t at = 0; at < bytes.size() || piece == 0; at += piece_size)
      writer.change(add_piece, id, piece++, hex_text(bytes.substr(at, piece_size)));
  });
}

std::optional<std::string> PostgresBlobs::get(const PaperId& id) const {
  if (!can_be_id(id)) return std::nullopt;
  std::optional<std::string> bytes;
  store_.database().reading([&](detail::Connection& reader) {
    bytes.reset();
    for (const auto& [hex] : reader.rows<std::tuple<std::string>>(pieces, id)) {
      if (!bytes) bytes.emplace();
      append_bytes(hex, *bytes);
    }
  });
  return bytes;
}

void PostgresBlobs::remove(const PaperId& id) {
  if (!can_be_id(id)) return;
  store_.database().writing([&](detail::Connection& writer) { writer.change(drop_pieces, id); });
}

}  // namespace vinhdanh
