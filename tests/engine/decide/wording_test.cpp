// Reasons as people read them: everything that a reason names has its words, in every scene and for every command.
#include "tests/engine/decide/scenes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/plain_sentence.hpp"

namespace vinhdanh::test {
namespace {

/// The fixture's own stand-ins for ids that the desk gives as codes (HS-2025-00417) or that bear no words.
RefusalReason as_the_desk_gives(RefusalReason reason) {
  for (const char* name : {"holder", "dossier"}) {
    if (reason.details.contains(name)) reason.details[name] = "HS-2025-00417";
  }
  return reason;
}

RefusalReason reason_of(const Outcome& outcome, Reason code) {
  for (const RefusalReason& reason : std::get<Refusal>(outcome).reasons) {
    if (reason.code == code) return reason;
  }
  FAIL("not refused for " << name_of(code));
  return {};
}

}  // namespace

TEST_CASE("no sentence of a refusal shows a code, a pointer or an id") {
  for (const Scene& scene : scenes()) {
    INFO(name_of(scene.reason) << ": " << scene.title);
    Fixture f;
    const Try what = scene.prepare(f);
    const Outcome outcome = f.attempt(what.by, what.payload, what.id);
    for (const RefusalReason& reason : std::get<Refusal>(outcome).reasons) {
      CHECK(machine_talk(as_the_desk_gives(reason)) == "");
    }
  }
}

TEST_CASE("no sentence of what is permitted shows a code, a pointer or an id") {
  for (const Scene& scene : scenes()) {
    INFO(name_of(scene.reason) << ": " << scene.title);
    Fixture f;
    const Try what = scene.prepare(f);
    for (const Permission& permission : permitted(f.dossiers.at(what.id), f.facts(what.id, what.by), f.rules())) {
      INFO(name_of(permission.command));
      for (const RefusalReason& reason : permission.reasons) CHECK(machine_talk(as_the_desk_gives(reason)) == "");
      for (const Choice& choice : permission.choices) {
        for (const RefusalReason& reason : choice.reasons) CHECK(machine_talk(as_the_desk_gives(reason)) == "");
      }
    }
  }
}

TEST_CASE("the test of sentences knows a code, a pointer and an id when it sees one") {
  const auto with = [](const std::string& number) {
    return RefusalReason{Reason::number_taken, {{"number", number}}, {}, {}};
  };
  CHECK(machine_talk(with("812/QĐ-UBND")) == "");
  CHECK(machine_talk(with("council_minutes")) != "");
  CHECK(machine_talk(with("/points")) != "");
  CHECK(machine_talk(with("01920000-0000-7000-8000-000000000001")) != "");
  CHECK(machine_talk(with("2025-02-07")) != "");
}

TEST_CASE("an office is named as it is called on the day, a point by its order, a form by its name") {
  Fixture f;
  const DossierId id = f.open();
  f.bring_to(id, "appraisal");
  const auto other = reason_of(f.attempt(chairman(), Withdraw{"x"}, id), Reason::not_responsible_office);
  CHECK(sentence_of(other).vi.find(f.organisation.office("an_thinh")->name_on(f.today)) != std::string::npos);
  const auto lower =
      reason_of(f.attempt(home_head(), ApproveLowerForm{"flag", "decision-1"}, id), Reason::unknown_choice);
  CHECK(sentence_of(lower).vi.ends_with(": " + f.plan.award_form("flag")->name + "."));
}

}  // namespace vinhdanh::test
