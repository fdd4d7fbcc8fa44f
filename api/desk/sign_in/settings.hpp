/// What is set for signing in: the address users see, and how long a session lasts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "adapters/passwords.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

struct SignInSettings {
  /// As `serve --public-url`. With https the cookie is `__Host-vinhdanh` and Secure, without it is `vinhdanh`.
  std::string public_url;
  std::int64_t idle_minutes = 30;  ///< without a request for as long, a session ends
  std::int64_t longest_minutes = 12 * 60;
  PasswordCost cost;

  [[nodiscard]] bool https() const { return public_url.starts_with("https:"); }
  [[nodiscard]] std::string cookie_name() const { return https() ? "__Host-vinhdanh" : "vinhdanh"; }
};

/// The session token of the request; nothing when there is none, or more than one.
std::optional<std::string> session_token(const SignInSettings& settings, const HttpRequest& request);
/// The value of Set-Cookie that hands a token over, until the browser is closed; and of the one that takes it away.
std::string cookie_with(const SignInSettings& settings, const std::string& token);
std::string cookie_without(const SignInSettings& settings);

/// What the headers say about the page that sent the request.
enum class SendingPage { ours, another, unknown };
SendingPage sending_page(const SignInSettings& settings, const HttpRequest& request);

}  // namespace vinhdanh
