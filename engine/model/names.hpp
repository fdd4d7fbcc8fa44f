/// How an enumeration and its frozen lower-snake names belong together.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vinhdanh {

/// Specialised beside each enumeration: the stored names, in the order of the enumerators. They never change.
template <class Enum>
struct Names;

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return Names<Enum>::all[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> parse_name(std::string_view text) {
  for (std::size_t i = 0; i < Names<Enum>::all.size(); ++i) {
    if (Names<Enum>::all[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace vinhdanh

/// Defines the names of an enumeration; use at namespace vinhdanh scope, directly under the enumeration.
#define VINHDANH_NAMES(Enum, ...)                                                 \
  template <>                                                                     \
  struct Names<Enum> {                                                            \
    static constexpr auto all = std::to_array<std::string_view>({__VA_ARGS__});   \
  }
