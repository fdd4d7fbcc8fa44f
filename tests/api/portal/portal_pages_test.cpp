// Every address is a page but those of files; a browser gets what it can unpack, keeps what has a hash in its name, and may run only what
// comes from here.
#include "api/portal/portal_pages.hpp"

#include <array>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

const std::array<EmbeddedFile, 6> files{{
    {"../portal/dist/index.html", "<p>plain</p>"},
    {"../portal/dist/index.html.br", "page br"},
    {"../portal/dist/index.html.gz", "page gz"},
    {"../portal/dist/favicon.svg", "<svg/>"},
    {"../portal/dist/assets/main-a1b2.js", "let a"},
    {"../portal/dist/assets/main-a1b2.js.gz", "js gz"},
}};

HttpRequest asking(const std::string& path, const std::map<std::string, std::string>& headers = {}) {
  HttpRequest request;
  request.method = "GET";
  request.path = path;
  request.headers = headers;
  return request;
}

std::string header(const HttpResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("the address of a screen is the portal's page", "[portal]") {
  const PortalPages pages(files);
  for (const auto* path : {"/", "/inbox", "/dossiers/0190b0b0-0000-7000-8000-000000000000", "/a/b/c/", "/index.html"}) {
    INFO(path);
    const auto page = pages.answer(asking(path, {{"accept", "text/html,application/xhtml+xml,*/*;q=0.8"}}));
    CHECK(page.status == 200);
    CHECK(page.body == "<p>plain</p>");
    CHECK(header(page, "Content-Type") == "text/html; charset=utf-8");
    CHECK(header(page, "Cache-Control") == "no-cache");
    const auto policy = header(page, "Content-Security-Policy");
    CHECK(policy.find("script-src 'self'; style-src 'self';") != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
  }
}

TEST_CASE("a file is itself or not there", "[portal]") {
  const PortalPages pages(files);
  const auto script = pages.answer(asking("/assets/main-a1b2.js"));
  CHECK(script.body == "let a");
  CHECK(header(script, "Content-Type") == "text/javascript; charset=utf-8");
  CHECK(header(script, "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(script, "Content-Security-Policy").empty());
  const auto icon = pages.answer(asking("/favicon.svg"));
  CHECK(header(icon, "Content-Type") == "image/svg+xml");
  CHECK(header(icon, "Cache-Control") == "no-cache");
  for (const auto* path : {"/assets/main-0000.js", "/assets/", "/assets/main", "/robots.txt", "/assets/main-a1b2.js.gz", "/.env"}) {
    INFO(path);
    CHECK(pages.answer(asking(path)).status == 404);
  }
}

TEST_CASE("a browser gets what it can unpack", "[portal]") {
  const PortalPages pages(files);
  const auto got = [&](const std::string& path, const std::string& accepted) {
    const auto answer = pages.answer(asking(path, {{"accept-encoding", accepted}}));
    CHECK(header(answer, "Vary") == "Accept-Encoding");
    return header(answer, "Content-Encoding") + ":" + answer.body;
  };
  CHECK(got("/", "gzip, deflate, br, zstd") == "br:page br");
  CHECK(got("/", "gzip") == "gzip:page gz");
  CHECK(got("/", "br;q=0, gzip;q=0.5") == "gzip:page gz");
  CHECK(got("/", "identity") == ":<p>plain</p>");
  CHECK(got("/", "") == ":<p>plain</p>");
  CHECK(got("/assets/main-a1b2.js", "br, gzip") == "gzip:js gz");
  CHECK(got("/favicon.svg", "br, gzip") == ":<svg/>");
}

TEST_CASE("what the browser has is not sent again", "[portal]") {
  const PortalPages pages(files);
  const auto tag = header(pages.answer(asking("/")), "ETag");
  CHECK(tag.size() == 34);
  CHECK(tag != header(pages.answer(asking("/favicon.svg")), "ETag"));
  for (const auto& known : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
    const auto answer = pages.answer(asking("/", {{"if-none-match", known}}));
    CHECK(answer.status == 304);
    CHECK(answer.body.empty());
    CHECK(header(answer, "ETag") == tag);
  }
  CHECK(pages.answer(asking("/", {{"if-none-match", "\"other\""}})).status == 200);
}

TEST_CASE("who does not ask for HTML is told that nothing is there", "[portal]") {
  const PortalPages pages(files);
  CHECK(pages.answer(asking("/")).body == "<p>plain</p>");
  for (const auto* accepted : {"", "*/*", "application/json", "text/html;q=0"}) {
    INFO(accepted);
    CHECK(pages.answer(asking("/V1/me", {{"accept", accepted}})).code == "not_found");
  }
}

TEST_CASE("without files there is no portal, which is said", "[portal]") {
  const PortalPages none({});
  CHECK(none.answer(asking("/")).code == "portal_not_built");
  CHECK(none.answer(asking("/inbox", {{"accept", "text/html"}})).code == "portal_not_built");
  CHECK(none.answer(asking("/assets/main-a1b2.js")).code == "not_found");
}
