// Which addresses a list lets pass, and which spellings are no way around it.
#include "adapters/webhooks/targets.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

WebhookTargets listed(const std::vector<std::string>& entries, const std::vector<std::string>& may_be_private = {}) {
  WebhookTargets targets;
  for (const auto& entry : entries) CHECK(targets.add(entry, false).empty());
  for (const auto& entry : may_be_private) CHECK(targets.add(entry, true).empty());
  return targets;
}

}  // namespace

TEST_CASE("a host is listed with its port and scheme; https and 443 go without saying", "[webhooks]") {
  const auto targets = listed({"hook.example.vn", "other.example.vn:8443", "http://plain.example.vn:8080", "https://[2606:4700::1]:444"});
  for (const char* url : {"https://hook.example.vn/", "https://hook.example.vn", "https://HOOK.example.vn:443/a?b=c",
                          "https://other.example.vn:8443/x", "http://plain.example.vn:8080/", "https://[2606:4700::1]:444/"}) {
    INFO(url);
    CHECK(targets.target_of(url));
  }
  for (const char* url :
       {"http://hook.example.vn/", "https://hook.example.vn:8443/", "https://other.example.vn/", "https://plain.example.vn:8080/",
        "http://plain.example.vn/", "https://example.vn/", "https://a.hook.example.vn/", "https://hook.example.vn.evil.example/",
        "https://hook.example.vn./", "https://evil.example/hook.example.vn", "https://evil.example?hook.example.vn",
        "https://hook.example.vn@evil.example/", "https://hook.example.vn\\@evil.example/", "https://[2606:4700::1]/"}) {
    INFO(url);
    CHECK_FALSE(targets.target_of(url));
  }
}

TEST_CASE("other spellings of a number are the number, and no way around the list", "[webhooks]") {
  const auto targets = listed({"hook.example.vn"}, {"127.0.0.1"});
  CHECK(targets.target_of("https://127.0.0.1/")->may_be_private);
  // What libcurl would connect to is compared, however it is written.
  for (const char* url : {"https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/", "https://0x7f.1/"}) {
    INFO(url);
    CHECK(targets.target_of(url));
  }
  for (const char* url : {"https://2130706434/", "https://0x7f.2/", "https://127.0.0.2/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
                          "https://localhost/", "https://127.0.0.1.nip.example/", "https://0/"}) {
    INFO(url);
    CHECK_FALSE(targets.target_of(url));
  }
}

TEST_CASE("only what is listed so may have a private address", "[webhooks]") {
  const auto targets = listed({"hook.example.vn", "both.example.vn"}, {"inside.example.vn", "both.example.vn"});
  CHECK_FALSE(targets.target_of("https://hook.example.vn/")->may_be_private);
  CHECK(targets.target_of("https://inside.example.vn/")->may_be_private);
  CHECK(targets.target_of("https://both.example.vn/")->may_be_private);
  CHECK(listed({}).empty());
  CHECK_FALSE(targets.empty());
}

TEST_CASE("what is no plain address is none that a webhook may have", "[webhooks]") {
  const auto targets = listed({"hook.example.vn"});
  for (const std::string url :
       {"", "hook.example.vn", "//hook.example.vn/", "ftp://hook.example.vn/", "file:///etc/passwd", "https://", "https:///x",
        "https:/hook.example.vn/", "https:hook.example.vn", "https:/hook.example.vn/://",
        "https://user@hook.example.vn/", "https://user:secret@hook.example.vn/", "https://hook.example.vn/#part",
        "https://hook.example.vn/a b", "https://hook.example.vn/\xc3\xa9", "https://hook.example.vn:0/", "https://hook.example.vn:65536/",
        "https://hook.example.vn:x/", "https://học.vn/", "https://[fe80::1%25lo]/", "https://hook.example.vn/\n"}) {
    INFO(url);
    CHECK_FALSE(is_webhook_url(url));
    CHECK_FALSE(targets.target_of(url));
  }
  CHECK(is_webhook_url("https://hook.example.vn/" + std::string(1'900, 'a')));
  CHECK_FALSE(is_webhook_url("https://hook.example.vn/" + std::string(2'000, 'a')));
}

TEST_CASE("entries of the list that name no host and nothing else are refused", "[webhooks]") {
  for (const char* entry : {"", "https://", "hook.example.vn/path", "hook.example.vn/", "hook.example.vn?x", "ftp://hook.example.vn",
                            "user@hook.example.vn", "*.example.vn/", "hook example.vn", "hook.example.vn:99999"}) {
    INFO(entry);
    WebhookTargets targets;
    CHECK_FALSE(targets.add(entry, false).empty());
    CHECK(targets.empty());
  }
}

TEST_CASE("a log gets an address without what may be secret in it", "[webhooks]") {
  CHECK(without_query("https://hook.example.vn/a?token=x") == "https://hook.example.vn/a");
  CHECK(without_query("https://hook.example.vn/a") == "https://hook.example.vn/a");
}
