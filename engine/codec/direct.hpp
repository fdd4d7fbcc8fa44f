/// Canonical text of whatever has VINHDANH_MEMBERS, written and read without a JSON value in between.
///
/// The shapes are those of reflect.hpp, and so are the bytes. The reader takes nothing but canonical text and says no to
/// the rest without saying why; who wants to know reads again by way of reflect.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/reflect.hpp"

namespace vinhdanh::detail {

/// A JSON string, escaped as nlohmann's `dump` does. Throws what `dump` throws for text that is not UTF-8.
void write_text(std::string& out, std::string_view text);
void write_integer(std::string& out, std::int64_t number);

inline constexpr std::size_t kMostMembers = 64;

/// The members of a struct in the order of their names.
struct MemberOrder {
  struct Member {
    std::string key;    ///< `"name":`
    std::size_t place;  ///< as declared
  };
  std::vector<Member> members;
};

template <class T>
const MemberOrder& order_of() {
  static const MemberOrder order = [] {
    MemberOrder made;
    T value{};
    T::members(value, [&](const char* name, auto&) {
      made.members.push_back({'"' + std::string(name) + "\":", made.members.size()});
    });
    if (made.members.size() > kMostMembers) throw std::logic_error("a struct with more members than kMostMembers");
    std::ranges::sort(made.members, {}, &MemberOrder::Member::key);
    return made;
  }();
  return order;
}

template <class T>
void write_value(std::string& out, const T& value);

template <class T>
void write_erased(std::string& out, const void* value) {
  write_value(out, *static_cast<const T*>(value));
}

template <class T>
void write_object(std::string& out, const T& value) {
  struct Slot {
    const void* member;  ///< null: an absent optional
    void (*write)(std::string&, const void*);
  };
  const auto& order = order_of<T>().members;
  std::array<Slot, kMostMembers> slots;
  std::size_t count = 0;
  T::members(value, [&]<class M>(const char*, const M& member) {
    if constexpr (is_optional<M>) {
      slots[count++] = {member ? &*member : nullptr, &write_erased<typename M::value_type>};
    } else {
      slots[count++] = {&member, &write_erased<M>};
    }
  });
  out += '{';
  bool first = true;
  for (const auto& [key, place] : order) {
    if (slots[place].member == nullptr) continue;
    if (!first) out += ',';
    first = false;
    out += key;
    slots[place].write(out, slots[place].member);
  }
  out += '}';
}

template <class K, class V>
void write_map(std::string& out, const std::map<K, V>& value) {
  std::vector<std::pair<std::string, const V*>> sorted;
  for (const auto& [key, item] : value) sorted.emplace_back(key_text(key), &item);
  if constexpr (!std::same_as<K, std::string>) std::ranges::sort(sorted);
  out += '{';
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0) out += ',';
    write_text(out, sorted[i].first);
    out += ':';
    write_value(out, *sorted[i].second);
  }
  out += '}';
}

template <class T>
void write_value(std::string& out, const T& value) {
  if constexpr (std::same_as<T, std::string>) {
    write_text(out, value);
  } else if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (Integer<T>) {
    write_integer(out, value);
  } else if constexpr (Named<T>) {
    out.append(1, '"').append(name_of(value)).append(1, '"');
  } else if constexpr (Textual<T>) {
    out.append(1, '"').append(value.text()).append(1, '"');
  } else if constexpr (is_optional<T>) {
    if (value) write_value(out, *value);
    else out += "null";
  } else if constexpr (is_vector<T>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write_value(out, value[i]);
    }
    out += ']';
  } else if constexpr (is_map<T>) {
    write_map(out, value);
  } else {
    static_assert(Reflected<T>, "no JSON shape for this type");
    if constexpr (std::is_empty_v<T>) out += "{}";
    else write_object(out, value);
  }
}

/// Reads canonical text from front to back. After a false the value is half read and worth nothing.
class DirectReader {
 public:
  explicit DirectReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  bool eat(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool eat(std::string_view word) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool read_text(std::string& value);
  /// Passes over one value, of which only the brackets and the strings' ends are looked at; what it passed over.
  std::optional<std::string_view> skip();

  template <class T>
  bool read(T& value) {
    if constexpr (std::same_as<T, std::string>) {
      return read_text(value);
    } else if constexpr (std::same_as<T, bool>) {
      value = eat("true");
      return value || eat("false");
    } else if constexpr (Integer<T>) {
      return read_integer(value);
    } else if constexpr (Named<T>) {
      return read_parsed(value, [](std::string_view text) { return parse_name<T>(text); });
    } else if constexpr (Textual<T>) {
      return read_parsed(value, [](std::string_view text) { return T::parse(text); });
    } else if constexpr (is_optional<T>) {
      return read(value.emplace());
    } else if constexpr (is_vector<T>) {
      return read_vector(value);
    } else if constexpr (is_map<T>) {
      return read_map(value);
    } else {
      static_assert(Reflected<T>, "a struct needs VINHDANH_MEMBERS to be read");
      if constexpr (std::is_empty_v<T>) return eat("{}");
      else return read_object(value);
    }
  }

 private:
  /// The text between quotes, as long as it needs no decoding.
  std::optional<std::string_view> plain_text();

  template <class T>
  bool read_integer(T& value) {
    const char* const digits = at_ + (at_ != end_ && *at_ == '-' ? 1 : 0);
    const auto [rest, fault] = std::from_chars(at_, end_, value);
    if (fault != std::errc{}) return false;
    if (*digits == '0' && (rest - digits > 1 || digits != at_)) return false;
    at_ = rest;
    return at_ == end_ || *at_ == ',' || *at_ == '}' || *at_ == ']';
  }

  template <class T, class Parse>
  bool read_parsed(T& value, Parse parse) {
    const auto text = plain_text();
    if (!text) return false;
    const auto parsed = parse(*text);
    if (!parsed) return false;
    value = *parsed;
    return true;
  }

  template <class T>
  bool read_vector(std::vector<T>& value) {
    if (!eat('[')) return false;
    if (eat(']')) return true;
    do {
      if (!read(value.emplace_back())) return false;
    } while (eat(','));
    return eat(']');
  }

  template <class K, class V>
  bool read_map(std::map<K, V>& value) {
    if (!eat('{')) return false;
    if (eat('}')) return true;
    do {
      std::string text;
      K key{};
      if (!read_text(text) || !eat(':') || !read_key(text, key)) return false;
      const auto [item, fresh] = value.try_emplace(std::move(key));
      if (!fresh || !read(item->second)) return false;
    } while (eat(','));
    return eat('}');
  }

  template <class M>
  static bool read_erased(DirectReader& reader, void* member) {
    return reader.read(*static_cast<M*>(member));
  }

  template <class T>
  bool read_object(T& value) {
    struct Slot {
      void* member;
      bool (*read)(DirectReader&, void*);
      bool optional;
    };
    const auto& order = order_of<T>().members;
    std::array<Slot, kMostMembers> slots;
    std::size_t count = 0;
    T::members(value, [&]<class M>(const char*, M& member) {
      slots[count++] = {&member, &read_erased<M>, is_optional<M>};
    });
    if (!eat('{')) return false;
    std::size_t next = 0;
    for (bool first = true; !eat('}'); first = false) {
      if (!first && !eat(',')) return false;
      // Members come in order, so the key is one of those ahead, and what is passed over is absent.
      for (;; ++next) {
        if (next == order.size()) return false;
        if (eat(order[next].key)) break;
        if (!slots[order[next].place].optional) return false;
      }
      Slot& slot = slots[order[next++].place];
      if (!slot.read(*this, slot.member)) return false;
    }
    for (; next < order.size(); ++next) {
      if (!slots[order[next].place].optional) return false;
    }
    return true;
  }

  const char* at_;
  const char* end_;
};

}  // namespace vinhdanh::detail
