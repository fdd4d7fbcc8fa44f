/// One codec for everything with VINHDANH_MEMBERS, the canonical JSON of events, and their hashes.
///
/// Canonical JSON is a profile of RFC 8785: members sorted by name (ASCII), no whitespace, no floats, strings in NFC,
/// times as UTC milliseconds text, absent optionals left out.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/events.hpp"

namespace vinhdanh {

/// Text of an aggregate, and back; the text is our own, so a failure to read it throws std::runtime_error.
template <class T>
std::string encode(const T& value);
template <class T>
T decode(std::string_view text);

/// The stored name of an event's type: `dossier_opened`, …
std::string_view type_of(const EventBody& body);

/// The bytes that are hashed and stored for an event at place n.
std::string canonical_bytes(const Event& event, std::int64_t n, std::string_view prev);
/// The canonical bytes of an event that has no place yet: what stands before the number n, and after prev with its quotes.
/// Between them belong n, `,"prev":` and the text of prev.
struct OpenBytes {
  std::string before;
  std::string after;
};
OpenBytes open_bytes(const Event& event);
/// Reads stored bytes back, upcasting older versions. Throws std::runtime_error naming the type or member at fault.
SealedEvent read_event(std::string_view bytes);

/// hex SHA-256 of the bytes: the event's hash and the next event's `prev`.
std::string event_hash(std::string_view bytes);
/// `prev` of event 0: over installation and stream.
std::string genesis(std::string_view instance, StreamKind kind, std::string_view stream_id);
/// Gives the event its place.
SealedEvent seal(const Event& event, std::int64_t n, const std::string& prev);

/// Commitment to a personal value: SHA-256 over "vinhdanh/v1", salt, path and canonical value, NUL between.
std::string commitment(std::string_view salt_hex, std::string_view path, std::string_view canonical_value);
/// Commitment to a paper: SHA-256 over "vinhdanh/paper/v1", salt and the hex SHA-256 of its bytes.
std::string paper_commitment(std::string_view salt_hex, std::string_view bytes_sha256);
/// The hash that endorsements bind to: over the content's commitment and the unit's standing papers.
std::string content_hash(std::string_view content_commitment, const std::vector<PaperEntry>& papers);

}  // namespace vinhdanh
