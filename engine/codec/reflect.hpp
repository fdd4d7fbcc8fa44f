/// Reads and writes as JSON whatever has VINHDANH_MEMBERS, and the plain values inside it.
///
/// Shapes: a struct is an object, an optional is left out when empty, a vector an array, a map an object (integer keys
/// as decimal text), an enumeration its stored name, Date, Instant and Decimal their text.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/codec/decode_error.hpp"
#include "engine/codec/json.hpp"
#include "engine/model/basics.hpp"
#include "engine/model/names.hpp"

namespace vinhdanh {

/// JSON of a value.
template <class T>
nlohmann::json to_json_value(const T& value);

template <class T>
struct Decoded {
  std::optional<T> value;           ///< present exactly when there is no error
  std::vector<DecodeError> errors;  ///< at most kMostDecodeErrors
};

/// Reads a request body. Unknown members and wrong types are always errors. An absent text, list, map, number, truth
/// value or optional (also null) keeps its default, so that the engine can say what is missing; an absent enumeration,
/// date, instant or figure is `missing_member`.
template <class T>
Decoded<T> decode_strict(const nlohmann::json& json);

/// Reads what `to_json_value` wrote: only optionals may be absent, and nothing is null.
template <class T>
Decoded<T> decode_stored(const nlohmann::json& json);

namespace detail {

struct AnyMember {
  template <class M>
  void operator()(const char*, M&) const {}
};

template <class T>
concept Reflected = requires(T& value) {
  T::members(value, AnyMember{});
};
template <class T>
concept Named = std::is_enum_v<T> && requires {
  Names<T>::all;
};
template <class T>
concept Integer = std::same_as<T, int> || std::same_as<T, std::int64_t>;
template <class T>
concept Textual = std::same_as<T, Date> || std::same_as<T, Instant> || std::same_as<T, Decimal>;

template <Textual T>
inline constexpr std::string_view kTextName = "figure";
template <>
inline constexpr std::string_view kTextName<Date> = "date";
template <>
inline constexpr std::string_view kTextName<Instant> = "instant";

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class K, class V>
inline constexpr bool is_map<std::map<K, V>> = true;

inline std::string key_text(const std::string& key) { return key; }
inline std::string key_text(int key) { return std::to_string(key); }

inline bool read_key(const std::string& text, std::string& key) {
  key = text;
  return true;
}
/// Only the one decimal text of the number counts: no sign of plus, no leading zero.
inline bool read_key(const std::string& text, int& key) {
  const char* const end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, key);
  return fault == std::errc{} && rest == end && std::to_string(key) == text;
}

enum class Origin { request, store };

/// One pass over a JSON value with the pointer of where it is.
class Reader {
 public:
  explicit Reader(Origin origin) : origin_(origin) {}

  template <class T>
  void read(const nlohmann::json& json, T& value) {
    if constexpr (std::same_as<T, std::string>) {
      if (json.is_string())
        value = json.get_ref<const std::string&>();
      else
        fail(DecodeFault::wrong_type, "text");
    } else if constexpr (std::same_as<T, bool>) {
      if (json.is_boolean())
        value = json.get<bool>();
      else
        fail(DecodeFault::wrong_type, "true_or_false");
    } else if constexpr (Integer<T>) {
      read_integer(json, value);
    } else if constexpr (Named<T>) {
      read_name(json, value);
    } else if constexpr (Textual<T>) {
      read_text(json, value);
    } else if constexpr (is_optional<T>) {
      read(json, value.emplace());
    } else if constexpr (is_vector<T>) {
      read_array(json, value);
    } else if constexpr (is_map<T>) {
      read_map(json, value);
    } else {
      static_assert(Reflected<T>, "a struct needs VINHDANH_MEMBERS to be read");
      read_object(json, value);
    }
  }

  std::vector<DecodeError> errors;

 private:
  void fail(DecodeFault fault, std::string_view expected = {}) {
    if (errors.size() < kMostDecodeErrors) errors.push_back(decode_error(pointer_, fault, expected));
  }

  template <class Step>
  void inside(std::string_view token, Step&& step) {
    const auto length = pointer_.size();
    append_pointer(pointer_, token);
    step();
    pointer_.resize(length);
  }

  template <class T>
  void read_integer(const nlohmann::json& json, T& value) {
    if (!json.is_number_integer()) return fail(DecodeFault::wrong_type, "integer");
    constexpr auto largest = std::numeric_limits<T>::max();
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(largest)) {
      return fail(DecodeFault::bad_value, "integer_in_range");
    }
    const auto number = json.get<std::int64_t>();
    if (number < std::numeric_limits<T>::min()) return fail(DecodeFault::bad_value, "integer_in_range");
    value = static_cast<T>(number);
  }

  template <class T>
  void read_name(const nlohmann::json& json, T& value) {
    if (!json.is_string()) return fail(DecodeFault::wrong_type, "text");
    const auto parsed = parse_name<T>(json.get_ref<const std::string&>());
    if (!parsed) return fail(DecodeFault::bad_value, one_of(Names<T>::all));
    value = *parsed;
  }

  template <class T>
  void read_text(const nlohmann::json& json, T& value) {
    if (!json.is_string()) return fail(DecodeFault::wrong_type, "text");
    const auto parsed = T::parse(json.get_ref<const std::string&>());
    if (!parsed) return fail(DecodeFault::bad_value, kTextName<T>);
    value = *parsed;
  }

  template <class T>
  void read_array(const nlohmann::json& json, std::vector<T>& value) {
    if (!json.is_array()) return fail(DecodeFault::wrong_type, "array");
    value.clear();
    value.reserve(json.size());
    for (const auto& item : json) {
      inside(std::to_string(value.size()), [&] { read(item, value.emplace_back()); });
    }
  }

  template <class K, class V>
  void read_map(const nlohmann::json& json, std::map<K, V>& value) {
    if (!json.is_object()) return fail(DecodeFault::wrong_type, "object");
    value.clear();
    for (const auto& [text, item] : json.items()) {
      inside(text, [&] {
        K key{};
        if (read_key(text, key))
          read(item, value[key]);
        else
          fail(DecodeFault::bad_value, "integer_key");
      });
    }
  }

  template <class T>
  void read_object(const nlohmann::json& json, T& value) {
    if (!json.is_object()) return fail(DecodeFault::wrong_type, "object");
    std::vector<std::string_view> known;
    T::members(value, [&](const char* name, auto& member) {
      known.emplace_back(name);
      inside(name, [&] { read_member(json, name, member); });
    });
    for (const auto& [name, item] : json.items()) {
      bool found = false;
      for (const auto& member : known) found = found || member == name;
      if (!found) inside(name, [&] { fail(DecodeFault::unknown_member); });
    }
  }

  template <class T>
  void read_member(const nlohmann::json& object, const char* name, T& value) {
    const auto found = object.find(name);
    if (found == object.end()) return read_absent(value);
    if constexpr (is_optional<T>) {
      if (origin_ == Origin::request && found->is_null()) return;
    }
    read(*found, value);
  }

  template <class T>
  void read_absent(T& value) {
    if constexpr (!is_optional<T>) {
      if (origin_ == Origin::store || Named<T> || Textual<T>) return fail(DecodeFault::missing_member);
      if constexpr (Reflected<T>) read_object(nlohmann::json::object(), value);
    }
  }

  Origin origin_;
  std::string pointer_;
};

template <class T>
Decoded<T> decode_from(const nlohmann::json& json, Origin origin) {
  Decoded<T> decoded;
  Reader reader(origin);
  reader.read(json, decoded.value.emplace());
  if (!reader.errors.empty()) decoded.value.reset();
  decoded.errors = std::move(reader.errors);
  return decoded;
}

}  // namespace detail

template <class T>
nlohmann::json to_json_value(const T& value) {
  if constexpr (detail::Named<T>) {
    return std::string(name_of(value));
  } else if constexpr (detail::Textual<T>) {
    return value.text();
  } else if constexpr (detail::is_optional<T>) {
    return value ? to_json_value(*value) : nlohmann::json(nullptr);
  } else if constexpr (detail::is_vector<T>) {
    auto array = nlohmann::json::array();
    for (const auto& item : value) array.push_back(to_json_value(item));
    return array;
  } else if constexpr (detail::is_map<T>) {
    auto object = nlohmann::json::object();
    for (const auto& [key, item] : value) object[detail::key_text(key)] = to_json_value(item);
    return object;
  } else if constexpr (detail::Reflected<T>) {
    auto object = nlohmann::json::object();
    T::members(value, [&]<class M>(const char* name, const M& member) {
      if constexpr (detail::is_optional<M>) {
        if (member) object[name] = to_json_value(*member);
      } else {
        object[name] = to_json_value(member);
      }
    });
    return object;
  } else {
    static_assert(std::same_as<T, std::string> || std::same_as<T, bool> || detail::Integer<T>,
                  "no JSON shape for this type");
    return value;
  }
}

template <class T>
Decoded<T> decode_strict(const nlohmann::json& json) {
  return detail::decode_from<T>(json, detail::Origin::request);
}

template <class T>
Decoded<T> decode_stored(const nlohmann::json& json) {
  return detail::decode_from<T>(json, detail::Origin::store);
}

}  // namespace vinhdanh
