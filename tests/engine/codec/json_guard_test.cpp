// What the strict JSON reader lets through, and everything it refuses.
#include "engine/codec/json_guard.hpp"

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

std::string code_of(std::string_view bytes) {
  const auto parsed = parse_strict(bytes);
  return parsed.error ? parsed.error->code : "";
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("ordinary JSON is read") {
  const auto parsed = parse_strict(R"( {"a":[1,-2,true,null,"\u1ea5 \ud83d\ude00"],"b":{}} )");
  REQUIRE_FALSE(parsed.error);
  CHECK(parsed.value == nlohmann::json::parse(R"({"a":[1,-2,true,null,"ấ 😀"],"b":{}})"));
  CHECK(parse_strict("7").value == 7);
}

TEST_CASE("what a tolerant parser would let through is refused") {
  const auto [bytes, code] = GENERATE(table<std::string, std::string>({
      {"", "malformed"},
      {"{", "malformed"},
      {"[1,]", "malformed"},
      {"[1] 2", "malformed"},
      {"// note\n1", "malformed"},
      {"\xEF\xBB\xBF{}", "malformed"},
      {"NaN", "malformed"},
      {R"({"a":1,"a":1})", "duplicate_key"},
      {R"({"a":1,"b":{"c":1,"c":2}})", "duplicate_key"},
      {R"({"a":1,"\u0061":2})", "duplicate_key"},
      {"1.0", "not_an_integer"},
      {"1e3", "not_an_integer"},
      {"18446744073709551616", "not_an_integer"},
      {"9007199254740992", "integer_out_of_range"},
      {"-9007199254740992", "integer_out_of_range"},
      {"\"\xC3\x28\"", "invalid_utf8"},
      {"\"\xED\xA0\x80\"", "invalid_utf8"},
      {"\"\xC0\xAF\"", "invalid_utf8"},
      {R"("\ud800")", "malformed"},
      {R"("\udc00")", "malformed"},
      {R"("a\u0000b")", "nul_character"},
      {R"({"\u0000":1})", "nul_character"},
      {R"("\u202e")", "bidi_control"},
      {"\"\xE2\x81\xA6\"", "bidi_control"},
      {R"({"\u2069":1})", "bidi_control"},
      {"-0", "not_an_integer"},
      {R"("\u0007")", "control_character"},
      {R"("\u001b[2J")", "control_character"},
      {R"("\u007f")", "control_character"},
      {R"("\u0085")", "control_character"},
      {R"({"\u0001":1})", "control_character"},
      {R"("Tr\u200bường")", "invisible_character"},
      {R"("a\u200d")", "invisible_character"},
      {R"("a\u200f")", "invisible_character"},
      {R"("a\u2060")", "invisible_character"},
      {R"("a\ufeff")", "invisible_character"},
      {R"("a\u00ad")", "invisible_character"},
      {"\"a\xF3\xA0\x81\x81\"", "invisible_character"},  // a tag character
  }));
  CAPTURE(bytes);
  CHECK(code_of(bytes) == code);
}

TEST_CASE("a raw control character or NUL in the bytes is malformed") {
  CHECK(code_of(std::string_view("\"a\0b\"", 5)) == "malformed");
  CHECK(code_of("\"a\nb\"") == "malformed");
}

TEST_CASE("both sides of the limits") {
  CHECK(code_of(nested(64)).empty());
  CHECK(code_of(nested(65)) == "too_deep");
  CHECK(code_of(std::string(200'000, '[')) == "too_deep");
  CHECK(code_of("9007199254740991").empty());
  CHECK(code_of("-9007199254740991").empty());
  CHECK_FALSE(parse_strict("[10]", {.bytes = 4}).error);
  CHECK(parse_strict("[100]", {.bytes = 4}).error->code == "too_large");
  CHECK(parse_strict("[[]]", {.depth = 1}).error->code == "too_deep");
}

TEST_CASE("text is normalised to NFC, and keys are compared after that") {
  CHECK(parse_strict("\"e\xCC\x82\xCC\x81\"").value == "\xE1\xBA\xBF");  // e + circumflex + acute = ế
  CHECK(code_of("{\"\xC3\xA9\":1,\"e\xCC\x81\":2}") == "duplicate_key");
}

TEST_CASE("thirty combining marks pass, thirty-one do not") {
  const auto marks = [](int n) {
    std::string text = "\"a";
    for (int i = 0; i < n; ++i) text += "\xCC\x81";
    return text + '"';
  };
  CHECK(code_of(marks(30)).empty());
  CHECK(code_of(marks(31)) == "piled_marks");
}

TEST_CASE("a mark of class 0 does not part a pile") {
  std::string text = "\"a";
  for (int i = 0; i < 40; ++i) text += i % 20 == 19 ? "\xCD\x8F" : "\xCC\x81";  // U+034F between U+0301
  CHECK(code_of(text + '"') == "piled_marks");
}

TEST_CASE("lines and columns of a text stay as they are") {
  CHECK(parse_strict(R"("a\tb\r\nc")").value == "a\tb\r\nc");
  CHECK(code_of(R"("Đặng Thị Hồng Nhung – “Xã đặc biệt khó khăn” №1")").empty());
}

TEST_CASE("only a well-formed document can be wrong in a value") {
  CHECK(parse_strict(R"("\u0007")").error->concerns_value());
  CHECK(parse_strict("1.5").error->concerns_value());
  CHECK_FALSE(parse_strict("{").error->concerns_value());
  CHECK_FALSE(parse_strict(R"({"a":1,"a":2})").error->concerns_value());
  CHECK_FALSE(parse_strict(std::string(100, '[')).error->concerns_value());
}

TEST_CASE("an error tells where reading stopped") {
  CHECK(parse_strict(R"({"a":1,"a":2})").error->offset == 10);
  CHECK(parse_strict("[1, 2, x]").error->offset == 8);
}
