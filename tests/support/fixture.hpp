/// A running case in memory: opens dossiers in the small province and puts commands to them as people would.
#pragma once

#include <algorithm>
#include <map>

#include "engine/codec/codec.hpp"
#include "engine/fold/fold.hpp"
#include "tests/support/world.hpp"
#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh::test {

inline Actor actor(PersonId person, OfficeId office, Role role) {
  return {.person = person, .appointment = person + "-" + std::string(name_of(role)), .office = office, .role = role};
}
inline Actor unit_clerk() { return actor("thu", "an_thinh", Role::unit_clerk); }
inline Actor unit_head() { return actor("hoa", "an_thinh", Role::unit_head); }
inline Actor labour_intake() { return actor("lien", "so_lao_dong", Role::intake_reviewer); }
inline Actor labour_specialist() { return actor("son", "so_lao_dong", Role::specialist); }
inline Actor labour_head() { return actor("minh", "so_lao_dong", Role::office_head); }
inline Actor home_intake() { return actor("ngoc", "so_noi_vu", Role::intake_reviewer); }
inline Actor home_appraiser() { return actor("tam", "so_noi_vu", Role::appraiser); }
inline Actor home_head() { return actor("quang", "so_noi_vu", Role::office_head); }
inline Actor secretary() { return actor("dung", "hoi_dong", Role::council_secretariat); }
inline Actor chairman_clerk() { return actor("yen", "chu_tich", Role::registry_clerk); }
inline Actor chairman_specialist() { return actor("khoa", "chu_tich", Role::specialist); }
inline Actor chairman() { return actor("long", "chu_tich", Role::decider); }
inline Actor recorder() { return actor("phuc", "so_noi_vu", Role::recorder); }
inline Actor board_officer() { return actor("vinh", "so_noi_vu", Role::board_officer); }

/// Ids and salts that count up, so that a run repeats itself.
class CountingFresh final : public Fresh {
 public:
  std::string id() override { return "id-" + std::to_string(++count_); }
  std::string salt() override {
    std::string tail = std::to_string(++count_);
    return std::string(64 - tail.size(), '0') + tail;
  }

 private:
  int count_ = 0;
};

inline DocumentRef letter() { return {"12/TTr", day(2025, 1, 10)}; }
inline CouncilMinutes minutes() { return {"03/BB", day(2025, 1, 10), 9, 8, 7}; }

/// A content that lacks nothing and meets the numeric criterion (100 → 60 is a fall of 40%).
inline Content full_content() {
  Content content{.nominee = {.name = "Xã An Thịnh", .title = "", .office = "an_thinh"},
                  .achievement = "Giảm nghèo",
                  .achievement_from = day(2021, 1, 1),
                  .achievement_to = day(2024, 12, 31)};
  content.figures.single["poor_before"] = {*Decimal::parse("100"), "01/BC"};
  content.figures.single["poor_now"] = {*Decimal::parse("60"), "02/BC"};
  return content;
}

using Outcome = std::variant<Change, Refusal>;

/// The codes of a refusal, each once, in order; empty when the command was accepted.
inline std::vector<Reason> codes(const Outcome& outcome) {
  std::vector<Reason> result;
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
    for (const RefusalReason& reason : refusal->reasons) {
      if (std::ranges::find(result, reason.code) == result.end()) result.push_back(reason.code);
    }
  }
  return result;
}

/// The whole memory of one test. Every member may be changed by hand before an act.
struct Fixture {
  Plan plan = small_plan();
  Law law = two_eras();
  Organisation organisation = small_province();
  Date today = day(2025, 1, 15);
  CountingFresh fresh;
  Occasion occasion;
  std::map<SubmissionId, Submission> submissions;
  std::map<DossierId, Dossier> dossiers;
  std::map<DossierId, Content> workspaces;
  std::map<DossierId, std::int64_t> workspace_versions;
  std::map<DossierId, Content> frozen;
  std::map<DecisionId, Decision> decisions;
  std::map<std::string, QuotaState> quotas;
  std::map<std::string, PersonalValue> personal;
  std::vector<PersonId> own_people = {"thu", "hoa"};
  std::vector<PersonId> office_people = {"minh", "tu"};
  bool number_taken = false;  ///< as the register of decisions would answer
  std::vector<Event> log;     ///< every event ever made, in order, over all streams

  Fixture();

  [[nodiscard]] Rules rules() const { return {plan, law, organisation, nomination_lifecycle(), {"law", 1, "law-hash"}}; }

  /// A draft of `an_thinh` with full content, its report and the submission's letter and minutes attached.
  DossierId open(FormCode form = "merit", SubjectKind kind = SubjectKind::collective);
  /// An open decision of the Chairman (of the unit for `unit_praise`) in the occasion.
  DecisionId open_decision(FormCode form = "merit");

  [[nodiscard]] Facts facts(const DossierId& id, const Actor& actor, const std::optional<Payload>& payload = {}) const;
  /// Decides without keeping the change.
  Outcome attempt(const Actor& actor, const Payload& payload, const DossierId& id);
  /// Decides and, when accepted, commits to this memory.
  Outcome act(const Actor& actor, const Payload& payload, const DossierId& id);
  /// Acts on the dossier opened first.
  Outcome act(const Actor& actor, const Payload& payload) { return act(actor, payload, dossiers.begin()->first); }
  Dossier& dossier() { return dossiers.begin()->second; }
  void commit(const Change& change);

  /// Puts the dossier to `stage` by the lawful way, until it is received there (or, with `proposed`, proposed there).
  void bring_to(const DossierId& id, const StageId& stage, bool proposed = false);

 private:
  std::pair<Actor, Actor> receiver_and_sender(const StageId& stage) const;
  std::optional<Actor> proposer(const StageId& stage) const;
};

}  // namespace vinhdanh::test

#include "tests/support/fixture_acts.hpp"
