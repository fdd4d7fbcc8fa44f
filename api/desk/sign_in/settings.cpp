// Cookies (RFC 6265) and the origin of a request.
#include "api/desk/sign_in/settings.hpp"

#include <algorithm>
#include <string_view>

#include "api/http/header_syntax.hpp"
#include "api/http/hosts.hpp"

namespace vinhdanh {

namespace {

bool is_loopback_host(std::string_view host) {
  const auto named = [&](std::string_view name) {
    return host == name || (host.starts_with(name) && host[name.size()] == ':');
  };
  return named("localhost") || named("127.0.0.1") || named("[::1]");
}

/// The server answers to its public name and, while it listens there, to the names of loopback: the Host was checked
/// before.
bool is_our_origin(const SignInSettings& settings, const HttpRequest& request, const std::string& origin) {
  if (!settings.public_url.empty()) {
    const auto url = parse_public_url(settings.public_url);
    if (origin == std::string(url.https ? "https://" : "http://") + url.authority) return true;
  }
  const auto host = lower_case(request.header("host").value_or(""));
  return is_loopback_host(host) && origin == "http://" + host;
}

}  // namespace

std::optional<std::string> session_token(const SignInSettings& settings, const HttpRequest& request) {
  const auto field = request.header("cookie");
  if (!field) return std::nullopt;
  const std::string name = settings.cookie_name() + "=";
  std::optional<std::string> found;
  std::string_view rest = *field;
  while (!rest.empty()) {
    const auto end = rest.find(';');
    const auto pair = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (!pair.starts_with(name)) continue;
    if (found) return std::nullopt;
    found = std::string(pair.substr(name.size()));
  }
  return found;
}

std::string cookie_with(const SignInSettings& settings, const std::string& token) {
  return settings.cookie_name() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" +
         (settings.https() ? "; Secure" : "");
}

std::string cookie_without(const SignInSettings& settings) { return cookie_with(settings, "") + "; Max-Age=0"; }

SendingPage sending_page(const SignInSettings& settings, const HttpRequest& request) {
  const auto site = request.header("sec-fetch-site");
  if (site && *site != "same-origin") return SendingPage::another;
  if (const auto origin = request.header("origin"))
    return is_our_origin(settings, request, lower_case(*origin)) ? SendingPage::ours : SendingPage::another;
  return site ? SendingPage::ours : SendingPage::unknown;
}

}  // namespace vinhdanh
