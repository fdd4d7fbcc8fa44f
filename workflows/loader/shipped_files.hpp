/// The definition files that ship inside the binary.
#pragma once

#include "engine/ports/embedded.hpp"

namespace vinhdanh {

/// Paths are relative to `workflows/`: `plans/<id>/v1.json`, `law/eras.json`, `calendars/vn.json`, `organisations/*.json`.
std::span<const EmbeddedFile> shipped_files();

}  // namespace vinhdanh
