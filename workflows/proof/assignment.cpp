// Backtracking over who sends at each stage; all other hands only depend on the sender of their own stage and the
// unit's.
#include "workflows/proof/assignment.hpp"

#include <algorithm>

namespace vinhdanh::detail {
namespace {

/// The council's advice is one of the two acts that a person may do; a result from outside is only written down.
bool may_act_again(const Stage& earlier, const Stage& now) {
  using enum StageKind;
  if (now.kind == advise || now.kind == record_result || !earlier.mandatory) return true;
  return earlier.kind == advise && (now.kind == decide || now.kind == endorse);
}

std::vector<PersonId> persons_of(const std::vector<Candidate>& candidates) {
  std::vector<PersonId> persons;
  for (const Candidate& candidate : candidates) persons.push_back(candidate.person);
  return persons;
}

class Attempt {
 public:
  Attempt(const Lineup& lineup, const Candidate& submitter) : lineup_(lineup), submitter_(submitter) {}

  /// Nothing when it succeeds.
  std::optional<Failure> run() {
    for (std::size_t at = 0; at < lineup_.stages.size(); ++at) {
      if (auto failure = prepare(at)) return failure;
    }
    if (assign(0)) return std::nullopt;
    Failure failure{StaffingLack::not_separate, deepest_, HandKind::send, {}};
    failure.barred = persons_of(lineup_.stages[deepest_].hand(HandKind::send)->candidates);
    return failure;
  }

 private:
  [[nodiscard]] bool is_impartial(const StageLine& line, HandKind hand, const Candidate& candidate) const {
    if (hand == HandKind::number) return true;
    if (hand == HandKind::send && line.stage->kind == StageKind::record_result) return true;
    if (line.office == lineup_.unit) return hand == HandKind::receive || !submitter_.is(candidate.person);
    if (candidate.meets(submitter_)) return false;
    const auto is_candidate = [&](const PersonId& person) { return candidate.is(person); };
    return std::ranges::none_of(lineup_.own_people, is_candidate);
  }

  [[nodiscard]] std::vector<Candidate> impartial(const StageLine& line, const HandLine& hand) const {
    std::vector<Candidate> able = hand.candidates;
    std::erase_if(able, [&](const Candidate& candidate) { return !is_impartial(line, hand.kind, candidate); });
    return able;
  }

  /// Fills `able_` with those who may send at the stage, as far as its other hands leave somebody for them.
  std::optional<Failure> prepare(std::size_t at) {
    const StageLine& line = lineup_.stages[at];
    std::vector<Candidate> sending;
    std::vector<Candidate> proposing;
    for (const HandLine& hand : line.hands) {
      auto able = impartial(line, hand);
      if (able.empty()) return Failure{StaffingLack::not_impartial, at, hand.kind, persons_of(hand.candidates)};
      if (hand.kind == HandKind::send)
        sending = std::move(able);
      else if (hand.kind == HandKind::propose)
        proposing = std::move(able);
    }
    if (line.hand(HandKind::propose) && line.stage->kind != StageKind::record_result) {
      std::erase_if(sending, [&](const Candidate& sender) {
        return std::ranges::all_of(proposing, [&](const Candidate& proposer) { return proposer.meets(sender); });
      });
      if (sending.empty()) return Failure{StaffingLack::not_separate, at, HandKind::propose, persons_of(proposing)};
    }
    able_.push_back(std::move(sending));
    return std::nullopt;
  }

  bool assign(std::size_t at) {
    if (at == able_.size()) return true;
    deepest_ = std::max(deepest_, at);
    for (const Candidate& candidate : able_[at]) {
      if (!fits(at, candidate)) continue;
      chosen_.push_back(&candidate);
      if (assign(at + 1)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  [[nodiscard]] bool fits(std::size_t at, const Candidate& candidate) const {
    for (std::size_t earlier = 0; earlier < at; ++earlier) {
      if (may_act_again(*lineup_.stages[earlier].stage, *lineup_.stages[at].stage)) continue;
      if (candidate.meets(*chosen_[earlier])) return false;
    }
    return true;
  }

  const Lineup& lineup_;
  const Candidate& submitter_;
  std::vector<std::vector<Candidate>> able_;
  std::vector<const Candidate*> chosen_;
  std::size_t deepest_ = 0;
};

}  // namespace

std::vector<Failure> vacancies(const Lineup& lineup) {
  std::vector<Failure> found;
  if (lineup.senders.empty()) found.push_back({StaffingLack::sender, 0, std::nullopt, {}});
  for (std::size_t at = 0; at < lineup.stages.size(); ++at) {
    const StageLine& line = lineup.stages[at];
    if (!line.office) {
      found.push_back({StaffingLack::office, at, std::nullopt, {}});
      continue;
    }
    for (const HandLine& hand : line.hands) {
      if (hand.candidates.empty()) found.push_back({StaffingLack::vacant, at, hand.kind, {}});
    }
  }
  return found;
}

std::optional<Failure> unassignable(const Lineup& lineup) {
  std::optional<Failure> best;
  for (const Candidate& submitter : lineup.senders) {
    auto failure = Attempt(lineup, submitter).run();
    if (!failure) return std::nullopt;
    if (!best || best->stage < failure->stage) best = std::move(failure);
  }
  return best;
}

}  // namespace vinhdanh::detail
