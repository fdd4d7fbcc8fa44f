/// Bytes to one struct: the guard, then the members.
#pragma once

#include <string_view>

#include "engine/codec/json_guard.hpp"
#include "workflows/loader/reader.hpp"

namespace vinhdanh::detail {

/// The JSON of a definition file (at most 4 MiB), or nothing and an error in the list.
std::optional<nlohmann::json> parse_document(std::string_view bytes, std::vector<LoadError>& errors);

/// True when only unknown members were found: the struct is then complete enough to judge its meaning.
bool is_complete(const std::vector<LoadError>& errors);

/// Reads the structure, then lets `rules(place, value)` judge the meaning.
template <class T, class Rules>
Loaded<T> load_document(std::string_view bytes, Rules rules) {
  Loaded<T> loaded;
  const auto json = parse_document(bytes, loaded.errors);
  if (!json) return loaded;
  T value;
  const Place root(loaded.errors);
  if (read_value(root, *json, value) && is_complete(loaded.errors)) rules(root, value);
  if (loaded.errors.empty()) loaded.value = std::move(value);
  return loaded;
}

}  // namespace vinhdanh::detail
