/// The portal's pages inside the binary.
#pragma once

#include "engine/ports/embedded.hpp"

namespace vinhdanh {

/// What `portal/dist` held when the program was built, by paths relative to `api`; nothing if there was no portal.
std::span<const EmbeddedFile> portal_files();

}  // namespace vinhdanh
