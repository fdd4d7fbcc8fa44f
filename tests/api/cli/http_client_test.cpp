// The client against a real server, and against servers that misbehave.
#include "api/cli/http_client.hpp"
#include "engine/codec/json.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "tests/api/http/toy_server.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::testing {
namespace {

using nlohmann::json;

/// Answers each connection with the next text and closes it.
class Canned {
 public:
  explicit Canned(std::vector<std::string> answers) : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 8);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port = ntohs(address.sin_port);
    thread_ = std::thread([this, answers = std::move(answers)] {
      for (const auto& answer : answers) {
        const int peer = ::accept(listener_, nullptr, nullptr);
        char bytes[4096];
        if (::recv(peer, bytes, sizeof bytes, 0) > 0) ::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL);
        ::close(peer);
      }
    });
  }
  ~Canned() {
    thread_.join();
    ::close(listener_);
  }
  unsigned short port = 0;

 private:
  int listener_;
  std::thread thread_;
};

TEST_CASE("the client speaks to the server") {
  ToyServer server;
  HttpClient client = HttpClient::to("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  const auto got = client.request("GET", "/v1/things/a%2Fb?x=1");
  CHECK(got.status == 200);
  CHECK(json::parse(got.body)["parameters"]["id"] == "a/b");
  CHECK(got.header("content-type") == "application/json");
  const auto head = client.request("HEAD", "/v1/things/a");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  const auto made = client.request("POST", "/v1/things", {{"Authorization", "Bearer clerk"}}, R"({"a":1})");
  CHECK(made.status == 201);
  CHECK(json::parse(made.body)["bytes"] == 7);
  const auto put =
      client.request("PUT", "/v1/papers/a", {{"Authorization", "Bearer clerk"}, {"Content-Type", "application/pdf"}},
                     std::string(1'000'000, 'x'));
  CHECK(json::parse(put.body)["bytes"] == 1'000'000);
  CHECK(client.request("PUT", "/v1/papers/a", {}, std::string(3'000'000, 'x')).status == 413);
  CHECK(client.request("GET", "/healthz").status == 200);
}

TEST_CASE("the client reads chunked answers, interim answers and answers without a length") {
  Canned server(
      {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: "
       "chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: x\r\n\r\n",
       "HTTP/1.1 200 OK\r\n\r\nuntil the end"});
  HttpClient client("127.0.0.1", server.port);
  CHECK(client.request("GET", "/").body == "abcde");
  // The first connection was kept by us and closed by the server: the client connects again.
  CHECK(client.request("GET", "/").body == "until the end");
}

TEST_CASE("the client says what went wrong") {
  CHECK_THROWS_AS(HttpClient::to("https://localhost"), HttpFailure);
  CHECK_THROWS_AS(HttpClient::to("http://"), HttpFailure);
  CHECK_THROWS_AS(HttpClient::to("http://localhost/path"), HttpFailure);
  CHECK_THROWS_AS(HttpClient::to("http://localhost:http"), HttpFailure);
  CHECK(HttpClient::to("http://[::1]:8080").authority() == "[::1]:8080");
  Canned server({"SSH-2.0\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                 "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", ""});
  HttpClient client("127.0.0.1", server.port);
  for (int i = 0; i < 4; ++i) CHECK_THROWS_AS(client.request("GET", "/"), HttpFailure);
  CHECK_THROWS_AS(client.request("GET", "/", {{"X", "a\r\nY: b"}}), HttpFailure);
}

}  // namespace
}  // namespace vinhdanh::testing
