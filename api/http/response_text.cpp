// Serialising responses by hand: a status line, checked headers, and the length.
#include "api/http/response_text.hpp"

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string_view>

#include "api/http/header_syntax.hpp"

namespace vinhdanh {
namespace {

std::string_view phrase_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    default: return "Status";
  }
}

void add(std::string& head, std::string_view name, std::string_view value) {
  if (!is_header_name(name) || !is_header_value(value)) throw std::invalid_argument("a response header is not legal");
  head.append(name).append(": ").append(value).append("\r\n");
}

bool is_framing(std::string_view name) {
  return name == "connection" || name == "content-length" || name == "transfer-encoding" || name == "date";
}

}  // namespace

std::string http_date(Instant instant) {
  constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::int64_t day_length = 86'400'000;
  const std::int64_t day = instant.milliseconds / day_length - (instant.milliseconds % day_length < 0 ? 1 : 0);
  const auto seconds = static_cast<int>((instant.milliseconds - day * day_length) / 1000);
  const Date date(static_cast<std::int32_t>(day));
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", days[date.weekday()], date.day(),
                months[date.month() - 1], date.year(), seconds / 3600, seconds / 60 % 60, seconds % 60);
  return text.data();
}

ResponseText compose(HttpResponse response, const HttpRequest& request, const Framing& framing) {
  ResponseText text;
  text.head = "HTTP/1.1 " + std::to_string(response.status) + " ";
  text.head.append(phrase_of(response.status)).append("\r\n");
  bool cache_rule = false;
  for (const auto& [name, value] : response.headers) {
    const auto lower = lower_case(name);
    cache_rule = cache_rule || lower == "cache-control";
    if (!is_framing(lower)) add(text.head, name, value);
  }
  if (!cache_rule && (request.path.empty() || request.path.starts_with("/v1")))
    add(text.head, "Cache-Control", "no-store");
  add(text.head, "Date", http_date(framing.now));
  add(text.head, "X-Request-Id", request.request_id);
  add(text.head, "X-Content-Type-Options", "nosniff");
  if (framing.https) add(text.head, "Strict-Transport-Security", "max-age=31536000");
  if (framing.close) add(text.head, "Connection", "close");
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless && !response.stream) add(text.head, "Content-Length", std::to_string(response.body.size()));
  text.head += "\r\n";
  if (!bodiless && request.method != "HEAD") text.body = std::move(response.body);
  return text;
}

}  // namespace vinhdanh
