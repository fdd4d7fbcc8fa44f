/// A strict reader of typed members: every error is gathered with its JSON Pointer, every unknown member refused.
///
/// A struct becomes readable by a function `void members(ObjectReader&, T&)` beside it, which lists its members.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/codec/json.hpp"
#include "engine/model/basics.hpp"
#include "engine/model/names.hpp"
#include "workflows/loader/load_error.hpp"

namespace vinhdanh {

/// A position in a document, with the list its errors go to.
class Place {
 public:
  explicit Place(std::vector<LoadError>& errors) : errors_(&errors) {}
  [[nodiscard]] Place at(std::string_view member) const;
  [[nodiscard]] Place at(std::size_t index) const { return at(std::to_string(index)); }
  void report(std::string code, std::string vi, std::string en) const;

 private:
  std::vector<LoadError>* errors_;
  std::string pointer_;
};

class ObjectReader;

namespace detail {

// Each `read_value` reports what is wrong and answers whether the JSON value was of the kind expected.
bool read_value(const Place& place, const nlohmann::json& json, std::string& out);
bool read_value(const Place& place, const nlohmann::json& json, bool& out);
bool read_value(const Place& place, const nlohmann::json& json, int& out);
bool read_value(const Place& place, const nlohmann::json& json, Date& out);
bool read_value(const Place& place, const nlohmann::json& json, Decimal& out);
/// True when `json` is a text; otherwise reports what was expected instead.
bool expect_string(const Place& place, const nlohmann::json& json, std::string_view vi, std::string_view en);
bool expect_array(const Place& place, const nlohmann::json& json);
void report_unknown_name(const Place& place, const std::vector<std::string_view>& names);

template <class Enum>
  requires std::is_enum_v<Enum>
bool read_value(const Place& place, const nlohmann::json& json, Enum& out) {
  if (!expect_string(place, json, "một giá trị trong danh sách", "a value of the list")) return false;
  const auto value = parse_name<Enum>(json.get_ref<const std::string&>());
  if (!value) {
    report_unknown_name(place, {Names<Enum>::all.begin(), Names<Enum>::all.end()});
    return false;
  }
  out = *value;
  return true;
}

template <class T>
  requires std::is_class_v<T>
bool read_value(const Place& place, const nlohmann::json& json, T& out);

template <class T>
bool read_value(const Place& place, const nlohmann::json& json, std::vector<T>& out) {
  if (!expect_array(place, json)) return false;
  out.clear();
  out.reserve(json.size());
  bool good = true;
  for (std::size_t i = 0; i < json.size(); ++i) good &= read_value(place.at(i), json[i], out.emplace_back());
  return good;
}

/// What holds for a value beyond its type when nothing else is asked: a text is not empty.
struct Usual {
  void operator()(const Place& place, const std::string& value) const;
  void operator()(const Place& place, const std::vector<std::string>& values) const;
  template <class T>
  void operator()(const Place&, const T&) const {}
};

}  // namespace detail

/// Checks that a member list may ask for.
namespace is {

/// Any text, also an empty one.
inline constexpr auto any = [](const Place&, const auto&) {};

/// A code: letters, digits, `_`, `-`, `.`; at most 80, the first a letter or digit. Also each one of a list.
struct Name {
  void operator()(const Place& place, const std::string& value) const;
  void operator()(const Place& place, const std::vector<std::string>& values) const;
};
inline constexpr Name name;

/// `MM-DD`, a day that every year has.
struct MonthDay {
  void operator()(const Place& place, const std::string& value) const;
};
inline constexpr MonthDay month_day;

struct OneOf {
  std::string_view first;
  std::string_view second;
  void operator()(const Place& place, const std::string& value) const;
};

struct Within {
  int lowest;
  int highest;
  void operator()(const Place& place, int value) const;
};
constexpr Within within(int lowest, int highest) { return {lowest, highest}; }

/// At least one item; of a list of texts, each a code.
struct Filled {
  template <class T>
  void operator()(const Place& place, const std::vector<T>& values) const {
    if (values.empty()) place.report("too_few_items", "Cần ít nhất một mục.", "Expected at least one item.");
    if constexpr (std::same_as<T, std::string>) name(place, values);
  }
};
inline constexpr Filled filled;

}  // namespace is

/// Reads the members of one object; made by `read_value`.
class ObjectReader {
 public:
  ObjectReader(const Place& place, const nlohmann::json& json) : place_(place), json_(json) {}

  /// Must be there; answers whether it was, and of the kind expected.
  template <class T, class Check = detail::Usual>
  bool required(const char* name, T& out, Check check = {}) {
    if (const auto* value = find(name)) return read(name, *value, out, check);
    report_missing(name);
    return false;
  }
  /// May be absent or null: the member is empty then.
  template <class T, class Check = detail::Usual>
  void optional(const char* name, std::optional<T>& out, Check check = {}) {
    const auto* value = find(name);
    if (value && !value->is_null()) read(name, *value, out.emplace(), check);
  }
  /// May be absent: the member keeps its default then.
  template <class T, class Check = detail::Usual>
  void defaulted(const char* name, T& out, Check check = {}) {
    if (const auto* value = find(name)) read(name, *value, out, check);
  }
  [[nodiscard]] const Place& place() const { return place_; }
  /// For an object whose shape depends on a member that could not be read: its other members are not judged.
  void ignore_rest() { ignores_rest_ = true; }
  void refuse_unknown_members() const;

 private:
  const nlohmann::json* find(const char* name);
  void report_missing(const char* name) const;

  template <class T, class Check>
  bool read(const char* name, const nlohmann::json& value, T& out, Check check) {
    const Place at = place_.at(name);
    if (!detail::read_value(at, value, out)) return false;
    check(at, out);
    return true;
  }

  Place place_;
  const nlohmann::json& json_;
  std::vector<std::string_view> known_;
  bool ignores_rest_ = false;
};

namespace detail {

bool expect_object(const Place& place, const nlohmann::json& json);

template <class T>
  requires std::is_class_v<T>
bool read_value(const Place& place, const nlohmann::json& json, T& out) {
  if (!expect_object(place, json)) return false;
  ObjectReader reader(place, json);
  members(reader, out);
  reader.refuse_unknown_members();
  return true;
}

}  // namespace detail

}  // namespace vinhdanh
