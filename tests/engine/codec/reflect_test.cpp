// Request bodies read strictly, and stored texts read back.
#include "engine/codec/reflect.hpp"

#include "engine/codec/codec.hpp"
#include "engine/decide/payload.hpp"
#include "tests/engine/codec/same.hpp"
#include "tests/engine/codec/samples.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using nlohmann::json;

namespace {

/// `code at pointer` of every error, in order.
template <class T>
std::vector<std::string> faults(const std::string& text) {
  const auto decoded = decode_strict<T>(json::parse(text));
  CHECK(decoded.value.has_value() == decoded.errors.empty());
  std::vector<std::string> list;
  for (const auto& error : decoded.errors) {
    CHECK_FALSE(error.detail_vi.empty());
    CHECK_FALSE(error.detail_en.empty());
    list.push_back(error.code + " at " + error.pointer);
  }
  return list;
}

using Faults = std::vector<std::string>;

Content full_content() {
  Content content;
  content.nominee = {"Tổ dân phố 5", "", std::nullopt, "hoa_lu_district"};
  content.achievement = "Giảm nghèo \"bền vững\"\n";
  content.achievement_from = day("2021-01-01");
  content.figures.single["households"] = {Decimal::parse("-1200.5").value(), "12/BC"};
  content.figures.yearly["mdp_rate"][2024] = {Decimal::parse("5.9900").value(), ""};
  return content;
}

}  // namespace

TEST_CASE("a value is written compactly with sorted members and without empty optionals", "[codec]") {
  CHECK(encode(full_content()) == R"({"achievement":"Giảm nghèo \"bền vững\"\n","achievement_from":"2021-01-01",)"
                                  R"("figures":{"single":{"households":{"source":"12/BC","value":"-1200.5"}},)"
                                  R"("yearly":{"mdp_rate":{"2024":{"source":"","value":"5.99"}}}},)"
                                  R"("nominee":{"name":"Tổ dân phố 5","office":"hoa_lu_district","title":""}})");
  CHECK(encode(std::string("Đ/\x01")) == "\"Đ/\\u0001\"");
}

TEST_CASE("stored texts read back equal", "[codec]") {
  const auto content = full_content();
  CHECK(same(decode<Content>(encode(content)), content));
  CHECK(same(decode<Dossier>(encode(Dossier{})), Dossier{}));
  const Token token{hex('a'), uuid(1), Instant{1737684184005}};
  CHECK(encode(token) ==
        R"({"appointment":")" + uuid(1) + R"(","expires":"2025-01-24T02:03:04.005Z","sha256":")" + hex('a') + "\"}");
  CHECK(same(decode<Token>(encode(token)), token));
  const QuotaState quota{"k", 8, 1, 2, {uuid(1), uuid(2), uuid(3)}};
  CHECK(same(decode<QuotaState>(encode(quota)), quota));
}

TEST_CASE("a stored text of another shape is named", "[codec]") {
  CHECK_THROWS_WITH(decode<Account>("{"), "stored account is not JSON");
  CHECK_THROWS_WITH(decode<Account>(R"({"person":"p","login":"l","disabled":false})"),
                    "stored account at \"/version\": missing_member");
  CHECK_THROWS_WITH(decode<DocumentRef>(R"({"number":"1","date":null})"),
                    "stored document reference at \"/date\": wrong_type");
}

TEST_CASE("absent texts, lists and optionals keep their default, so that the engine can say what is missing",
          "[codec]") {
  CHECK(faults<Submit>("{}").empty());
  CHECK(faults<ReturnForRework>("{}").empty());
  CHECK(faults<Forward>(R"({"letter":{"number":"1/TTr"},"opinion":null})").empty());
  CHECK(decode_strict<RecordResult>(json::parse(R"({"approved":false})")).value->approved == false);
  CHECK(decode_strict<Content>(json::parse("{}")).value.has_value());
}

TEST_CASE("absent enumerations, dates and figures are missing members", "[codec]") {
  CHECK(faults<Propose>("{}") == Faults{"missing_member at /kind"});
  CHECK(faults<Attest>(R"({"attestations":{"a/1":{"reason":"x"}}})") ==
        Faults{"missing_member at /attestations/a~11/value"});
  CHECK(faults<Content>(R"({"figures":{"single":{"r":{"source":"x"}}}})") ==
        Faults{"missing_member at /figures/single/r/value"});
  CHECK(faults<DecisionNumbered>(R"({"number":"1"})") == Faults{"missing_member at /date"});
  CHECK(faults<AttachPaper>("{}") == Faults{"missing_member at /paper/kind"});
}

TEST_CASE("unknown members are errors at any depth", "[codec]") {
  CHECK(faults<Receive>(R"({"x":1})") == Faults{"unknown_member at /x"});
  CHECK(faults<Submit>(R"({"letter":{"num":"1","nu~m/":1}})") ==
        Faults{"unknown_member at /letter/num", "unknown_member at /letter/nu~0m~1"});
  CHECK(faults<ReturnForRework>(R"({"points":[{"code":"a"},{"why":""}]})") ==
        Faults{"unknown_member at /points/1/why"});
}

TEST_CASE("wrong types are errors, all of them at once", "[codec]") {
  CHECK(faults<Rank>("[]") == Faults{"wrong_type at "});
  CHECK(faults<Rank>(R"({"rank":"1"})") == Faults{"wrong_type at /rank"});
  CHECK(faults<Rank>(R"({"rank":1.0})") == Faults{"wrong_type at /rank"});
  CHECK(faults<Rank>(R"({"rank":true})") == Faults{"wrong_type at /rank"});
  CHECK(faults<Rank>(R"({"rank":null})") == Faults{"wrong_type at /rank"});
  CHECK(faults<GiveOpinion>(R"({"agrees":0,"text":[]})") == Faults{"wrong_type at /agrees", "wrong_type at /text"});
  CHECK(faults<Resubmit>(R"({"answers":{}})") == Faults{"wrong_type at /answers"});
  CHECK(faults<Attest>(R"({"attestations":[]})") == Faults{"wrong_type at /attestations"});
  CHECK(faults<Propose>(R"({"kind":1})") == Faults{"wrong_type at /kind"});
  CHECK(faults<Number>(R"({"date":20250124})") == Faults{"wrong_type at /date"});
}

TEST_CASE("values outside their domain are bad values", "[codec]") {
  CHECK(faults<Propose>(R"({"kind":"reject"})") == Faults{"bad_value at /kind"});
  CHECK(faults<Number>(R"({"date":"2025-02-29"})") == Faults{"bad_value at /date"});
  CHECK(faults<Rank>(R"({"rank":2147483648})") == Faults{"bad_value at /rank"});
  CHECK(faults<Rank>(R"({"rank":-2147483649})") == Faults{"bad_value at /rank"});
  CHECK(faults<Rank>(R"({"rank":18446744073709551615})") == Faults{"bad_value at /rank"});
  CHECK(faults<Rank>(R"({"rank":-2147483648})").empty());
  CHECK(faults<Rank>(R"({"rank":2147483647})").empty());
  CHECK(faults<PaperEntry>(R"({"kind":"scanned","size":9223372036854775808})") == Faults{"bad_value at /size"});
  CHECK(faults<PaperEntry>(R"({"kind":"scanned","size":9223372036854775807})").empty());
  CHECK(faults<Figures>(R"({"single":{"r":{"value":"5,99"}}})") == Faults{"bad_value at /single/r/value"});
  for (const std::string year : {"2024a", "02024", "+2024", "", " 2024", "99999999999"}) {
    CAPTURE(year);
    CHECK(faults<Figures>(R"({"yearly":{"r":{")" + year + R"(":{"value":"1"}}}})") ==
          Faults{"bad_value at /yearly/r/" + year});
  }
}

TEST_CASE("a body full of mistakes is answered with the first of them", "[codec]") {
  auto body = json::object();
  for (int i = 0; i < 1000; ++i) body["x" + std::to_string(i)] = i;
  CHECK(decode_strict<Receive>(body).errors.size() == kMostDecodeErrors);
}

TEST_CASE("details say what was expected in both languages", "[codec]") {
  const auto error = decode_strict<Number>(json::parse(R"({"date":"24/01/2025"})")).errors.at(0);
  CHECK(error.detail_vi == "Cần ngày có thật, viết YYYY-MM-DD, nhưng giá trị không đúng.");
  CHECK(error.detail_en == "Expected a day that exists, written YYYY-MM-DD, but the value is another.");
  const auto choice =
      decode_strict<Appointment>(json::parse(R"({"role":"unit_head","capacity":"boss","from":"2025-01-01"})"));
  CHECK(choice.errors.at(0).detail_en == "Expected holder | deputy, but the value is another.");
}
