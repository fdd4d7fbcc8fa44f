// The entry of a dossier says where it waits, for whom and until when.
#include "api/desk/lists/list_entry.hpp"

#include "api/desk/lists/refresh_entries.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// A sent dossier of the education department for the Prime Minister's merit.
Dossier at(const Rig& rig, const StageId& stage, Phase phase) {
  const auto& plan = *rig.deps->rulebook.latest_plan("lang-son-2021-2025");
  Dossier it;
  it.id = "d1";
  it.code = "HS-2025-00417";
  it.plan = rig.deps->rulebook.text_of(plan).ref;
  it.unit = "so_gddt_lang_son";
  it.territory = "lang_son";
  const auto form = std::ranges::find(plan.award_forms, "prime_minister", &AwardForm::route);
  REQUIRE(form != plan.award_forms.end());
  it.form = form->code;
  it.phase = phase;
  it.stage = stage;
  it.submitters = {"person-1"};
  return it;
}

std::string turn_text(const ListEntry& entry) {
  std::string text = entry.office.value_or("nobody") + " " + entry.hand + ":";
  for (const auto& role : entry.roles) text += " " + role;
  return text;
}

}  // namespace

TEST_CASE("an entry says whose turn it is", "[desk]") {
  Rig rig(day(2025, 2, 12));
  const auto turn = [&](const StageId& stage, Phase phase, const Decision* decision = nullptr) {
    return turn_text(list_entry(*rig.deps, at(rig, stage, phase), decision));
  };
  CHECK(turn("home_affairs_appraisal", Phase::drafting) == "so_gddt_lang_son unit: unit_clerk unit_head");
  CHECK(turn("home_affairs_appraisal", Phase::returned) == "so_gddt_lang_son unit: unit_clerk unit_head");
  CHECK(turn("home_affairs_appraisal", Phase::awaiting_receipt) ==
        "so_noi_vu_lang_son receive: intake_reviewer appraiser");
  CHECK(turn("home_affairs_appraisal", Phase::under_review) == "so_noi_vu_lang_son propose: appraiser");
  CHECK(turn("home_affairs_appraisal", Phase::proposed) == "so_noi_vu_lang_son send: office_head");
  CHECK(turn("council_advice", Phase::under_review) == "hoi_dong_tdkt_lang_son send: council_secretariat");
  CHECK(turn("pm_result", Phase::under_review).ends_with(" record: recorder"));
  CHECK(turn("pm_result", Phase::awarded) == "nobody :");
  Decision decision;
  decision.authority = "ubnd_lang_son";
  CHECK(turn("chairman_endorsement", Phase::decided, &decision) == "ubnd_lang_son sign: decider");
  CHECK(turn("chairman_endorsement", Phase::signed_, &decision) == "ubnd_lang_son number: registry_clerk");
  auto correcting = at(rig, "council_advice", Phase::under_review);
  correcting.correction = PendingCorrection{};
  CHECK(turn_text(list_entry(*rig.deps, correcting, nullptr)) == "so_gddt_lang_son confirm: unit_clerk unit_head");
}

TEST_CASE("a step is its assignee's alone where a colleague would have to wait", "[desk]") {
  Rig rig(day(2025, 2, 12));
  const auto reserved = [&](const StageId& stage, Phase phase, bool correcting = false) {
    auto it = at(rig, stage, phase);
    if (correcting) it.correction = PendingCorrection{};
    REQUIRE_FALSE(list_entry(*rig.deps, it, nullptr).reserved);
    it.assignee = "person-9";
    return list_entry(*rig.deps, it, nullptr).reserved;
  };
  CHECK(reserved("home_affairs_appraisal", Phase::under_review));
  CHECK_FALSE(reserved("home_affairs_appraisal", Phase::proposed));
  CHECK_FALSE(reserved("home_affairs_appraisal", Phase::awaiting_receipt));
  CHECK_FALSE(reserved("council_advice", Phase::under_review));  // nobody proposes there
  CHECK_FALSE(reserved("home_affairs_appraisal", Phase::under_review, true));
  CHECK_FALSE(reserved("home_affairs_appraisal", Phase::returned));
  CHECK_FALSE(reserved("pm_result", Phase::awarded));
}

TEST_CASE("a dossier concerns its unit from the first draft on, and the offices that acted on it", "[desk]") {
  Rig rig(day(2025, 2, 12));
  auto it = at(rig, "home_affairs_appraisal", Phase::drafting);
  it.submitters.clear();
  const auto concerns = [&] {
    std::string text;
    for (const auto& mark : list_entry(*rig.deps, it, nullptr).marks) {
      if (mark.starts_with("ours:")) text += mark + " ";
    }
    return text;
  };
  CHECK(concerns() == "ours:so_gddt_lang_son ");
  it.submitters = {"person-1"};
  it.sender = Sender{"person-2", "hoi_dong_tdkt_lang_son", it.stage};
  CHECK(concerns() == "ours:hoi_dong_tdkt_lang_son ours:so_gddt_lang_son ");
}

TEST_CASE("an entry's due date is the last day of its stage's limit, and it has none while the limit stands still",
          "[desk]") {
  Rig rig(day(2023, 2, 13));
  auto it = at(rig, "central_appraisal", Phase::under_review);
  const Instant since{day(2023, 2, 10).days() * 86'400'000LL};
  it.clock = StageClock{};
  it.clock->stage = *it.stage;
  it.clock->since = since;
  const auto* rule = rig.deps->rulebook.law().on(day(2023, 2, 13)).rule("central_appraisal_days");
  REQUIRE((rule != nullptr && rule->value));
  const auto deadline = rig.deps->rulebook.calendar().deadline(day(2023, 2, 10), std::stoi(*rule->value));
  REQUIRE(deadline);
  CHECK(list_entry(*rig.deps, it, nullptr).due == deadline->due);
  it.clock->pauses.push_back({since, std::nullopt});
  it.hold = Hold{};
  const auto held = list_entry(*rig.deps, it, nullptr);
  CHECK_FALSE(held.due);
  CHECK(held.held);
}

TEST_CASE("an entry is found by its code, its number, its nominee and all names of its unit", "[desk]") {
  Rig rig(day(2025, 2, 12));
  const auto dossier = at(rig, "council_advice", Phase::under_review);
  const auto words = " " + entry_words(*rig.deps, dossier, "Trường Đông Kinh") + " ";
  for (const std::string word : {"hs", "2025", "00417", "417", "truong", "dong", "kinh", "giao", "duc", "lang", "son"}) {
    INFO(word);
    CHECK(words.find(" " + word + " ") != std::string::npos);
  }
}

TEST_CASE("entries are brought up to the day when offices changed, and left alone when they did not", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  p.submit(dossier);
  CHECK(refresh_entries(*p.deps) == 0);
  const auto id = dossier.substr(dossier.rfind('/') + 1);
  auto wrong = p.lists.entry(id).value();
  wrong.hand = "nonsense";
  wrong.marks.clear();
  p.lists.put_entries({&wrong, 1});
  p.lists.set_computed_for("");
  CHECK(refresh_entries(*p.deps) == 1);
  CHECK(p.lists.entry(id)->hand == "receive");
  CHECK(refresh_entries(*p.deps) == 0);
  wrong = p.lists.entry(id).value();
  wrong.reserved = true;
  p.lists.put_entries({&wrong, 1});
  p.lists.set_computed_for("");
  CHECK(refresh_entries(*p.deps) == 1);
  CHECK_FALSE(p.lists.entry(id)->reserved);
  p.clock.move_to(Instant{day(2025, 3, 3).days() * 86'400'000LL});
  CHECK(refresh_entries(*p.deps) == 1);  // the labour department, which may add its opinion, is gone
  CHECK(p.lists.computed_for().starts_with("2025-03-03 "));
}
