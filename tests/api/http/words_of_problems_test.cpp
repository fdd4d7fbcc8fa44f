// Every problem speaks Vietnamese and English, in the words of the office.
#include "api/http/problems.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("a problem has a title and a sentence in both languages, short and without begging") {
  REQUIRE_FALSE(known_problems().empty());
  for (const KnownProblem& it : known_problems()) {
    CAPTURE(it.code);
    for (const std::string& text : {std::string(it.detail_vi), std::string(it.detail_en)}) {
      CHECK(text.ends_with("."));
      CHECK(text.find('!') == std::string::npos);
      CHECK(text.size() < 200);
    }
    for (const std::string& text : {std::string(it.title_vi), std::string(it.title_en)}) {
      CHECK_FALSE(text.empty());
      CHECK_FALSE(text.ends_with("."));
    }
    const std::string vi = std::string(it.title_vi) + " " + std::string(it.detail_vi);
    // "Tư cách" and "chức trách" are vai trò elsewhere; "phân công" is for dossiers; nobody but programmers says "định nghĩa".
    for (const auto* wrong : {"Vui lòng", "ư cách", "chức trách", "phân công", "ịnh nghĩa", "xung khắc"})
      CHECK(vi.find(wrong) == std::string::npos);
  }
}
