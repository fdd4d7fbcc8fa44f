// Messages over real sockets: what arrives, what does not, and what may not even leave.
#include "adapters/webhooks/curl_poster.hpp"

#include <chrono>
#include <cstdlib>

#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_receiver.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Everything at the receiver's names on this machine is listed, and may be private.
CurlPosterOptions options_for(const HttpReceiver& receiver, bool may_be_private = true) {
  CurlPosterOptions options;
  for (const char* host : {"127.0.0.1", "localhost"}) REQUIRE(options.targets.add(receiver.at(host), may_be_private).empty());
  options.connect_milliseconds = 2'000;
  options.total_milliseconds = 300;
  return options;
}

Post post_to(const std::string& url) {
  return {url, {{"Content-Type", "application/cloudevents+json"}, {"webhook-id", "id-1"}}, R"({"a":"ế"})"};
}

/// Variables of the environment as libcurl would read them, until this goes.
class Proxied {
 public:
  explicit Proxied(const std::string& url) {
    for (const char* name : names) ::setenv(name, url.c_str(), 1);
  }
  ~Proxied() {
    for (const char* name : names) ::unsetenv(name);
  }

 private:
  static constexpr const char* names[] = {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"};
};

}  // namespace

TEST_CASE("a message arrives as it is, over a connection that is kept", "[webhooks]") {
  HttpReceiver receiver;
  CurlPoster poster(options_for(receiver));
  for (int i = 0; i < 3; ++i) {
    const Posted posted = poster.post(post_to(receiver.url("/in?token=x")));
    CHECK(posted.status == 204);
    CHECK(posted.why.empty());
  }
  const auto received = receiver.received();
  REQUIRE(received.size() == 3);
  CHECK(received[0].method == "POST");
  CHECK(received[0].target == "/in?token=x");
  CHECK(received[0].body == R"({"a":"ế"})");
  CHECK(received[0].headers.at("content-type") == "application/cloudevents+json");
  CHECK(received[0].headers.at("webhook-id") == "id-1");
  CHECK(received[0].headers.at("user-agent") == "vinhdanh");
  CHECK_FALSE(received[0].headers.contains("expect"));
  CHECK(receiver.connections() == 1);
}

TEST_CASE("what the receiver answers comes back, with the time it asks for", "[webhooks]") {
  HttpReceiver receiver;
  CurlPoster poster(options_for(receiver));
  for (const int status : {200, 202, 400, 404, 410, 500}) {
    receiver.answer({status, {}, "some words", Reply::Manner::whole});
    const Posted posted = poster.post(post_to(receiver.url()));
    CHECK(posted.status == status);
    CHECK_FALSE(posted.retry_after);
  }
  receiver.answer({503, {{"Retry-After", "77"}}});
  CHECK(poster.post(post_to(receiver.url())).retry_after == 77);
}

TEST_CASE("a redirect is an answer and is not followed", "[webhooks]") {
  HttpReceiver elsewhere;
  HttpReceiver receiver;
  const int status = GENERATE(301, 302, 303, 307, 308);
  receiver.answer({status, {{"Location", elsewhere.url()}}});
  auto options = options_for(receiver);
  REQUIRE(options.targets.add(elsewhere.at("127.0.0.1"), true).empty());
  CHECK(CurlPoster(options).post(post_to(receiver.url())).status == status);
  CHECK(elsewhere.connections() == 0);
}

TEST_CASE("nothing is sent to what is not listed", "[webhooks]") {
  HttpReceiver listed;
  HttpReceiver other;
  const Posted posted = CurlPoster(options_for(listed)).post(post_to(other.url()));
  CHECK(posted.status == 0);
  CHECK(posted.why == "the address is not among the targets that the operator has listed");
  CHECK(other.connections() == 0);
}

TEST_CASE("a name or number that leads to a private address is not connected to, unless it is listed so", "[webhooks]") {
  HttpReceiver receiver;
  const std::string host = GENERATE("127.0.0.1", "localhost", "2130706433", "0x7f.1");
  CurlPoster poster(options_for(receiver, false));
  const Posted posted = poster.post(post_to(receiver.at(host) + "/"));
  CHECK(posted.status == 0);
  CHECK(posted.why == "the host has an address that is not of the public internet");
  CHECK(receiver.connections() == 0);
  CHECK(CurlPoster(options_for(receiver)).post(post_to(receiver.at(host) + "/")).status == 204);
}

TEST_CASE("proxies of the environment are passed by", "[webhooks]") {
  HttpReceiver proxy;
  HttpReceiver receiver;
  const Proxied proxied(proxy.url(""));
  CHECK(CurlPoster(options_for(receiver)).post(post_to(receiver.url())).status == 204);
  CHECK(proxy.connections() == 0);
  CHECK(receiver.received().size() == 1);
}

TEST_CASE("who says nothing is left after the time limit, and a head that came counts without the rest", "[webhooks]") {
  HttpReceiver receiver;
  CurlPoster poster(options_for(receiver));
  receiver.answer({204, {}, "", Reply::Manner::never});
  const auto began = std::chrono::steady_clock::now();
  const Posted silent = poster.post(post_to(receiver.url()));
  CHECK(silent.status == 0);
  CHECK_FALSE(silent.why.empty());
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(3));
  receiver.answer({200, {}, "", Reply::Manner::halfway});
  CHECK(poster.post(post_to(receiver.url())).status == 200);
  receiver.answer({200, {}, std::string(1u << 20, 'x'), Reply::Manner::whole});
  CHECK(poster.post(post_to(receiver.url())).status == 200);
  // The rest of it was not waited for: the connection is gone.
  const int before = receiver.connections();
  receiver.answer(Reply{});
  CHECK(poster.post(post_to(receiver.url())).status == 204);
  CHECK(receiver.connections() == before + 1);
}

TEST_CASE("a request under way ends when it is given up", "[webhooks]") {
  HttpReceiver receiver;
  receiver.answer({204, {}, "", Reply::Manner::never});
  auto options = options_for(receiver);
  options.total_milliseconds = 60'000;
  std::atomic<bool> over{false};
  options.given_up = [&over] { return over.load(); };
  CurlPoster poster(options);
  const std::jthread soon([&] { over = receiver.gets(1); });
  CHECK(poster.post(post_to(receiver.url())).why == "this node stopped meanwhile");
}

TEST_CASE("where nobody listens there is no answer, and what is said of it holds no secret", "[webhooks]") {
  CurlPosterOptions options;
  REQUIRE(options.targets.add("http://127.0.0.1:1", true).empty());
  const Posted posted = CurlPoster(options).post(post_to("http://127.0.0.1:1/?secret=x"));
  CHECK(posted.status == 0);
  CHECK_FALSE(posted.given_up);
  CHECK_FALSE(posted.why.empty());
  CHECK(posted.why.find("secret") == std::string::npos);
}

TEST_CASE("over TLS the receiver must prove its name", "[webhooks]") {
  const TemporaryFolder home;
  const TlsIdentity identity("localhost");
  identity.write(home.path() / "ca.pem");
  const TlsIdentity another("localhost");
  another.write(home.path() / "other.pem");
  HttpReceiver receiver(&identity);
  auto options = options_for(receiver);
  options.total_milliseconds = 5'000;
  options.ca_file = home.path() / "ca.pem";
  CHECK(CurlPoster(options).post(post_to(receiver.at("localhost") + "/")).status == 204);
  CHECK(CurlPoster(options).post(post_to(receiver.at("127.0.0.1") + "/")).status == 0);
  options.ca_file = home.path() / "other.pem";
  CHECK(CurlPoster(options).post(post_to(receiver.at("localhost") + "/")).status == 0);
  options.ca_file.clear();
  CHECK(CurlPoster(options).post(post_to(receiver.at("localhost") + "/")).status == 0);
  CHECK(receiver.received().size() == 1);
}
