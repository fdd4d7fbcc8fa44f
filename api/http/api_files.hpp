/// Files that the server serves from inside the binary.
#pragma once

#include "engine/ports/embedded.hpp"

namespace vinhdanh {

/// `openapi.yaml`.
std::span<const EmbeddedFile> api_files();

}  // namespace vinhdanh
