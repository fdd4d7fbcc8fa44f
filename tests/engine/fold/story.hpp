/// Tells the life of one dossier event by event, for tests of the fold.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "engine/codec/codec.hpp"
#include "engine/fold/fold.hpp"
#include "tests/engine/codec/samples.hpp"
#include "tests/support/catch.hpp"

namespace vinhdanh::test {

inline PersonalRef personal(const std::string& id) { return {id, hex('c')}; }
inline FrozenContent frozen(int version) {
  return {version, personal("content" + std::to_string(version)), "h" + std::to_string(version)};
}

/// Every event happens one second after the one before; the people are named by what they do.
class Story {
 public:
  Dossier dossier;

  Story& tell(const std::string& person, EventBody body, std::optional<Phase> to = std::nullopt,
              std::optional<PersonId> behalf_of = std::nullopt) {
    Event event;
    event.stream_id = "d1";
    event.at = Instant{1000 * ++count_};
    event.actor.person = person;
    event.actor.office = person + "_office";
    event.actor.behalf_of = std::move(behalf_of);
    event.definition = DefinitionRef{"plan", 2, hex('a')};
    if (count_ > 1) event.from = dossier.phase;
    event.to = to;
    event.body = std::move(body);
    apply(dossier, event, count_ - 1);
    events_.push_back(seal(event, count_ - 1, hex('b')));
    return *this;
  }
  [[nodiscard]] const std::vector<SealedEvent>& events() const { return events_; }
  [[nodiscard]] Instant now() const { return Instant{1000 * count_}; }

  Story& opened() {
    return tell("clerk",
                DossierOpened{"HS-2025-00001", "s1", "o1", "unit", "province", "provincial_merit",
                              SubjectKind::household, "poor_household", "ref-1"},
                Phase::drafting);
  }
  Story& submitted() {
    return tell("head", DossierSubmitted{"review", frozen(1), "nominee", "nominee_office", std::nullopt},
                Phase::awaiting_receipt);
  }
  Story& received(const StageId& stage, std::optional<std::string> era = std::nullopt) {
    return tell("intake", DossierReceived{stage, "office_of_" + stage, std::move(era)}, Phase::under_review);
  }
  Story& proposed(const StageId& stage) {
    return tell("specialist", ActionProposed{stage, ProposalKind::forward, personal("t")}, Phase::proposed);
  }
  Story& forwarded(const StageId& stage, const StageId& to) {
    return tell("head_of_" + stage,
                DossierForwarded{stage, to, "office_of_" + stage, true, dossier.content->hash, {"1", {}}, {}, {}},
                Phase::awaiting_receipt);
  }
  /// With one point on the nominee's name.
  Story& returned_to_unit(const StageId& stage) { return returned(stage, std::nullopt, Phase::returned); }
  Story& returned_to_stage(const StageId& stage, const StageId& to) {
    return returned(stage, to, Phase::awaiting_receipt);
  }
  Story& resubmitted(const StageId& to, int version, std::vector<StageId> voided = {}) {
    return tell("deputy",
                DossierResubmitted{to,
                                   frozen(version),
                                   "nominee",
                                   "nominee_office",
                                   {{"p1", personal("answer")}},
                                   {"/nominee/name"},
                                   std::move(voided)},
                Phase::awaiting_receipt, "head");
  }

 private:
  Story& returned(const StageId& stage, std::optional<StageId> to, Phase phase) {
    ReturnPoint point;
    point.id = "p1";
    point.code = "name_wrong";
    point.pointer = "/nominee/name";
    point.text = personal("text");
    return tell("head_of_" + stage, DossierReturned{stage, std::move(to), {"2", {}}, {}, {point}}, phase);
  }

  std::int64_t count_ = 0;
  std::vector<SealedEvent> events_;
};

inline const Endorsement& endorsement(const Dossier& dossier, const StageId& stage) {
  const auto found = std::ranges::find(dossier.endorsements, stage, &Endorsement::stage);
  REQUIRE(found != dossier.endorsements.end());
  return *found;
}

/// Forwarded by review and appraisal, received by the council.
inline Story at_council() {
  Story story;
  story.opened().submitted().received("review", "E3").proposed("review").forwarded("review", "appraisal");
  story.received("appraisal").proposed("appraisal").forwarded("appraisal", "council").received("council");
  return story;
}

/// Who sent, without the time that the stage had had; clocks are told apart.
inline Sender without_clock(Sender sender) {
  sender.clock.reset();
  return sender;
}

}  // namespace vinhdanh::test
