// Every page is `index.html`, so what a browser may do with it is said here once, in its headers.
#include "api/portal/portal_pages.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "api/desk/request/answers.hpp"
#include "api/http/header_syntax.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view root = "/dist/";
constexpr std::string_view assets_folder = "/assets/";
constexpr const char* content_policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

std::string type_of(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> known{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  const auto found = std::ranges::find_if(known, [&](const auto& one) { return path.ends_with(one.first); });
  return std::string(found == known.end() ? "application/octet-stream" : found->second);
}

/// By its name: what a wildcard allows is not meant, so who asks vaguely gets what everybody can read.
bool asks_for(const HttpRequest& request, const std::string& header, std::string_view value) {
  return std::ranges::any_of(weighted_list(request.header(header).value_or("")),
                             [&](const WeightedItem& one) { return one.value == value && one.weight > 0; });
}

/// Compared weakly (RFC 9110, 13.1.2); our tags are in lower case.
bool is_known_to(const HttpRequest& request, const std::string& etag) {
  return std::ranges::any_of(weighted_list(request.header("if-none-match").value_or("")), [&](const WeightedItem& one) {
    return one.value == "*" || one.value == etag || one.value == "w/" + etag;
  });
}

/// An address that a person may see in his browser: it has no dot in its last part. A program that mistook a path of the API is
/// told so: it does not ask for HTML.
bool is_page(const HttpRequest& request) {
  if (request.path == "/") return true;
  const auto last = request.path.substr(request.path.rfind('/') + 1);
  return last.find('.') == std::string::npos && !request.path.starts_with(assets_folder) && asks_for(request, "accept", "text/html");
}

}  // namespace

PortalPages::PortalPages(std::span<const EmbeddedFile> files) {
  for (const auto& file : files) {
    const auto at = file.path.rfind(root);
    auto path = std::string(at == std::string_view::npos ? file.path : file.path.substr(at + root.size()));
    if (path.ends_with(".br")) files_[path.substr(0, path.size() - 3)].brotli = file.bytes;
    else if (path.ends_with(".gz")) files_[path.substr(0, path.size() - 3)].gzip = file.bytes;
    else files_[path].plain = file.bytes;
  }
  for (auto& [path, page] : files_) page.etag = '"' + sha256_hex(page.plain).substr(0, 32) + '"';
}

const PortalPages::Page* PortalPages::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

HttpResponse PortalPages::answer(const HttpRequest& request) const {
  const bool wants_page = is_page(request);
  if (wants_page && !built()) return problem(request, "portal_not_built");
  const std::string path = wants_page ? "index.html" : request.path.substr(1);
  const Page* page = find(path);
  if (!page) return not_found(request);
  HttpResponse response;
  response.set("Content-Type", type_of(path));
  response.set("Cache-Control", request.path.starts_with(assets_folder) ? "public, max-age=31536000, immutable" : "no-cache");
  response.set("ETag", page->etag);
  response.set("Vary", "Accept-Encoding");
  if (path.ends_with(".html")) {
    response.set("Content-Security-Policy", content_policy);
    response.set("Referrer-Policy", "no-referrer");
    response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
  }
  if (is_known_to(request, page->etag)) {
    response.status = 304;
  } else if (!page->brotli.empty() && asks_for(request, "accept-encoding", "br")) {
    response.set("Content-Encoding", "br");
    response.body = page->brotli;
  } else if (!page->gzip.empty() && asks_for(request, "accept-encoding", "gzip")) {
    response.set("Content-Encoding", "gzip");
    response.body = page->gzip;
  } else {
    response.body = page->plain;
  }
  return response;
}

}  // namespace vinhdanh
