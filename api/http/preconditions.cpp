// Syntax of the headers that guard a command.
#include "api/http/preconditions.hpp"

#include <algorithm>
#include <charconv>

#include "api/http/header_syntax.hpp"
#include "api/http/problems.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t kLongestKey = 128;

bool is_visible(char c) { return c > 0x20 && c < 0x7f; }

bool is_token68(std::string_view text) {
  const auto end = text.find_last_not_of('=');
  if (end == std::string_view::npos) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end) + 1, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._~+/").find(c) != std::string_view::npos;
  });
}

// An opaque-tag of RFC 9110, 8.8.3, with its quotes.
bool is_opaque_tag(std::string_view text) {
  return text.size() >= 2 && text.front() == '"' && text.back() == '"' &&
         std::all_of(text.begin() + 1, text.end() - 1, [](char c) {
           return c == 0x21 || (c >= 0x23 && c <= 0x7e) || static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace

std::optional<std::string> bearer_token(const HttpRequest& request) {
  const auto field = request.header("authorization");
  if (!field || field->size() < 8 || lower_case(field->substr(0, 7)) != "bearer ") return std::nullopt;
  const auto token = trimmed(std::string_view(*field).substr(7));
  if (!is_token68(token)) return std::nullopt;
  return std::string(token);
}

std::variant<std::string, Problem> idempotency_key(const HttpRequest& request) {
  const auto key = request.header("idempotency-key");
  if (!key) return known_problem("idempotency_key_missing");
  if (key->empty() || key->size() > kLongestKey || !std::all_of(key->begin(), key->end(), is_visible)) {
    return known_problem("idempotency_key_invalid");
  }
  return *key;
}

std::variant<std::int64_t, Problem> expected_version(const HttpRequest& request) {
  const auto field = request.header("if-match");
  if (!field) return known_problem("precondition_required");
  std::string_view tag = *field;
  const bool weak = tag.starts_with("W/");
  if (weak) tag.remove_prefix(2);
  if (!is_opaque_tag(tag)) return known_problem("invalid_precondition");
  if (weak) return known_problem("precondition_failed");
  const auto digits = tag.substr(1, tag.size() - 2);
  std::int64_t version = -1;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  const bool ours =
      fault == std::errc() && end == digits.data() + digits.size() && etag_of(version) == tag && version >= 0;
  if (!ours) return known_problem("precondition_failed");
  return version;
}

std::string etag_of(std::int64_t version) { return '"' + std::to_string(version) + '"'; }

}  // namespace vinhdanh
