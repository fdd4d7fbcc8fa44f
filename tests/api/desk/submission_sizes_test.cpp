// A submission with no dossier, and one that is full.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

Json problem_without_trace(const Answer& answer) {
  Json body = answer.body;
  CHECK(body.contains("trace_id"));
  body.erase("trace_id");
  return body;
}

}  // namespace

TEST_CASE("a submission without a dossier is not sent: nothing_to_act_on", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto refused = p.act(submission, "submit", p.head(), {{"letter", a_letter()}});
  CHECK(problem_without_trace(refused) == Json{{"type", "/problems/nothing-to-act-on"},
                                               {"title", "Chưa có hồ sơ"},
                                               {"status", 409},
                                               {"code", "nothing_to_act_on"},
                                               {"detail", "Tờ trình chưa có hồ sơ nào."},
                                               {"detail_en", "The submission has no dossier yet."}});
  p.ready_dossier(submission);
  CHECK(p.act(submission, "submit", p.head(), {{"letter", a_letter()}}).status == 200);
}

TEST_CASE("a submission takes two hundred dossiers and says too_many_dossiers to the next", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  const auto open_in = [&](const std::string& path) {
    return p.post(path + "/dossiers", p.clerk(),
                  {{"form", "provincial_merit"},
                   {"subject_kind", "collective"},
                   {"category", "departments"},
                   {"content", some_content("Trường")}});
  };
  for (int i = 0; i < 200; ++i) REQUIRE(open_in(submission).status == 201);
  const auto refused = open_in(submission);
  CHECK(problem_without_trace(refused) == Json{{"type", "/problems/too-many-dossiers"},
                                               {"title", "Quá nhiều hồ sơ"},
                                               {"status", 409},
                                               {"code", "too_many_dossiers"},
                                               {"detail", "Một tờ trình có tối đa 200 hồ sơ."},
                                               {"detail_en", "A submission has at most 200 dossiers."}});
  CHECK(open_in(p.open_submission(occasion)).status == 201);
}
