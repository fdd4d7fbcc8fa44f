// Bytes travel as hexadecimal text.
#include "adapters/postgres/paper_rows.hpp"

#include "adapters/random.hpp"
#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {
namespace {

constexpr std::size_t piece_size = 256 * 1024;
constexpr std::size_t papers_at_once = 1000;

constexpr std::string_view add_piece = "INSERT INTO paper (id, piece, bytes) VALUES (:id, :piece, decode(:hex, 'hex'))";
constexpr std::string_view pieces = "SELECT encode(bytes, 'hex') FROM paper WHERE id = :id ORDER BY piece";
constexpr std::string_view drop_pieces = "DELETE FROM paper WHERE id = :id";
constexpr std::string_view papers_after = "SELECT DISTINCT id FROM paper WHERE id > :id ORDER BY id LIMIT :limit";

int digit_of(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

void append_bytes(const std::string& hex, std::string& bytes) {
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(digit_of(hex[i]) * 16 + digit_of(hex[i + 1]));
}

}  // namespace

void put_paper(Connection& writer, const PaperId& id, const std::string& bytes) {
  writer.change(drop_pieces, id);
  std::int64_t piece = 0;
  // An empty paper is one empty piece: it is there.
  for (std::size_t at = 0; at < bytes.size() || piece == 0; at += piece_size)
    writer.change(add_piece, id, piece++, hex_text(bytes.substr(at, piece_size)));
}

std::optional<std::string> paper_of(Connection& reader, const PaperId& id) {
  std::optional<std::string> bytes;
  for (const auto& [hex] : reader.rows<std::tuple<std::string>>(pieces, id)) {
    if (!bytes) bytes.emplace();
    append_bytes(hex, *bytes);
  }
  return bytes;
}

void drop_paper(Connection& writer, const PaperId& id) { writer.change(drop_pieces, id); }

void each_paper(Connection& reader, const std::function<void(const PaperId&)>& visit) {
  PaperId last;
  for (;;) {
    const auto rows = reader.rows<std::tuple<std::string>>(papers_after, last, papers_at_once);
    for (const auto& [id] : rows) visit(last = id);
    if (rows.size() < papers_at_once) return;
  }
}

}  // namespace vinhdanh::detail
