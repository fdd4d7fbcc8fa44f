// Texts of the aggregates: compact JSON with sorted members.
#include "engine/codec/codec.hpp"

#include <stdexcept>

#include "engine/codec/direct.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/model/content.hpp"

namespace vinhdanh {
namespace detail {

template <class T>
constexpr std::string_view kStoredName = "value";

}  // namespace detail

template <class T>
std::string encode(const T& value) {
  std::string text;
  detail::write_value(text, value);
  return text;
}

template <class T>
T decode(std::string_view text) {
  {
    T value{};
    detail::DirectReader reader(text);
    if (reader.read(value) && reader.at_end()) return value;
  }
  const auto fail = [](const std::string& what) -> T {
    throw std::runtime_error("stored " + std::string(detail::kStoredName<T>) + what);
  };
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(" is not JSON");
  auto decoded = decode_stored<T>(json);
  if (!decoded.value) return fail(" at \"" + decoded.errors[0].pointer + "\": " + decoded.errors[0].code);
  return std::move(*decoded.value);
}

#define VINHDANH_STORED(name, ...)                                    \
  template <>                                                         \
  constexpr std::string_view detail::kStoredName<__VA_ARGS__> = name; \
  template std::string encode<__VA_ARGS__>(const __VA_ARGS__&);       \
  template __VA_ARGS__ decode<__VA_ARGS__>(std::string_view)

VINHDANH_STORED("dossier", Dossier);
VINHDANH_STORED("submission", Submission);
VINHDANH_STORED("occasion", Occasion);
VINHDANH_STORED("decision", Decision);
VINHDANH_STORED("duty", DutyTask);
VINHDANH_STORED("account", Account);
VINHDANH_STORED("appointment", Appointment);
VINHDANH_STORED("token", Token);
VINHDANH_STORED("quota", QuotaState);
VINHDANH_STORED("content", Content);
VINHDANH_STORED("figures", Figures);
VINHDANH_STORED("attestations", Attestations);
VINHDANH_STORED("definition reference", DefinitionRef);
VINHDANH_STORED("document reference", DocumentRef);
VINHDANH_STORED("actor", Actor);
VINHDANH_STORED("paper", PaperEntry);
VINHDANH_STORED("text", std::string);
VINHDANH_STORED("list of texts", std::vector<std::string>);

#undef VINHDANH_STORED

}  // namespace vinhdanh
