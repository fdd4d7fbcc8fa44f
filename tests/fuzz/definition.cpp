// Fuzz target: the loader of definition files of every kind.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/must.hpp"
#include "workflows/loader/loader.hpp"

using namespace vinhdanh;

namespace {

template <class T>
void check_loaded(const Loaded<T>& loaded) {
  must(loaded.value.has_value() == loaded.errors.empty());
  for (const auto& error : loaded.errors)
    must(!error.code.empty() && !error.message_vi.empty() && !error.message_en.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  kind_of(bytes);
  check_loaded(load_plan(bytes));
  check_loaded(load_law(bytes));
  check_loaded(load_calendar(bytes));
  const EmbeddedFile file{"organisations/fuzz.json", bytes};
  check_loaded(load_organisations({&file, 1}));
  return 0;
}
