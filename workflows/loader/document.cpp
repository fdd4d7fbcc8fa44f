// The guard's refusals as errors of a definition file.
#include "workflows/loader/document.hpp"

#include <algorithm>
#include <map>

namespace vinhdanh::detail {
namespace {

constexpr JsonLimits kLimits{.bytes = 4 << 20, .depth = 64};

std::string vietnamese(const std::string& code) {
  static const std::map<std::string, std::string> sentences = {
      {"too_large", "Tệp quá lớn"},
      {"too_deep", "Các đối tượng lồng nhau quá sâu"},
      {"malformed", "Không đúng cú pháp JSON"},
      {"invalid_utf8", "Không phải UTF-8 hợp lệ"},
      {"nul_character", "Không được chứa ký tự U+0000"},
      {"control_character", "Không được chứa ký tự điều khiển"},
      {"invisible_character", "Không được chứa ký tự không nhìn thấy"},
      {"bidi_control", "Không được chứa ký tự điều khiển hướng chữ"},
      {"piled_marks", "Quá nhiều dấu kết hợp liền nhau"},
      {"duplicate_key", "Một khóa xuất hiện hai lần trong cùng đối tượng"},
      {"not_an_integer", "Số phải là số nguyên; số liệu thập phân viết dạng chuỗi"},
      {"integer_out_of_range", "Số nguyên quá lớn"},
  };
  const auto found = sentences.find(code);
  return found == sentences.end() ? code : found->second;
}

}  // namespace

std::optional<nlohmann::json> parse_document(std::string_view bytes, std::vector<LoadError>& errors) {
  ParsedJson parsed = parse_strict(bytes, kLimits);
  if (!parsed.error) return std::move(parsed.value);
  const std::string at = std::to_string(parsed.error->offset);
  errors.push_back({parsed.error->code, "", vietnamese(parsed.error->code) + " (byte " + at + ").",
                    parsed.error->message + " (byte " + at + ")", {}});
  return std::nullopt;
}

bool is_complete(const std::vector<LoadError>& errors) {
  return std::ranges::all_of(errors, [](const LoadError& error) { return error.code == "unknown_member"; });
}

}  // namespace vinhdanh::detail
