/// Equality of model values, member by member, without the codec.
#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/events.hpp"

namespace vinhdanh::test {

template <class T>
bool same(const T& left, const T& right);

template <class T>
bool same(const std::optional<T>& left, const std::optional<T>& right) {
  return left.has_value() == right.has_value() && (!left || same(*left, *right));
}

template <class T>
bool same(const std::vector<T>& left, const std::vector<T>& right) {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!same(left[i], right[i])) return false;
  }
  return true;
}

template <class K, class V>
bool same(const std::map<K, V>& left, const std::map<K, V>& right) {
  if (left.size() != right.size()) return false;
  for (const auto& [key, value] : left) {
    const auto found = right.find(key);
    if (found == right.end() || !same(value, found->second)) return false;
  }
  return true;
}

template <class... Types>
bool same(const std::variant<Types...>& left, const std::variant<Types...>& right) {
  if (left.index() != right.index()) return false;
  return std::visit([&]<class T>(const T& value) { return same(value, std::get<T>(right)); }, left);
}

template <class Types>
bool same(const OneOf<Types>& left, const OneOf<Types>& right) {
  using Variant = typename OneOf<Types>::Variant;
  return same<>(static_cast<const Variant&>(left), static_cast<const Variant&>(right));
}

template <class T>
bool same(const T& left, const T& right) {
  if constexpr (std::equality_comparable<T>) {
    return left == right;
  } else {
    bool equal = true;
    T::members(left, [&]<class A>(const std::string& name, const A& value) {
      T::members(right, [&]<class B>(const std::string& other_name, const B& other) {
        if constexpr (std::same_as<A, B>) {
          if (name == other_name) equal = equal && same(value, other);
        }
      });
    });
    return equal;
  }
}

inline bool same_event(const Event& left, const Event& right) {
  return left.stream == right.stream && left.stream_id == right.stream_id && left.id == right.id &&
         left.at == right.at && same(left.actor, right.actor) && same(left.definition, right.definition) &&
         left.from == right.from && left.to == right.to && same(left.body, right.body);
}

}  // namespace vinhdanh::test
