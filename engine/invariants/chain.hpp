/// The chain of one stream: numbers, hashes, canonical bytes, time. Works on any kind of stream.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/invariants/violation.hpp"
#include "engine/model/events.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

/// INV-13 (n is 0, 1, 2 …), INV-16 (bytes are canonical and hash to the event's hash; `prev` is the hash before it, the
/// genesis for the first; the event belongs to this stream) and INV-24 (time never runs backwards). Of an altered event
/// its own n is named, not those of the events that follow.
Violations check_chain(std::span<const SealedEvent> events, std::string_view instance, StreamKind kind,
                       std::string_view stream_id);

/// Stored rows read back. `events` ends before the first row that cannot be read.
struct ChainReading {
  std::vector<SealedEvent> events;
  Violations violations;
};

/// Reads rows as stored and checks their chain.
ChainReading read_chain(std::span<const Store::RawEvent> rows, std::string_view instance, StreamKind kind,
                        std::string_view stream_id);

/// True when the chain itself is broken, so that what its events say proves nothing.
bool is_broken(const Violations& violations);

}  // namespace vinhdanh
