// The sentences of a failed reading, in Vietnamese and English.
#include "engine/codec/decode_error.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

struct Expectation {
  std::string_view key;
  std::string_view vi;
  std::string_view en;
};

constexpr auto kExpectations = std::to_array<Expectation>({
    {"text", "chuỗi ký tự", "a text"},
    {"true_or_false", "true hoặc false", "true or false"},
    {"integer", "số nguyên", "an integer"},
    {"integer_in_range", "số nguyên trong giới hạn cho phép", "an integer within range"},
    {"integer_key", "tên là một số nguyên", "a name that is an integer"},
    {"array", "danh sách", "an array"},
    {"object", "đối tượng", "an object"},
    {"date", "ngày có thật, viết YYYY-MM-DD", "a day that exists, written YYYY-MM-DD"},
    {"instant", "thời điểm UTC, viết YYYY-MM-DDThh:mm:ss.sssZ", "an instant in UTC, written YYYY-MM-DDThh:mm:ss.sssZ"},
    {"figure", "chuỗi số thập phân, nhiều nhất 4 chữ số sau dấu chấm", "a decimal text with at most 4 decimals"},
});

Expectation expectation(std::string_view key) {
  const auto found = std::ranges::find(kExpectations, key, &Expectation::key);
  return found == kExpectations.end() ? Expectation{key, key, key} : *found;
}

}  // namespace

void append_pointer(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

namespace detail {

std::string one_of(std::span<const std::string_view> names) {
  std::string list;
  for (const auto name : names) {
    if (!list.empty()) list += " | ";
    list += name;
  }
  return list;
}

DecodeError decode_error(const std::string& pointer, DecodeFault fault, std::string_view expected) {
  DecodeError error{pointer, std::string(name_of(fault)), {}, {}};
  switch (fault) {
    case DecodeFault::missing_member:
      error.detail_vi = "Cần có trường này, nhưng không thấy.";
      error.detail_en = "Expected this member, but it is absent.";
      break;
    case DecodeFault::unknown_member:
      error.detail_vi = "Chỉ nhận các trường đã công bố, nhưng trường này không có trong đó.";
      error.detail_en = "Expected only published members, but this one is not among them.";
      break;
    case DecodeFault::wrong_type:
    case DecodeFault::bad_value: {
      const auto wanted = expectation(expected);
      const bool type = fault == DecodeFault::wrong_type;
      error.detail_vi =
          "Cần " + std::string(wanted.vi) + (type ? ", nhưng giá trị thuộc loại khác." : ", nhưng giá trị không đúng.");
      error.detail_en = "Expected " + std::string(wanted.en) +
                        (type ? ", but the value is of another type." : ", but the value is another.");
      break;
    }
  }
  return error;
}

}  // namespace detail
}  // namespace vinhdanh
