// Fuzz target: the strict JSON reader, and what is decoded from what it lets in.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/codec/codec.hpp"
#include "engine/codec/json_guard.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/model/content.hpp"
#include "tests/fuzz/must.hpp"

using namespace vinhdanh;

namespace {

template <class T>
void check_decoded(const nlohmann::json& json) {
  const auto decoded = decode_strict<T>(json);
  if (!decoded.value) return must(!decoded.errors.empty() && decoded.errors.size() <= kMostDecodeErrors);
  const std::string text = encode(*decoded.value);
  must(encode(decode<T>(text)) == text);
}

void check_event(std::string_view bytes) {
  try {
    const SealedEvent event = read_event(bytes);
    must(event.n >= 0 || event.n < 0);
    must(!type_of(event.event.body).empty());
  } catch (const std::runtime_error&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_event(bytes);
  const auto parsed = parse_strict(bytes);
  if (parsed.error) {
    must(parsed.error->offset <= size + 1 && !parsed.error->code.empty());  // the end of the input counts as one
    return 0;
  }
  must(nlohmann::json::accept(bytes));
  const auto again = parse_strict(parsed.value.dump());
  must(!again.error && again.value == parsed.value);
  check_decoded<Content>(parsed.value);
  check_decoded<PaperEntry>(parsed.value);
  check_decoded<DocumentRef>(parsed.value);
  check_decoded<Attestations>(parsed.value);
  return 0;
}
