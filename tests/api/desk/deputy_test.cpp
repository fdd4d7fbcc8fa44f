// KT.: wherever a deputy acted, the API says for whom and by which document.
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string chairman_office = "ubnd_lang_son";

/// The item of that type in a dossier's history.
Json event_of(Province& p, const std::string& dossier, const std::string& type) {
  const auto history = p.get(dossier + "/history", p.auditor());
  for (const auto& item : history.body["items"]) {
    if (item["type"] == type) return item;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a deputy who forwards and one who signs are shown with their holders and documents", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  p.submit(dossier);
  p.done(dossier, "receive", p.intake());
  p.attest_all(dossier);
  p.done(dossier, "propose", p.appraiser(), {{"kind", "forward"}});
  const auto director = p.person_of(p.director());
  const auto deputy = p.deputy_token("so_noi_vu_lang_son", Role::office_head);
  p.done(dossier, "forward", deputy, {{"letter", a_letter("33/SNV")}});

  const Json holder{{"person", director},
                    {"name", "Người so_noi_vu_lang_son/office_head/"},
                    {"document", {{"number", "7/QĐ"}, {"date", "2020-01-01"}}}};
  CHECK(event_of(p, dossier, "dossier_forwarded")["acting_for"] == holder);
  CHECK_FALSE(event_of(p, dossier, "action_proposed").contains("acting_for"));
  const auto shown = p.get(dossier, p.head());
  REQUIRE(shown.body["endorsements"].size() == 1);
  CHECK(shown.body["endorsements"][0]["person"] == p.person_of(deputy));
  CHECK(shown.body["endorsements"][0]["behalf_of"] == director);
  CHECK(shown.body["names"]["people"][director] == holder["name"]);

  p.advise(submission, dossier);
  p.verify(dossier);
  const auto decision = p.open_decision(occasion);
  p.approve(dossier, decision);
  CHECK_FALSE(p.get(decision, p.registry()).body.contains("acting_for"));
  const auto chairman = p.person_of(p.chairman());
  p.done(decision, "sign", p.deputy_token(chairman_office, Role::decider));
  const auto signed_ = p.get(decision, p.registry());
  CHECK(signed_.body["signed_as"] == "deputy");
  CHECK(signed_.body["acting_for"]["person"] == chairman);
  CHECK(signed_.body["acting_for"]["name"] == "Người ubnd_lang_son/decider/");
  CHECK(signed_.body["acting_for"]["document"]["number"] == "7/QĐ");
  CHECK(event_of(p, dossier, "dossier_signed")["acting_for"]["person"] == chairman);
}
