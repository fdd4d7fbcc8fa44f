// What is hashed, and under which tag: every hash begins with a tag of its own, and NUL parts the fields.
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {
namespace {

std::string joined(std::initializer_list<std::string_view> fields) {
  std::string text;
  for (const auto field : fields) {
    if (!text.empty()) text += '\0';
    text += field;
  }
  return text;
}

}  // namespace

std::string event_hash(std::string_view bytes) { return sha256_hex(bytes); }

std::string genesis(std::string_view instance, StreamKind kind, std::string_view stream_id) {
  return sha256_hex(joined({"vinhdanh/stream/v1", instance, name_of(kind), stream_id}));
}

std::string commitment(std::string_view salt_hex, std::string_view path, std::string_view canonical_value) {
  return sha256_hex(joined({"vinhdanh/v1", salt_hex, path, canonical_value}));
}

std::string paper_commitment(std::string_view salt_hex, std::string_view bytes_sha256) {
  return sha256_hex(joined({"vinhdanh/paper/v1", salt_hex, bytes_sha256}));
}

std::string content_hash(std::string_view content_commitment, const std::vector<PaperEntry>& papers) {
  std::vector<std::pair<std::string_view, std::string_view>> standing;
  for (const auto& paper : papers) {
    if (!paper.superseded && !paper.stage) standing.emplace_back(paper.slot, paper.commitment);
  }
  std::ranges::sort(standing);
  auto text = joined({"vinhdanh/content/v1", content_commitment});
  for (const auto& [slot, paper] : standing) text.append(1, '\0').append(slot).append(1, '\0').append(paper);
  return sha256_hex(text);
}

}  // namespace vinhdanh
