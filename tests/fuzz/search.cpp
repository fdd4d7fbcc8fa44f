// Fuzz target: the text of a search, folded to letters without marks.
#include <glib.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "api/desk/lists/fold_text.hpp"
#include "engine/codec/text.hpp"
#include "tests/fuzz/must.hpp"

using namespace vinhdanh;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (normalise_text(text) != TextFault::none) return 0;  // the door lets nothing else in
  const std::string folded = fold_text(text);
  must(g_utf8_validate(folded.data(), static_cast<gssize>(folded.size()), nullptr));
  // However its marks are written. (Not `fold_text(folded) == folded`: GLib turns Cherokee letters to and fro.)
  gchar* apart = g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_NFD);
  must(fold_text(apart) == folded);
  g_free(apart);
  for (const auto& word : folded_words(text)) must(!word.empty());
  return 0;
}
