// Parsed by libcurl, which fetches them.
#include "adapters/webhooks/targets.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/webhooks/url_parts.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t longest_url = 2000;

bool is_visible(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

/// libcurl takes one slash and three for a slip of the finger.
bool has_two_slashes(const std::string& url) {
  const auto colon = url.find(':');
  return colon != std::string::npos && url.compare(colon, 3, "://") == 0 && url.compare(colon, 4, ":///") != 0;
}

std::string lower_ascii(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

int number_of(const std::string& port) {
  int number = 0;
  std::from_chars(port.data(), port.data() + port.size(), number);
  return number;
}

WebhookTarget target_in(CURLU* parts) {
  return {url_part(parts, CURLUPART_SCHEME), lower_ascii(url_part(parts, CURLUPART_HOST)),
          number_of(url_part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT)), false};
}

}  // namespace

UrlParts url_parts(const std::string& url) {
  UrlParts parts(curl_url(), &curl_url_cleanup);
  const bool sound = url.size() <= longest_url && is_visible(url) && has_two_slashes(url) && url.find('#') == std::string::npos &&
                     curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) == CURLUE_OK;
  if (!sound) return {nullptr, &curl_url_cleanup};
  const WebhookTarget target = target_in(parts.get());
  const bool fit = (target.scheme == "https" || target.scheme == "http") && target.port > 0 &&
                   target.host.find('%') == std::string::npos && url_part(parts.get(), CURLUPART_ZONEID).empty();
  return fit ? std::move(parts) : UrlParts(nullptr, &curl_url_cleanup);
}

std::string url_part(CURLU* parts, CURLUPart which, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(parts, which, &text, flags) != CURLUE_OK) return "";
  std::string copy(text);
  curl_free(text);
  return copy;
}

std::string WebhookTargets::add(const std::string& entry, bool may_be_private) {
  const auto parts = url_parts(entry.find("://") == std::string::npos ? "https://" + entry : entry);
  const auto is_bare = [&] {
    return url_part(parts.get(), CURLUPART_PATH) == "/" && url_part(parts.get(), CURLUPART_QUERY).empty() &&
           !entry.ends_with('/') && !entry.ends_with('?');
  };
  if (!parts || !is_bare()) return "\"" + entry + "\" is no HOST, HOST:PORT, https://HOST:PORT or http://HOST:PORT";
  WebhookTarget target = target_in(parts.get());
  target.may_be_private = may_be_private;
  targets_.push_back(std::move(target));
  return "";
}

std::optional<WebhookTarget> WebhookTargets::target_of(const std::string& url) const {
  const auto parts = url_parts(url);
  if (!parts) return std::nullopt;
  const WebhookTarget asked = target_in(parts.get());
  std::optional<WebhookTarget> found;
  for (const WebhookTarget& listed : targets_) {
    if (listed.scheme != asked.scheme || listed.host != asked.host || listed.port != asked.port) continue;
    if (!found || listed.may_be_private) found = listed;
  }
  return found;
}

bool is_webhook_url(const std::string& url) { return url_parts(url) != nullptr; }

std::string origin_of(const std::string& url) {
  const auto parts = url_parts(url);
  if (!parts) return "";
  const WebhookTarget target = target_in(parts.get());
  return target.scheme + "://" + target.host + ":" + std::to_string(target.port);
}

std::string without_query(const std::string& url) { return url.substr(0, url.find('?')); }

}  // namespace vinhdanh
