/// What events only commit to, held against what is kept apart: personal values, the frozen content, the papers' bytes.
#pragma once

#include <span>

#include "engine/invariants/violation.hpp"
#include "engine/ports/blobs.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {

/// INV-16 for a personal value that is not the one committed to, or a frozen content whose hash is not over its value and
/// papers; INV-22 for a paper whose bytes are not there or not those committed to. A value that was erased is withheld,
/// which is no fault; its paper's bytes then go unchecked. Without `papers` no bytes are read. Throws StorageUnavailable.
Violations check_kept_values(const Store& store, const BlobStore* papers, const StreamRef& stream,
                             std::span<const SealedEvent> events);

}  // namespace vinhdanh
