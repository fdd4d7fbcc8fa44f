// Text written and read without a JSON value: the same bytes and the same values as by way of one.
#include "engine/codec/direct.hpp"

#include <random>

#include "engine/codec/codec.hpp"
#include "engine/model/content.hpp"
#include "tests/engine/codec/samples.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

template <class T>
std::string directly(const T& value) {
  std::string text;
  detail::write_value(text, value);
  return text;
}

template <class T>
std::optional<T> read_directly(std::string_view text) {
  T value{};
  detail::DirectReader reader(text);
  if (!reader.read(value) || !reader.at_end()) return std::nullopt;
  return value;
}

/// What the direct reader takes, the long way takes too, and to the same value.
template <class T>
bool agrees(std::string_view text) {
  const auto direct = read_directly<T>(text);
  if (!direct) return true;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return false;
  const auto decoded = decode_stored<T>(json);
  return decoded.value && to_json_value(*decoded.value) == to_json_value(*direct);
}

std::string mutated(std::string text, std::mt19937& dice) {
  static constexpr std::string_view pieces = "\"\\{}[]:,-019tfnu/ \n\x01\x80\xC3\xE1\xED\xF4z";
  for (int changes = 1 + static_cast<int>(dice() % 2); changes > 0; --changes) {
    const std::size_t at = dice() % text.size();
    const char piece = pieces[dice() % pieces.size()];
    switch (dice() % 4) {
      case 0: text[at] = piece; break;
      case 1: text.insert(at, 1, piece); break;
      case 2: text.erase(at, 1 + dice() % 3); break;
      default: text.insert(at, text.substr(dice() % text.size(), dice() % 12)); break;
    }
    if (text.empty()) text = "{";
  }
  return text;
}

Content quoted_content() {
  Content made;
  made.nominee = {"Nguyễn \"A\"\\\n\t\b\f\r\x01\x7F🎖", "Trưởng phòng", uuid(1), std::nullopt};
  made.achievement = "một\nhai";
  made.achievement_from = day("2021-01-01");
  made.figures.single["households"] = {*Decimal::parse("-12.5"), "số 1"};
  made.figures.yearly["rate"] = {{9, {*Decimal::parse("1"), ""}}, {10, {*Decimal::parse("2"), "b"}}};
  return made;
}

}  // namespace

TEST_CASE("direct text of every event's body is the text of its JSON value, and reads back", "[codec]") {
  for (const auto& event : sample_events()) {
    CAPTURE(type_of(event.body));
    std::visit(
        []<class Body>(const Body& body) {
          const auto text = directly(body);
          CHECK(text == to_json_value(body).dump());
          const auto read = read_directly<Body>(text);
          REQUIRE(read);
          CHECK(to_json_value(*read) == to_json_value(body));
        },
        event.body);
  }
}

TEST_CASE("direct text escapes and orders as the JSON library does", "[codec]") {
  CHECK(directly(quoted_content()) == to_json_value(quoted_content()).dump());
  CHECK(agrees<Content>(directly(quoted_content())));
  // Keys that are numbers stand in the order of their texts, also beyond one digit.
  CHECK(directly(std::map<int, int>{{9, 1}, {10, 2}, {-1, 3}}) == R"({"-1":3,"10":2,"9":1})");
  CHECK_THROWS_AS(directly(std::string("\xC3(")), nlohmann::json::exception);
  CHECK_THROWS_AS(directly(std::string("\xED\xA0\x80")), nlohmann::json::exception);
}

TEST_CASE("the direct reader takes canonical text only", "[codec]") {
  const std::string good = R"({"date":"2025-01-20","number":"12"})";
  REQUIRE(read_directly<DocumentRef>(good));
  REQUIRE(read_directly<DocumentRef>(R"({"number":"12"})"));
  for (const char* text : {R"({"number":"12","date":"2025-01-20"})", R"({"date": "2025-01-20","number":"12"})",
                           R"({"date":"2025-01-20","number":"12"} )", R"({"date":"2025-01-20"})", R"({})",
                           R"({"date":null,"number":"12"})", R"({"number":"12","number":"13"})",
                           R"({"number":"12","other":"13"})", R"({"number":"\u0031"})", R"({"date":"2025-02-30","number":"1"})"}) {
    CAPTURE(text);
    CHECK_FALSE(read_directly<DocumentRef>(text));
  }
  for (const char* text : {"01", "-0", "1.0", "1e2", "+1", "", "9223372036854775808"}) {
    CAPTURE(text);
    CHECK_FALSE(read_directly<std::int64_t>(text));
  }
  CHECK(read_directly<std::int64_t>("-12") == -12);
}

TEST_CASE("what the direct reader takes of damaged text is what the long way takes", "[codec]") {
  std::mt19937 dice(20250124);
  for (int round = 0; round < 40; ++round) {
    CHECK(agrees<Content>(mutated(directly(quoted_content()), dice)));
    for (const auto& event : sample_events()) {
      std::visit(
          [&]<class Body>(const Body& body) {
            const auto text = mutated(directly(body), dice);
            CAPTURE(text);
            CHECK(agrees<Body>(text));
          },
          event.body);
    }
  }
}
