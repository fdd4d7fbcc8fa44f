/// What a store throws when storage failed and nothing of a change was written.
#pragma once

#include "engine/ports/store.hpp"

namespace vinhdanh {

/// Thrown by the writes of a store, `commit` first of all, in place of the bare StorageUnavailable when the failure came
/// before COMMIT: the caller may say that nothing was saved, and nothing that was made for the change need be kept.
struct NothingWritten final : StorageUnavailable {
  using StorageUnavailable::StorageUnavailable;
};

}  // namespace vinhdanh
