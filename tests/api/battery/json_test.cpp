// Which documents the JSON routes take for JSON: short ones of every kind, each with its one answer.
#include "tests/api/battery/house_server.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using namespace std::string_literals;

namespace {

/// The text stands where a search may have any text, so that an accepted document is answered with 200.
std::string within(const std::string& text) { return "{\"text\":" + text + "}"; }

const std::vector<std::string> accepted = {
    "{}",
    "{ }",
    "\t\r\n {}\n\r \t",
    within("\"\""),
    within("\"a\""),
    within("\"\\\"\\\\\\/\\n\\r\\t\""),
    within("\"\\u0041\""),
    within("\"\\u1ea5\""),
    within("\"\\ud83d\\ude00\""),
    within("\"\xf0\x9f\x98\x80\""),
    within("\"\xc4\x91\""),
    within("\"\\uD834\\uDD1E\""),
    within("\"a\xe2\x80\xa8z\""),
    within("\"\xef\xbf\xbf\""),
    within("\"\\u005C\""),
    within("\"[{]}\""),
    "{\"\\u0074ext\":\"a\"}",
    "{\"limit\":1}",
    "{\"limit\":50}",
    "{\"text\":\"a\",\"limit\":2,\"phases\":[]}",
    "{\"phases\":[\"drafting\",\"returned\"]}",
    "{\"open\":true}",
    "{\"open\":false , \"held\" :false}",
    "{\"code\":null}",
};

const std::vector<std::string> no_json = {
    " ",
    "{",
    "}",
    "[",
    "]",
    "{]",
    "[}",
    "{\"text\"",
    "{\"text\":",
    "{\"text\":\"a\"",
    "{\"text\":\"a",
    "{\"text\":\"a\",}",
    "{,\"text\":\"a\"}",
    "{\"text\" \"a\"}",
    "{\"text\"::\"a\"}",
    "{\"text\":\"a\" \"b\"}",
    "{text:\"a\"}",
    "{'text':'a'}",
    "{\"text\":'a'}",
    "{1:1}",
    "{\"text\":\"a\"}}",
    "{\"text\":\"a\"}{}",
    "{\"text\":\"a\"} x",
    "{}\0"s,
    "\0{}"s,
    "{\"text\":\"a\0b\"}"s,
    "{\"text\":\"a\nb\"}",
    "{\"text\":\"a\tb\"}",
    "{\"text\":\"\x1f\"}",
    "{\"text\":\"\\x\"}",
    "{\"text\":\"\\a\"}",
    "{\"text\":\"\\u12\"}",
    "{\"text\":\"\\u12G4\"}",
    "{\"text\":\"\\ud800\"}",
    "{\"text\":\"\\udc00\"}",
    "{\"text\":\"\\ud800\\u0041\"}",
    "{\"text\":\"\\ud800\\ud800\"}",
    "{\"text\":\"\\\"}",
    "{\"text\":\"\xff\"}",
    "{\"text\":\"\xc0\xaf\"}",
    "{\"text\":\"\xed\xa0\x80\"}",
    "{\"text\":\"\xf4\x90\x80\x80\"}",
    "{\"text\":\"\xe1\xba\"}",
    "{\"\xff\":1}",
    "\xef\xbb\xbf{}",
    "\xff\xfe{\0}\0"s,
    "\xfe\xff\0{\0}"s,
    "{\"limit\":+1}",
    "{\"limit\":01}",
    "{\"limit\":-}",
    "{\"limit\":1.}",
    "{\"limit\":.1}",
    "{\"limit\":1e}",
    "{\"limit\":1e+}",
    "{\"limit\":0x1}",
    "{\"limit\":1 000}",
    "{\"limit\":1_000}",
    "{\"limit\":Infinity}",
    "{\"limit\":-Infinity}",
    "{\"limit\":NaN}",
    "{\"limit\":1e400}",
    "{\"limit\":\xef\xbc\x91}",
    "{\"open\":True}",
    "{\"open\":tru}",
    "{\"code\":nul}",
    "{\"code\":undefined}",
    "{/*a*/}",
    "{}//a",
    "{}#a",
    "<a/>",
    "text=a",
    "{\"text\":\"a\",\"text\":\"b\"}",
    "{\"text\":\"a\",\"\\u0074ext\":\"b\"}",
    "{\"phases\":[1,]}",
    "{\"phases\":[,]}",
    "{\"phases\":[\"a\" \"b\"]}",
    "{\"a\":"s + std::string(70, '[') + std::string(70, ']') + "}",
};

/// JSON, and nothing that the route can take: the fault has a place.
const std::vector<std::string> no_values = {
    "null",
    "true",
    "7",
    "\"x\"",
    "[]",
    "[{}]",
    "{\"text\":7}",
    "{\"text\":[]}",
    "{\"text\":{}}",
    "{\"text\":true}",
    "{\"limit\":\"1\"}",
    "{\"limit\":1.0}",
    "{\"limit\":1e1}",
    "{\"limit\":-0}",
    "{\"limit\":-01}",  // read no further than to the minus zero
    "{\"limit\":-1}",
    "{\"limit\":0}",
    "{\"limit\":1000000000}",
    "{\"limit\":9007199254740993}",
    "{\"limit\":-9007199254740993}",
    "{\"limit\":12345678901234567890123}",
    "{\"limit\":18446744073709551616}",
    "{\"open\":\"true\"}",
    "{\"open\":1}",
    "{\"phases\":\"drafting\"}",
    "{\"phases\":[\"Drafting\"]}",
    "{\"phases\":[null]}",
    "{\"nope\":1}",
    "{\"__proto__\":{}}",
    "{\"constructor\":{\"prototype\":{}}}",
    "{\"\":1}",
    "{\"Text\":\"a\"}",
    "{\"text\":\"\\u0000\"}",
    "{\"text\":\"\\u0007\"}",
    "{\"text\":\"\\u001b[31m\"}",
    "{\"text\":\"\\u007f\"}",
    "{\"text\":\"\\u0085\"}",
    "{\"text\":\"\\u202e\"}",
    "{\"text\":\"\\u2066\"}",
    "{\"text\":\"\\u200b\"}",
    "{\"text\":\"\\ufeff\"}",
    "{\"text\":\"\\u200e\"}",
    "{\"text\":\"a" +
        [] {
          std::string marks;
          for (int i = 0; i < 10'000; ++i) marks += "\xcc\x81";
          return marks;
        }() +
        "\"}",
};

struct Search : HouseServer {
  std::string token = house.clerk();
  RawAnswer send(const std::string& body) {
    return ask("POST", "/v1/dossiers/search",
               {bearer(token), as_json, "Content-Length: " + std::to_string(body.size())}, body);
  }
};

}  // namespace

TEST_CASE("B21 B22 B23 documents that are JSON are read", "[battery]") {
  Search server;
  for (const auto& body : accepted) {
    const auto answer = server.send(body);
    INFO(body << " -> " << answer.body.substr(0, 300));
    CHECK(answer.status == 200);
  }
}

TEST_CASE("B22 B23 B24 documents that are none are refused", "[battery]") {
  Search server;
  for (const auto& body : no_json) {
    INFO(body.substr(0, 60));
    check_problem(server.send(body), 400, "invalid_json");
  }
  CHECK(server.alive());
}

TEST_CASE("B21 B26 B27 B30 values that the route cannot take are refused with their place", "[battery]") {
  Search server;
  for (const auto& body : no_values) {
    INFO(body.substr(0, 60));
    const auto answer = server.send(body);
    check_problem(answer, 422, "validation");
    CHECK_FALSE(Json::parse(answer.body).value("errors", Json::array()).empty());
  }
  CHECK(server.alive());
}
