// The leaves of the strict reader and the sentences it reports.
#include "workflows/loader/reader.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

/// Each item may bring several errors, and the answer lists them all.
constexpr std::size_t kMostItems = 2'000;

/// RFC 6901, section 3.
std::string escaped(std::string_view member) {
  std::string text;
  for (char c : member) {
    if (c == '~') text += "~0";
    else if (c == '/') text += "~1";
    else text += c;
  }
  return text;
}

bool wrong_type(const Place& place, std::string_view vi, std::string_view en, const nlohmann::json& json) {
  place.report("wrong_type", "Cần " + std::string(vi) + ".",
               "Expected " + std::string(en) + ", but found " + json.type_name() + ".");
  return false;
}

bool is_name(std::string_view text) {
  const auto letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !text.empty() && text.size() <= 80 && letter_or_digit(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return letter_or_digit(c) || c == '_' || c == '-' || c == '.'; });
}

}  // namespace

Place Place::at(std::string_view member) const {
  Place inner = *this;
  inner.pointer_ += '/' + escaped(member);
  return inner;
}

void Place::report(std::string code, std::string vi, std::string en) const {
  errors_->push_back({std::move(code), pointer_, std::move(vi), std::move(en), {}});
}

namespace detail {

bool expect_string(const Place& place, const nlohmann::json& json, std::string_view vi, std::string_view en) {
  return json.is_string() || wrong_type(place, vi, en, json);
}

bool expect_array(const Place& place, const nlohmann::json& json) {
  if (!json.is_array()) return wrong_type(place, "một danh sách", "an array", json);
  if (json.size() <= kMostItems) return true;
  const auto most = std::to_string(kMostItems);
  place.report("too_long", "Danh sách dài quá " + most + " phần tử.", "The list has more than " + most + " items");
  return false;
}

bool expect_object(const Place& place, const nlohmann::json& json) {
  return json.is_object() || wrong_type(place, "một đối tượng", "an object", json);
}

void report_unknown_name(const Place& place, const std::vector<std::string_view>& names) {
  std::string list;
  for (auto name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  place.report("unknown_value", "Giá trị phải là một trong: " + list + ".", "Expected one of: " + list + ".");
}

bool read_value(const Place& place, const nlohmann::json& json, std::string& out) {
  if (!expect_string(place, json, "một chuỗi", "a string")) return false;
  out = json.get<std::string>();
  return true;
}

bool read_value(const Place& place, const nlohmann::json& json, bool& out) {
  if (!json.is_boolean()) return wrong_type(place, "true hoặc false", "true or false", json);
  out = json.get<bool>();
  return true;
}

bool read_value(const Place& place, const nlohmann::json& json, int& out) {
  if (!json.is_number_integer()) return wrong_type(place, "một số nguyên", "an integer", json);
  const auto value = json.get<std::int64_t>();
  if (value < -1'000'000'000 || value > 1'000'000'000) {
    place.report("out_of_range", "Số nằm ngoài khoảng cho phép.", "Expected a smaller number.");
    return false;
  }
  out = static_cast<int>(value);
  return true;
}

bool read_value(const Place& place, const nlohmann::json& json, Date& out) {
  if (!expect_string(place, json, "một ngày dạng YYYY-MM-DD", "a date YYYY-MM-DD")) return false;
  const auto date = Date::parse(json.get_ref<const std::string&>());
  if (!date) {
    place.report("not_a_date", "Cần một ngày có thật, dạng YYYY-MM-DD.", "Expected an existing date YYYY-MM-DD.");
    return false;
  }
  out = *date;
  return true;
}

bool read_value(const Place& place, const nlohmann::json& json, Decimal& out) {
  if (!expect_string(place, json, "một số thập phân dạng chuỗi", "a decimal string")) return false;
  const auto decimal = Decimal::parse(json.get_ref<const std::string&>());
  if (!decimal) {
    place.report("not_a_decimal", "Cần một số thập phân dạng \"5.99\", tối đa 4 chữ số sau dấu chấm.",
                 "Expected a decimal such as \"5.99\" with at most 4 decimals.");
    return false;
  }
  out = *decimal;
  return true;
}

void Usual::operator()(const Place& place, const std::string& value) const {
  if (value.empty()) place.report("empty_text", "Không được để trống.", "Expected a text, but it is empty.");
}

void Usual::operator()(const Place& place, const std::vector<std::string>& values) const {
  for (std::size_t i = 0; i < values.size(); ++i) (*this)(place.at(i), values[i]);
}

}  // namespace detail

namespace is {

void Name::operator()(const Place& place, const std::string& value) const {
  if (is_name(value)) return;
  place.report("not_a_name", "Cần một mã gồm chữ cái không dấu, chữ số, \"_\", \"-\" hoặc \".\", tối đa 80 ký tự.",
               "Expected a code of ASCII letters, digits, \"_\", \"-\" or \".\", at most 80 characters.");
}

void Name::operator()(const Place& place, const std::vector<std::string>& values) const {
  for (std::size_t i = 0; i < values.size(); ++i) (*this)(place.at(i), values[i]);
}

void MonthDay::operator()(const Place& place, const std::string& value) const {
  if (value.size() == 5 && Date::parse("2023-" + value)) return;
  place.report("not_a_date", "Cần một ngày trong năm dạng MM-DD.", "Expected a day of the year MM-DD.");
}

void OneOf::operator()(const Place& place, const std::string& value) const {
  if (value != first && value != second) detail::report_unknown_name(place, {first, second});
}

void Within::operator()(const Place& place, int value) const {
  if (lowest <= value && value <= highest) return;
  const std::string range = std::to_string(lowest) + ".." + std::to_string(highest);
  place.report("out_of_range", "Số phải nằm trong khoảng " + range + ".", "Expected a number in " + range + ".");
}

}  // namespace is

const nlohmann::json* ObjectReader::find(const char* name) {
  known_.emplace_back(name);
  const auto found = json_.find(name);
  return found == json_.end() ? nullptr : &*found;
}

void ObjectReader::report_missing(const char* name) const {
  const std::string quoted = '"' + std::string(name) + '"';
  place_.report("missing_member", "Thiếu " + quoted + ".", "Expected the member " + quoted + ".");
}

void ObjectReader::refuse_unknown_members() const {
  if (ignores_rest_) return;
  for (const auto& [name, value] : json_.items()) {
    if (std::ranges::find(known_, name) != known_.end()) continue;
    place_.at(name).report("unknown_member", "Mục này không có trong cấu trúc.",
                           "Expected only members of the structure, but this is none.");
  }
}

}  // namespace vinhdanh
