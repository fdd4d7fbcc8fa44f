/// A file whose bytes are part of the binary.
#pragma once

#include <span>
#include <string_view>

namespace vinhdanh {

struct EmbeddedFile {
  std::string_view path;   ///< relative to its room
  std::string_view bytes;
};

}  // namespace vinhdanh
