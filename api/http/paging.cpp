// Cursors sealed with HMAC-SHA-256 over what they are bound to.
#include "api/http/paging.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "api/http/problems.hpp"
#include "engine/codec/base64url.hpp"
#include "engine/codec/json.hpp"
#include "engine/codec/percent.hpp"

namespace vinhdanh {
namespace {

constexpr int kDefaultLimit = 50;
constexpr int kLargestLimit = 200;
constexpr std::size_t kSealBytes = 16;

std::optional<int> limit_of(const HttpRequest& request) {
  const auto given = request.query.find("limit");
  if (given == request.query.end()) return kDefaultLimit;
  const auto& text = given->second;
  int limit = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (fault != std::errc() || end != text.data() + text.size() || limit < 1 || limit > kLargestLimit)
    return std::nullopt;
  return limit;
}

}  // namespace

std::string Paging::seal(const std::string& after, const HttpRequest& request, const Actor& caller) const {
  auto bound = nlohmann::json::array({after, caller.appointment, request.path});
  for (const auto& [name, value] : request.query) {
    if (name != "limit" && name != "cursor") bound.push_back({name, value});
  }
  // A forged cursor may hold any bytes; what is replaced here can't match a seal that was made of text.
  const std::string text = bound.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (!HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()),
            reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &size)) {
    throw std::runtime_error("HMAC-SHA-256 is not available in this OpenSSL");
  }
  return std::string(reinterpret_cast<const char*>(digest.data()), kSealBytes);
}

std::string Paging::cursor_after(const std::string& after, const HttpRequest& request, const Actor& caller) const {
  return to_base64url(seal(after, request, caller) + after);
}

std::variant<PageRequest, Problem> Paging::page_of(const HttpRequest& request, const Actor& caller) const {
  const auto limit = limit_of(request);
  if (!limit) {
    return validation_problem({"#/query/limit", "out_of_range", "limit phải là số nguyên từ 1 đến 200.",
                               "limit must be an integer from 1 to 200."});
  }
  PageRequest page;
  page.limit = *limit;
  const auto given = request.query.find("cursor");
  if (given == request.query.end()) return page;
  const auto bytes = from_base64url(given->second);
  if (!bytes || bytes->size() <= kSealBytes) return known_problem("invalid_cursor");
  page.after = bytes->substr(kSealBytes);
  const auto sealed = seal(page.after, request, caller);
  if (CRYPTO_memcmp(sealed.data(), bytes->data(), kSealBytes) != 0) return known_problem("invalid_cursor");
  return page;
}

std::string Paging::next_link(const std::string& cursor, const HttpRequest& request) const {
  std::string link = request.path + "?cursor=" + cursor;
  for (const auto& [name, value] : request.query) {
    if (name != "cursor") link += "&" + percent_encoded(name) + "=" + percent_encoded(value);
  }
  return link;
}

}  // namespace vinhdanh
