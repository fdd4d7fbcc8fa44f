// Who is told what: the life of a dossier, seen from the notices of those in it.
#include "tests/api/runner/steady_province.hpp"
#include "tests/api/runner/wrapped_notices.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

class NoCursor final : public WrappedNotices {
 public:
  using WrappedNotices::WrappedNotices;
  FeedPlace cursor(const std::string&) const override { return {}; }
  int put(std::span<const Notice> notices, const std::optional<std::pair<std::string, FeedPlace>>& at) override {
    told += notices.size();
    return WrappedNotices::put(notices, at);
  }
  std::size_t told = 0;
};

}  // namespace

TEST_CASE("on its way a dossier tells whose turn it is, and its unit what came of it", "[desk][runner]") {
  SteadyProvince p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  p.pass();
  CHECK(p.count(p.clerk(), "occasion_opened") == 1);
  CHECK(p.count(p.officer(), "occasion_opened") == 0);

  p.submit(dossier);
  p.pass();
  CHECK(p.told_of(p.intake(), "dossier_arrived", dossier));
  CHECK(p.told_of(p.appraiser(), "dossier_arrived", dossier));  // may receive too
  CHECK(p.count(p.head(), "dossier_arrived") == 0);

  p.done(dossier, "receive", p.intake());
  p.pass();
  CHECK(p.told_of(p.appraiser(), "turn_came", dossier));
  p.attest_all(dossier);
  p.done(dossier, "propose", p.appraiser(), {{"kind", "forward"}});
  p.pass();
  CHECK(p.told_of(p.director(), "turn_came", dossier));
  CHECK(p.count(p.appraiser(), "turn_came") == 1);  // not of his own proposal
  p.done(dossier, "forward", p.director(), {{"letter", a_letter("33/SNV")}});
  p.pass();
  CHECK(p.told_of(p.secretary(), "dossier_arrived", dossier));

  p.advise(submission, dossier);
  p.verify(dossier);
  const auto decision = p.open_decision(occasion);
  p.approve(dossier, decision);
  p.pass();
  CHECK(p.told_of(p.clerk(), "award_approved", dossier));
  CHECK(p.told_of(p.head(), "award_approved", dossier));
  p.act(decision, "sign", p.chairman());
  p.pass();
  CHECK(p.told_of(p.registry(), "number_waits", decision));
  CHECK(p.told_of(p.clerk(), "dossier_signed", dossier));
  p.act(decision, "number", p.registry(), {{"number", "100/QĐ-UBND"}, {"date", p.today().text()}});
  p.pass();
  CHECK(p.told_of(p.head(), "dossier_awarded", dossier));
  CHECK(p.count(p.registry(), "dossier_awarded") == 0);
}

TEST_CASE("return, recall, withdrawal, hold and comment reach those concerned and not the actor", "[desk][runner]") {
  SteadyProvince p;
  const auto occasion = p.open_occasion();
  const auto one = p.sent_dossier(occasion, "Một");
  const auto two = p.sent_dossier(occasion, "Hai");
  p.done(two, "recall", p.head());
  p.done(one, "receive", p.intake());
  p.pass();
  CHECK(p.told_of(p.intake(), "dossier_recalled", two));
  CHECK(p.count(p.head(), "dossier_recalled") == 0);

  p.hold(one, day(2025, 3, 3));
  p.pass();
  CHECK(p.told_of(p.clerk(), "dossier_held", one));
  CHECK(p.told_of(p.appraiser(), "dossier_held", one));
  CHECK(p.count(p.officer(), "dossier_held") == 0);
  p.lift(one);
  p.done(one, "comment", p.token("ubnd_lang_son", Role::observer), {{"text", "Đề nghị xem lại số liệu"}});
  p.return_it(one);
  p.pass();
  CHECK(p.told_of(p.clerk(), "hold_lifted", one));
  CHECK(p.told_of(p.clerk(), "dossier_returned", one));
  CHECK(p.told_of(p.head(), "dossier_returned", one));
  CHECK(p.count(p.director(), "dossier_returned") == 0);
  p.resubmit(one);
  p.done(one, "withdraw", p.head(), {{"reason", "Đơn vị xin rút"}});
  p.pass();
  CHECK(p.told_of(p.intake(), "dossier_withdrawn", one));
  CHECK(p.told_of(p.clerk(), "dossier_withdrawn", one));
  CHECK(p.count(p.head(), "dossier_withdrawn") == 0);
}

TEST_CASE("roles are told to the person, and what is told is told once whatever restarts", "[desk][runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion());
  p.pass();
  CHECK(p.count(p.clerk(), "role_granted") == 1);
  const auto before = p.told(p.intake());
  // A reader that lost its cursor, or reads behind another, tells the same again: nobody hears it.
  NoCursor notices(p.notices);
  Deps deps{p.store, p.lists, notices,  p.webhooks, p.duties, p.sign_in, p.access_log, *p.committer,
            p.blobs, p.clock, p.fresh,  p.deps->rulebook,    p.deps->lifecycle, {},       {}};
  Touched touched;
  fan_out(deps, p.options, touched);
  CHECK(notices.told > 0);
  CHECK(p.told(p.intake()) == before);
  // Told to the end, the feed is empty.
  CHECK(p.notices.feed(p.notices.cursor("notices"), 10).empty());
}

TEST_CASE("a person's notices are his own, in sentences, with names he may see, and can be read", "[desk][runner]") {
  SteadyProvince p;
  const auto dossier = p.sent_dossier(p.open_occasion(), "Trường THPT Bình Gia");
  p.pass();
  const auto token = p.intake();
  const auto unread = p.get("/v1/notices/count", token).body["unread"].get<int>();
  CHECK(unread == static_cast<int>(p.told(token).size()));
  const auto list = p.get("/v1/notices?unread=true", token);
  REQUIRE(list.status == 200);
  const auto& first = list.body["items"][0];
  CHECK(first["kind"] == "dossier_arrived");
  CHECK(first["href"] == dossier);
  const std::string sentence = first["sentence"]["vi"];
  CHECK(sentence.find("Trường THPT Bình Gia") != std::string::npos);
  CHECK(first["title"]["vi"].get<std::string>().find("Trường") == std::string::npos);

  // The same notice for somebody who does not see the dossier names nobody.
  const auto kept = p.notices.of(p.person_of(token), false, "", 1).at(0);
  auto stray = kept;
  stray.id = p.fresh.id();
  const auto stranger = p.token("so_noi_vu_ninh_binh", Role::specialist);
  stray.person = p.person_of(stranger);
  p.notices.put({&stray, 1}, std::nullopt);
  const std::string other = p.get("/v1/notices", stranger).body["items"][0]["sentence"]["vi"];
  CHECK(other.find("Trường") == std::string::npos);

  const std::string id = first["id"];
  CHECK(p.post("/v1/notices/read", token, {{"ids", {id}}}).body["unread"] == unread - 1);
  CHECK(p.post("/v1/notices/read", stranger, {{"ids", {id}}}).body["unread"] == 1);
  CHECK(p.post("/v1/notices/read", token, Json::object()).status == 422);
  CHECK(p.post("/v1/notices/read", token, {{"all", true}}).body["unread"] == 0);
  CHECK(p.get("/v1/notices?unread=true", token).body["items"].empty());
}

TEST_CASE("notices come in pages", "[desk][runner]") {
  SteadyProvince p;
  const auto occasion = p.open_occasion();
  for (int i = 0; i < 5; ++i) p.sent_dossier(occasion, "Trường " + std::to_string(i));
  p.pass();
  const auto token = p.intake();
  std::vector<std::string> ids;
  std::string next = "/v1/notices?limit=2";
  while (!next.empty()) {
    const auto page = p.get(next, token);
    REQUIRE(page.status == 200);
    CHECK(page.body["items"].size() <= 2);
    for (const auto& item : page.body["items"]) ids.push_back(item["id"]);
    next = page.body.value("next", "");
  }
  CHECK(ids.size() == p.told(token).size());
  CHECK(std::ranges::is_sorted(ids, std::ranges::greater{}));
  CHECK(p.get("/v1/notices?unread=maybe", token).status == 422);
  CHECK(p.get("/v1/notices/count?of=others", token).code() == "unknown_parameter");
}
