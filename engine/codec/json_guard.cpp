// A SAX reader that builds the value and refuses what a tolerant parser would let through.
#include "engine/codec/json_guard.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

using nlohmann::json;

constexpr std::int64_t kLargest = (std::int64_t{1} << 53) - 1;

/// Walks the bytes and counts them, so that a fault found in a finished token has a place.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  CountingIterator operator++(int) {
    auto before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

class Guard final : public nlohmann::json_sax<json> {
 public:
  Guard(JsonLimits limits, const std::size_t& offset) : limits_(limits), offset_(offset) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override {
    // Only "-0" is read as a signed zero; it would be written back as another text than was sent.
    if (value == 0) return refuse("not_an_integer", "minus zero is not a number here; write 0");
    return value < -kLargest ? out_of_range() : add(value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return value > static_cast<number_unsigned_t>(kLargest) ? out_of_range() : add(value);
  }
  bool number_float(number_float_t, const string_t&) override {
    return refuse("not_an_integer", "numbers must be integers; figures are decimal strings");
  }
  bool string(string_t& value) override { return clean(value) && add(std::move(value)); }
  bool binary(binary_t&) override { return refuse("malformed", "binary values are not JSON"); }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (!clean(name)) return false;
    if (open_.back()->contains(name)) return refuse("duplicate_key", "a key appears twice in one object");
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& fault) override {
    const bool utf8 = std::string_view(fault.what()).find("UTF-8") != std::string_view::npos;
    error = utf8 ? JsonError{"invalid_utf8", position, "the bytes are not valid UTF-8"}
                 : JsonError{"malformed", position, "this is not well-formed JSON"};
    return false;
  }

  json root;
  std::optional<JsonError> error;

 private:
  bool refuse(const char* code, const char* message) {
    error = JsonError{code, offset_, message};
    return false;
  }
  bool out_of_range() { return refuse("integer_out_of_range", "integers must lie within ±(2^53 - 1)"); }

  bool clean(std::string& text) {
    switch (normalise_text(text)) {
      case TextFault::none: return true;
      case TextFault::invalid_utf8: return refuse("invalid_utf8", "the bytes are not valid UTF-8");
      case TextFault::nul: return refuse("nul_character", "U+0000 is not allowed");
      case TextFault::control: return refuse("control_character", "control characters are not allowed");
      case TextFault::invisible: return refuse("invisible_character", "invisible characters are not allowed");
      case TextFault::bidi_control: return refuse("bidi_control", "bidirectional control characters are not allowed");
      case TextFault::piled_marks: return refuse("piled_marks", "too many combining marks in a row");
    }
    return false;
  }

  json* place(json&& value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[key_] = std::move(value));
  }
  bool add(json value) {
    place(std::move(value));
    return true;
  }
  bool open(json value) {
    if (open_.size() >= limits_.depth) return refuse("too_deep", "objects and arrays are nested too deeply");
    open_.push_back(place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  JsonLimits limits_;
  const std::size_t& offset_;
  std::vector<json*> open_;  // stable: only the innermost container grows
  std::string key_;
};

}  // namespace

bool JsonError::concerns_value() const {
  static constexpr std::array<std::string_view, 7> codes = {"nul_character", "control_character", "bidi_control",
                                                            "invisible_character", "piled_marks", "not_an_integer",
                                                            "integer_out_of_range"};
  return std::ranges::find(codes, code) != codes.end();
}

ParsedJson parse_strict(std::string_view bytes, JsonLimits limits) {
  const auto failed = [](JsonError error) {
    return ParsedJson{json(json::value_t::discarded), std::move(error)};
  };
  if (bytes.size() > limits.bytes) return failed({"too_large", limits.bytes, "the document is too large"});
  if (bytes.starts_with("\xEF\xBB\xBF")) return failed({"malformed", 0, "a byte order mark is not allowed"});
  std::size_t offset = 0;
  Guard guard(limits, offset);
  const CountingIterator begin(bytes.data(), &offset);
  const CountingIterator end(bytes.data() + bytes.size(), &offset);
  if (!json::sax_parse(begin, end, &guard)) {
    return failed(guard.error.value_or(JsonError{"malformed", offset, "unreadable"}));
  }
  return {std::move(guard.root), std::nullopt};
}

}  // namespace vinhdanh
