// Length, the login, and a short list of what guessers try first.
#include "api/desk/sign_in/password_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "api/http/header_syntax.hpp"
#include "engine/codec/text.hpp"

namespace vinhdanh {

namespace {

constexpr auto common = std::to_array<std::string_view>(
    {"12345678",  "123456789",  "1234567890",       "0123456789",  "87654321",      "11111111",   "00000000",
     "88888888",  "66666666",   "12341234",         "11223344",    "123123123",     "147258369",  "987654321",
     "password",  "password1",  "password12",       "password123", "passw0rd",      "p@ssw0rd",   "p@ssword",
     "qwertyui",  "qwertyuiop", "qwerty123",        "1qaz2wsx",    "1q2w3e4r",      "1q2w3e4r5t", "asdfghjk",
     "asdfghjkl", "zxcvbnm1",   "abcd1234",         "abc12345",    "abc123456",     "abcdefgh",   "aa123456",
     "a12345678", "a123456789", "iloveyou",         "sunshine",    "football",      "baseball",   "superman",
     "welcome1",  "welcome123", "admin123",         "admin1234",   "administrator", "changeme",   "letmein1",
     "matkhau1",  "matkhau123", "matkhau12345",     "vietnam1",    "vietnam123",    "anhyeuem",   "emyeuanh",
     "khongbiet", "vinhdanh",   "thiduakhenthuong", "khenthuong"});

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !continues_character(c); }));
}

bool is_one_sign(std::string_view text) { return text.find_first_not_of(text.front()) == std::string_view::npos; }

}  // namespace

std::string tidy_password(std::string text) {
  normalise_text(text);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<ProblemError> password_fault(const std::string& password, const std::string& login,
                                           const std::string& pointer) {
  if (characters(password) < kShortestPassword)
    return ProblemError{pointer, "too_short", "Mật khẩu có ít nhất 8 ký tự; nên dùng từ 15 ký tự.",
                        "A password has at least 8 characters; 15 or more are better."};
  if (password.size() > kLongestPassword)
    return ProblemError{pointer, "too_long", "Mật khẩu dài tối đa 256 byte.", "A password has at most 256 bytes."};
  const auto lower = lower_case(password);
  if (lower == lower_case(login))
    return ProblemError{pointer, "is_login", "Mật khẩu không được trùng tên đăng nhập.",
                        "The password must not be the login."};
  if (is_one_sign(password) || std::ranges::find(common, lower) != common.end())
    return ProblemError{pointer, "too_common", "Mật khẩu này quá phổ biến, dễ bị đoán.",
                        "This password is among those that are tried first."};
  return std::nullopt;
}

}  // namespace vinhdanh
