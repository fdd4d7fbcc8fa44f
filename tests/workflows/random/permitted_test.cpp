// `permitted` and the real attempt agree, in thousands of states that random lives pass through.
#include <set>

#include "tests/support/catch.hpp"
#include "tests/workflows/random/life.hpp"

namespace vinhdanh::test {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int kStates = 1'000;  // ten times slower there; the release run asks them all
#else
constexpr int kStates = 10'000;
#endif
constexpr std::uint64_t kSeedOfStates = 20261126;

std::set<Reason> independent(std::set<Reason> reasons) {
  std::erase_if(reasons, depends_on_payload);
  return reasons;
}

/// What the real attempts say of one command.
struct Attempted {
  bool accepted = false;
  std::optional<std::set<Reason>> common;  ///< reasons that stood against every attempt
  std::map<std::pair<std::string, std::string>, bool> by_choice;
};

Attempted attempt_all(Life& life, const DossierId& id, const Actor& by, const std::vector<Candidate>& ways) {
  Attempted result;
  for (const Candidate& way : ways) {
    const auto reasons = codes(life.attempt(id, by, way.payload));
    result.accepted |= reasons.empty();
    const std::set<Reason> against(reasons.begin(), reasons.end());
    std::set<Reason> still = result.common ? *result.common : against;
    std::erase_if(still, [&](Reason reason) { return !against.contains(reason); });
    result.common = still;
    for (const auto& choice : way.choices) result.by_choice[choice] |= reasons.empty();
  }
  return result;
}

std::string listed(const std::set<Reason>& reasons) {
  std::string text;
  for (const Reason reason : reasons) text += " " + std::string(name_of(reason));
  return text;
}

std::string compare(const Permission& permission, const Attempted& attempted) {
  if (permission.allowed != attempted.accepted) return attempted.accepted ? "accepted, but not permitted" : "permitted, but never accepted";
  std::set<Reason> said;
  for (const RefusalReason& reason : permission.reasons) said.insert(reason.code);
  if (!permission.allowed && attempted.common && independent(said) != independent(*attempted.common)) {
    return "reasons said:" + listed(independent(said)) + "; reasons given:" + listed(independent(*attempted.common));
  }
  for (const Choice& choice : permission.choices) {
    const auto tried = attempted.by_choice.find({choice.member, choice.value});
    if (tried == attempted.by_choice.end()) return "an unknown choice " + choice.member + " = " + choice.value;
    if (tried->second != choice.allowed) return "choice " + choice.member + " = " + choice.value + " disagrees";
  }
  return "";
}

/// Every command for one dossier and one person.
std::string compare_all(Life& life, const DossierId& id, const Actor& by) {
  const Facts facts = life.facts(id, by);
  for (const Permission& permission : life.permissions(id, by)) {
    const Attempted attempted = attempt_all(life, id, by, life.domain(id, facts).of(permission.command));
    const std::string fault = compare(permission, attempted);
    if (!fault.empty()) return id + " " + by.appointment + " " + std::string(name_of(permission.command)) + ": " + fault;
  }
  return "";
}

}  // namespace

TEST_CASE("what is permitted is what would be accepted", "[random]") {
  Dice dice(kSeedOfStates);
  int states = 0;
  while (states < kStates) {
    const std::uint64_t seed = dice.roll(1u << 31);
    Life life(seed, false);
    for (int i = 0; i < 120 && states < kStates; ++i) {
      life.step(dice.roll(1u << 31));
      for (int question = 0; question < 4; ++question, ++states) {
        const DossierId& id = dice.pick(life.ids());
        const std::string fault = compare_all(life, id, dice.pick(life.people()));
        if (fault.empty()) continue;
        INFO("life " << seed << ", step " << i << "\n" << life.story());
        FAIL(fault);
      }
    }
  }
}

}  // namespace vinhdanh::test
