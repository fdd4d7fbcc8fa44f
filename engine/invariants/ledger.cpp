// Recounts places and looks for what should be unique.
#include "engine/invariants/ledger.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace vinhdanh {
namespace {

struct Count {
  int reserved = 0;
  int consumed = 0;
  std::set<DossierId> holders;
};

void expect_within_limit(const QuotaState& state, Violations& found) {
  if (state.reserved < 0 || state.consumed < 0 || state.reserved + state.consumed > state.limit) {
    found.push_back({"INV-8", -1, "the quota " + state.key + " has " + std::to_string(state.reserved) + " reserved and " +
                                      std::to_string(state.consumed) + " used, but its limit is " + std::to_string(state.limit)});
  }
}

void expect_count(const QuotaState& state, const Count& count, Violations& found) {
  if (state.reserved == count.reserved && state.consumed == count.consumed &&
      std::set<DossierId>(state.holders.begin(), state.holders.end()) == count.holders) {
    return;
  }
  found.push_back({"INV-8", -1, "the quota " + state.key + " says " + std::to_string(state.reserved) + " reserved and " +
                                    std::to_string(state.consumed) + " used, but its dossiers hold " +
                                    std::to_string(count.reserved) + " and " + std::to_string(count.consumed)});
}

/// Whether the state is the count and, besides, one place for each holder that could not be read.
bool accounts_for(const QuotaState& state, Count count, const std::set<DossierId>& unread) {
  int others = 0;
  for (const DossierId& holder : state.holders) {
    if (!unread.contains(holder)) continue;
    ++others;
    count.holders.insert(holder);
  }
  return state.reserved >= count.reserved && state.consumed >= count.consumed &&
         state.reserved + state.consumed == count.reserved + count.consumed + others &&
         std::set<DossierId>(state.holders.begin(), state.holders.end()) == count.holders;
}

/// The places of one quota's stream, event by event.
class Register {
 public:
  Register(const QuotaState& state, Violations& found) : state_(state), found_(found) {}

  void see(const SealedEvent& sealed) {
    n_ = sealed.n;
    std::visit([this]<class Body>(const Body& body) {
      if constexpr (requires { on(body); }) on(body);
    }, sealed.event.body);
    const int taken = count_.reserved + count_.consumed;
    if (taken > state_.limit) report("INV-8", std::to_string(taken) + " places were taken of " + std::to_string(state_.limit));
  }
  [[nodiscard]] const Count& count() const { return count_; }

 private:
  void report(const char* invariant, std::string text) { found_.push_back({invariant, n_, std::move(text)}); }
  void on(const PlaceReserved& body) {
    if (!states_.emplace(body.dossier, HoldState::reserved).second) report("INV-9", "a dossier took a second place");
    recount();
  }
  void on(const PlaceConsumed& body) { move(body.dossier, HoldState::consumed); }
  void on(const PlaceReleased& body) { move(body.dossier, HoldState::released); }
  void move(const DossierId& dossier, HoldState to) {
    const auto held = states_.find(dossier);
    // A used place is freed when its dossier leaves a decision that is not signed; the dossier's own walk asks for that.
    const bool held_so = held != states_.end() && (held->second == HoldState::reserved || to == HoldState::released);
    if (!held_so) return report("INV-9", "a place was used or freed that was not reserved");
    if (to == HoldState::released) states_.erase(held);
    else held->second = to;
    recount();
  }
  void recount() {
    count_ = {};
    for (const auto& [dossier, hold] : states_) {
      ++(hold == HoldState::reserved ? count_.reserved : count_.consumed);
      count_.holders.insert(dossier);
    }
  }

  const QuotaState& state_;
  Violations& found_;
  std::int64_t n_ = 0;
  std::map<DossierId, HoldState> states_;
  Count count_;
};

bool is_live(Phase phase) { return phase != Phase::drafting && !is_final(phase); }

void expect_single_nominations(std::span<const DossierSummary> dossiers, Violations& found) {
  using Nominee = std::tuple<std::string, FormCode, std::optional<PersonId>, std::optional<OfficeId>>;
  std::map<Nominee, DossierId> seen;
  for (const DossierSummary& one : dossiers) {
    if (!one.double_award_blocked || !is_live(one.phase) || (!one.nominee_person && !one.nominee_office)) continue;
    // Of a nominated office the person is only its head, who may be nominated himself.
    const Nominee key{one.movement, one.form, one.nominee_office ? std::nullopt : one.nominee_person, one.nominee_office};
    const auto [first, fresh] = seen.emplace(key, one.id);
    if (!fresh) {
      found.push_back({"INV-27", -1, "dossiers " + first->second + " and " + one.id + " nominate the same for the same award"});
    }
  }
}

int leading_number(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void expect_no_gap(const OfficeId& authority, int year, std::vector<int> numbers, Violations& found) {
  std::ranges::sort(numbers);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == static_cast<int>(i) + 1) continue;
    found.push_back({"INV-27", -1, "the register of " + authority + " has no decision " + std::to_string(i + 1) + " in " + std::to_string(year)});
    return;
  }
}

}  // namespace

DossierSummary summary_of(const DossierId& id, const Walked& end, const Plan& plan) {
  DossierSummary summary{id, end.phase.value_or(Phase::drafting), end.form, plan.movement.id,
                         plan.settings.double_award == DoubleAward::block};
  summary.nominee_person = end.nominee_person;
  summary.nominee_office = end.nominee_office;
  summary.hold = end.hold;
  return summary;
}

Violations check_quotas(std::span<const DossierSummary> dossiers, std::span<const QuotaState> quotas,
                        const std::set<DossierId>& unread) {
  Violations found;
  std::map<std::string, Count> counts;
  for (const DossierSummary& one : dossiers) {
    if (!one.hold || one.hold->state == HoldState::released) continue;
    Count& count = counts[one.hold->key];
    ++(one.hold->state == HoldState::reserved ? count.reserved : count.consumed);
    count.holders.insert(one.id);
  }
  for (const QuotaState& state : quotas) {
    expect_within_limit(state, found);
    if (!accounts_for(state, counts[state.key], unread)) expect_count(state, counts[state.key], found);
    counts.erase(state.key);
  }
  for (const auto& [key, count] : counts) {
    if (!count.holders.empty()) found.push_back({"INV-8", -1, "dossiers hold places of " + key + ", which no quota counts"});
  }
  return found;
}

Violations check_quota_stream(std::span<const SealedEvent> events, const QuotaState& state) {
  Violations found;
  Register places(state, found);
  for (const SealedEvent& sealed : events) places.see(sealed);
  expect_within_limit(state, found);
  expect_count(state, places.count(), found);
  return found;
}

Violations check_uniqueness(std::span<const DossierSummary> dossiers, std::span<const Decision> decisions,
                            const Organisation& organisation) {
  Violations found;
  expect_single_nominations(dossiers, found);
  std::map<std::pair<OfficeId, int>, std::map<std::string, DecisionId>> years;
  for (const Decision& decision : decisions) {
    if (!decision.number || !decision.date) continue;
    auto& numbers = years[{decision.authority, decision.date->year()}];
    const auto [first, fresh] = numbers.emplace(*decision.number, decision.id);
    if (!fresh) found.push_back({"INV-27", -1, "decisions " + first->second + " and " + decision.id + " bear the same number"});
  }
  for (const auto& [register_of, numbers] : years) {
    const Office* office = organisation.office(register_of.first);
    if (!office || office->numbering != Numbering::issued) continue;
    std::vector<int> issued;
    for (const auto& [text, decision] : numbers) issued.push_back(leading_number(text));
    expect_no_gap(register_of.first, register_of.second, std::move(issued), found);
  }
  return found;
}

}  // namespace vinhdanh
