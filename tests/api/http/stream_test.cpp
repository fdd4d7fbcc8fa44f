// An answer that goes on: its pieces in order, its end from either side, and receivers that do not take it.
#include "tests/api/http/toy_server.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::testing {
namespace {

using namespace std::chrono_literals;

bool becomes_over(const std::shared_ptr<Stream>& stream) {
  for (int i = 0; i < 1000 && !stream->over(); ++i) std::this_thread::sleep_for(10ms);
  return stream->over();
}

/// Whoever listens, with the stream's other end.
struct Listening {
  explicit Listening(ServerOptions options = {}) : server(std::move(options)), socket(server.port()) {
    socket.send(server.request("GET", "/v1/stream"));
    head = socket.answer();
    REQUIRE(head);
    REQUIRE(server.stream());
  }
  ToyServer server;
  RawSocket socket;
  std::optional<RawAnswer> head;
};

}  // namespace

TEST_CASE("a stream's head has no length, and its pieces come as they are sent, also those before the head", "[stream]") {
  Listening at;
  CHECK(at.head->status == 200);
  CHECK(at.head->header("content-length").empty());
  CHECK(at.head->header("connection") == "close");
  CHECK(at.socket.text_until(";") == "early;");
  CHECK(at.server.stream()->send("one;"));
  CHECK(at.socket.text_until(";") == "one;");
  for (int i = 0; i < 100; ++i) CHECK(at.server.stream()->send(std::to_string(i) + ","));
  CHECK(at.socket.text_until("99,").value_or("").starts_with("0,1,2,"));
  at.server.stream()->send("last;");
  at.server.stream()->end();
  CHECK(at.socket.text_until(";") == "last;");
  CHECK(at.socket.closes());
  CHECK_FALSE(at.server.stream()->send("later"));
  const auto line = at.server.access_of(at.head->header("x-request-id"));
  CHECK(line["status"] == 200);
  CHECK(line["route"] == "/v1/stream");
}

TEST_CASE("a receiver that goes, or says something, ends its stream", "[stream]") {
  std::shared_ptr<Stream> stream;
  Listening at;
  SECTION("gone") {
    {
      RawSocket other(at.server.port());
      other.send(at.server.request("GET", "/v1/stream"));
      REQUIRE(other.answer());
      stream = at.server.stream();
      CHECK_FALSE(stream->over());
    }
    CHECK(becomes_over(stream));
  }
  SECTION("talking") {
    at.socket.send(at.server.request("GET", "/healthz"));
    CHECK(becomes_over(at.server.stream()));
  }
  CHECK(at.server.alive());
}

TEST_CASE("a receiver that takes nothing is dropped when too much waits, or a piece too long", "[stream]") {
  const std::string piece(64 * 1024, 'x');
  SECTION("too much") {
    Listening at;
    int sent = 0;
    while (at.server.stream()->send(piece) && sent < 10'000) ++sent;
    CHECK(sent < 10'000);
    CHECK(at.server.stream()->over());
    CHECK(at.socket.ends());
    CHECK(at.server.alive());
  }
  SECTION("too long") {
    ServerOptions options;
    options.write_timeout = 200ms;
    Listening at(options);
    // What the two sockets hold between them is no sign of life.
    for (int i = 0; i < 200 && at.server.stream()->send(piece); ++i) std::this_thread::sleep_for(5ms);
    CHECK(becomes_over(at.server.stream()));
  }
}

TEST_CASE("a server that stops does not wait for its streams", "[stream]") {
  Listening at;
  CHECK(at.socket.text_until(";") == "early;");
  const auto begun = std::chrono::steady_clock::now();
  at.server.stop();
  at.server.join();
  CHECK(std::chrono::steady_clock::now() - begun < 5s);  // its deadline is ten
  CHECK(at.server.stream()->over());
  CHECK(at.socket.closes());
}

TEST_CASE("HEAD of a stream is its head", "[stream]") {
  ToyServer server;
  RawSocket socket(server.port());
  socket.send(server.request("HEAD", "/v1/stream"));
  const auto head = socket.answer(5s, true);
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(socket.closes());
}

}  // namespace vinhdanh::testing
