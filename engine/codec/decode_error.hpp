/// What is wrong with a JSON value that should have been read into a struct, and where.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/names.hpp"

namespace vinhdanh {

enum class DecodeFault { missing_member, unknown_member, wrong_type, bad_value };
VINHDANH_NAMES(DecodeFault, "missing_member", "unknown_member", "wrong_type", "bad_value");

/// `pointer` is a JSON Pointer (RFC 6901), empty for the whole value. The details do not repeat the input.
struct DecodeError {
  std::string pointer;
  std::string code;
  std::string detail_vi;
  std::string detail_en;
};

/// A body full of mistakes is answered with the first of them.
inline constexpr std::size_t kMostDecodeErrors = 64;

/// Appends one reference token, with `~` and `/` escaped.
void append_pointer(std::string& pointer, std::string_view token);

namespace detail {

/// `expected` is a key of the catalogue (text, integer, date, …) or the list of names that `one_of` gives.
DecodeError decode_error(const std::string& pointer, DecodeFault fault, std::string_view expected);
std::string one_of(std::span<const std::string_view> names);

}  // namespace detail
}  // namespace vinhdanh
