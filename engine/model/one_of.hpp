/// A variant of many types that costs little to compile wherever it is used.
#pragma once

#include <concepts>
#include <utility>
#include <variant>

namespace vinhdanh {

template <class T, class Variant>
inline constexpr bool is_alternative = false;
template <class T, class... Types>
inline constexpr bool is_alternative<T, std::variant<Types...>> = (std::same_as<T, Types> || ...);

/// The variant that `Types::Variant` names. What is done to each alternative alike, copying, moving and ending, is made in one
/// source instead of in each that does so: beside `Types` stands `extern template class OneOf<Types>;`, in that source
/// `template class OneOf<Types>;`.
template <class Types>
class OneOf : public Types::Variant {
 public:
  using Variant = typename Types::Variant;

  OneOf();
  template <class T>
    requires is_alternative<T, Variant>
  OneOf(T value) noexcept : Variant(std::in_place_type<T>, std::move(value)) {}
  OneOf(const OneOf& other);
  OneOf(OneOf&& other) noexcept;
  OneOf& operator=(const OneOf& other);
  OneOf& operator=(OneOf&& other) noexcept;
  ~OneOf();
};

template <class Types>
OneOf<Types>::OneOf() = default;
template <class Types>
OneOf<Types>::OneOf(const OneOf& other) = default;
template <class Types>
OneOf<Types>::OneOf(OneOf&& other) noexcept = default;
template <class Types>
OneOf<Types>& OneOf<Types>::operator=(const OneOf& other) = default;
template <class Types>
OneOf<Types>& OneOf<Types>::operator=(OneOf&& other) noexcept = default;
template <class Types>
OneOf<Types>::~OneOf() = default;

}  // namespace vinhdanh
