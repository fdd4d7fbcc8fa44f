// The boxes of an inbox: what is in each, for whom, and that counts, totals and lists are the same.
#include "api/desk/lists/inbox.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct OnItsWay : Province {
  std::string submission = open_submission(open_occasion());
  std::string draft;
  std::string dossier;
  OnItsWay() {
    attach_letter(submission);
    draft = ready_dossier(submission, "Trường nháp");
    dossier = ready_dossier(submission, "Trường gửi");
    submit(dossier);
  }

  /// The boxes that hold the dossier for that person, with the counts checked against the lists behind them.
  std::string boxes(const std::string& token, const std::string& path) {
    const auto counts = get("/v1/inbox/counts", token).body["counts"];
    std::string holding;
    for (const auto box : Names<Box>::all) {
      const auto list = get("/v1/inbox?total=true&box=" + std::string(box), token);
      REQUIRE(list.status == 200);
      CHECK(list.body["items"].size() == list.body["total"]);
      CHECK(counts[std::string(box)] == list.body["total"]);
      for (const auto& item : list.body["items"]) {
        if ("/v1/dossiers/" + item["id"].get<std::string>() != path) continue;
        holding += (holding.empty() ? "" : " ") + std::string(box);
      }
    }
    return holding;
  }
};

}  // namespace

TEST_CASE("a draft waits for its unit, what was sent for the office that receives it", "[desk]") {
  OnItsWay p;
  CHECK(p.boxes(p.clerk(), p.draft) == "mine office");
  CHECK(p.boxes(p.clerk(), p.dossier) == "waiting_for_others");
  CHECK(p.boxes(p.intake(), p.draft).empty());
  CHECK(p.boxes(p.intake(), p.dossier).starts_with("mine office"));
  CHECK(p.boxes(p.director(), p.dossier).starts_with("office"));
  CHECK(p.boxes(p.token("mttq_lang_son", Role::observer), p.dossier).empty());
  CHECK(p.boxes(p.token("so_khcn_lang_son", Role::unit_head), p.dossier).empty());
}

TEST_CASE("what one has taken up leaves the box of his colleagues, but not the office's", "[desk]") {
  OnItsWay p;
  p.done(p.dossier, "receive", p.intake());
  const auto colleague = p.token("so_noi_vu_lang_son", Role::appraiser, "another");
  CHECK(p.boxes(colleague, p.dossier).starts_with("mine office"));
  p.done(p.dossier, "claim", p.appraiser());
  CHECK(p.boxes(p.appraiser(), p.dossier).starts_with("mine office"));
  CHECK(p.boxes(colleague, p.dossier).starts_with("office"));
  const auto mine = p.get("/v1/inbox", p.appraiser()).body["items"][0];
  CHECK(mine["assignee"] == p.person_of(p.appraiser()));
  CHECK(mine["assignee_name"] == "Người so_noi_vu_lang_son/appraiser/");
  p.done(p.dossier, "release", p.appraiser());
  CHECK(p.boxes(colleague, p.dossier).starts_with("mine office"));
  p.done(p.dossier, "claim", p.appraiser());
  p.attest_all(p.dossier);
  p.done(p.dossier, "propose", p.appraiser(), {{"kind", "forward"}});
  CHECK(p.boxes(p.director(), p.dossier).starts_with("mine office"));
}

TEST_CASE("a head assigns a dossier to one of those who may work on it, who are offered by name", "[desk]") {
  OnItsWay p;
  p.done(p.dossier, "receive", p.intake());
  const auto person = p.person_of(p.appraiser());
  std::string offered;
  const auto shown = p.get(p.dossier + "/actions", p.director());
  for (const auto& action : shown.body["actions"]) {
    if (action["command"] != "assign") continue;
    for (const auto& choice : action["choices"]) {
      if (choice["value"] == person) offered = choice["name"];
    }
  }
  CHECK(offered == "Người so_noi_vu_lang_son/appraiser/");
  p.done(p.dossier, "assign", p.director(), {{"person", person}});
  CHECK(p.boxes(p.appraiser(), p.dossier) == "mine office");
  CHECK(p.boxes(p.token("so_noi_vu_lang_son", Role::appraiser, "another"), p.dossier) == "office");
  const auto mine = p.post("/v1/dossiers/search", p.director(), {{"assignee", person}});
  CHECK(mine.body["items"].size() == 1);
}

TEST_CASE("what is on hold says so in lists", "[desk]") {
  OnItsWay p;
  p.done(p.dossier, "receive", p.intake());
  p.done(p.dossier, "hold", p.director(),
         {{"document", a_letter("5/TTr")}, {"review", "2025-03-20"}, {"reason", "Đang xác minh đơn"}});
  const auto held = p.post("/v1/dossiers/search", p.clerk(), {{"held", true}});
  REQUIRE(held.body["items"].size() == 1);
  CHECK(held.body["items"][0]["held"] == true);
  CHECK_FALSE(held.body["items"][0].contains("due"));
  p.done(p.dossier, "lift-hold", p.director(), {{"document", a_letter("6/TTr")}, {"reason", "Đơn không đúng"}});
  CHECK(p.post("/v1/dossiers/search", p.clerk(), {{"held", true}}).body["items"].empty());
}

TEST_CASE("what was returned is in the box of its unit and of the office that returned it", "[desk]") {
  OnItsWay p;
  p.done(p.dossier, "receive", p.intake());
  p.done(p.dossier, "return-for-rework", p.director(),
         {{"letter", a_letter("9/SNV")},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ số liệu"}}}}});
  CHECK(p.boxes(p.clerk(), p.dossier) == "mine office returned");
  CHECK(p.boxes(p.appraiser(), p.dossier) == "returned waiting_for_others");
  CHECK(p.boxes(p.secretary(), p.dossier).empty());
}

TEST_CASE("what ended is done for its unit and for the offices that had a part in it", "[desk]") {
  OnItsWay p;
  p.done(p.dossier, "withdraw", p.head(), {{"reason", "Chưa đủ thành tích"}});
  CHECK(p.boxes(p.clerk(), p.dossier) == "done");
  CHECK(p.boxes(p.chairman(), p.dossier).empty());
}

TEST_CASE("due dates put what waits into one bucket a day, and overdue after it", "[desk]") {
  OnItsWay p;
  p.done(p.dossier, "receive", p.intake());
  CHECK(p.boxes(p.appraiser(), p.dossier) == "mine office");
  auto entry = p.lists.entry(p.dossier.substr(p.dossier.rfind('/') + 1)).value();
  CHECK_FALSE(entry.due);  // the stage has no limit
  entry.due = day(2025, 2, 20);  // a Thursday
  p.lists.put_entries({&entry, 1});
  const auto on = [&](unsigned date) {
    p.clock.move_to({day(2025, 2, date).days() * 86'400'000LL});
    return p.boxes(p.appraiser(), p.dossier);
  };
  CHECK(on(16) == "mine office due_later");  // a Sunday
  CHECK(on(17) == "mine office due_this_week");
  CHECK(on(19) == "mine office due_this_week");
  CHECK(on(20) == "mine office due_today");
  CHECK(p.get("/v1/inbox", p.appraiser()).body["items"][0]["due"] == "2025-02-20");
  CHECK(p.get("/v1/inbox", p.appraiser()).body["items"][0]["overdue"] == false);
  CHECK(on(21) == "mine office overdue");
  CHECK(p.get("/v1/inbox", p.appraiser()).body["items"][0]["overdue"] == true);
}

TEST_CASE("an inbox is read in pages, in an order of the caller's choice, and refuses what it does not know", "[desk]") {
  OnItsWay p;
  p.ready_dossier(p.submission, "Trường thứ ba");
  const auto first = p.get("/v1/inbox?limit=1&order=opened", p.clerk());
  REQUIRE(first.body["items"].size() == 1);
  CHECK(first.body["items"][0]["nominee_name"] == "Trường thứ ba");
  const auto rest = p.get(first.body["next"], p.clerk());
  CHECK(rest.body["items"][0]["nominee_name"] == "Trường nháp");
  CHECK_FALSE(rest.body.contains("next"));
  CHECK(p.get("/v1/inbox?box=office&order=opened&cursor=" + first.body["cursor"].get<std::string>(), p.clerk()).code() ==
        "invalid_cursor");
  CHECK(p.get("/v1/inbox?box=theirs", p.clerk()).code() == "validation");
  CHECK(p.get("/v1/inbox/counts?box=mine", p.clerk()).code() == "unknown_parameter");
}

TEST_CASE("comments are read by all who see the dossier, in their order", "[desk]") {
  OnItsWay p;
  const auto observer = p.token("mttq_lang_son", Role::observer);
  p.done(p.dossier, "comment", observer, {{"text", "Nhân dân đồng tình"}});
  p.done(p.dossier, "comment", observer, {{"text", "Đề nghị nêu rõ hơn"}});
  const auto all = p.get(p.dossier + "/comments", p.clerk());
  REQUIRE(all.body["items"].size() == 2);
  CHECK(all.body["items"][0]["text"] == "Nhân dân đồng tình");
  CHECK(all.body["items"][0]["office"] == "mttq_lang_son");
  CHECK(all.body["items"][0]["role"] == "observer");
  const auto first = p.get(p.dossier + "/comments?limit=1", p.clerk());
  CHECK(first.body["items"].size() == 1);
  CHECK(p.get(first.body["next"], p.clerk()).body["items"][0]["text"] == "Đề nghị nêu rõ hơn");
  CHECK(p.get(p.dossier + "/comments", p.token("so_khcn_lang_son", Role::unit_head)).status == 404);
}
