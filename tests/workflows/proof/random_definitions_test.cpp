// A thousand random definitions: the proof and a brute force search find the same faults by paths of the same length.
#include <cstdlib>
#include <map>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/workflows/proof/brute_force.hpp"
#include "tests/workflows/proof/random_plan.hpp"
#include "workflows/proof/proof.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

using Lengths = std::map<std::string, std::size_t>;

/// What the proof says of the ways of one form, by code.
Lengths proved(const RandomDefinition& definition, std::size_t form) {
  static const std::set<std::string> of_ways = {
      "mandatory_stage_missed", "attestation_missed", "other_authority_decides",
      "lower_form_skips_stage", "place_not_taken",    "place_not_freed",
      "award_unreachable",      "nobody_receives",    "dead_end",
      "only_refusal_left",      "stage_unreachable",  "too_many_states"};
  static const Organisation nobody;
  static const Law no_law;
  const std::string route = "/routes/" + std::to_string(form) + "/";
  const std::string award = "/award_forms/" + std::to_string(form) + "/";
  Lengths lengths;
  for (const ProofFault& fault : prove(definition.plan, {nobody, no_law, definition.table})) {
    if (!of_ways.contains(fault.code)) continue;
    if (fault.pointer.starts_with(route) || fault.pointer.starts_with(award))
      lengths.try_emplace(fault.code, fault.path.size());
  }
  return lengths;
}

std::uint64_t how_many() {
  const char* asked = std::getenv("VINHDANH_RANDOM_DEFINITIONS");
  return asked ? std::strtoull(asked, nullptr, 10) : 1000;
}

}  // namespace

TEST_CASE("the proof and a brute force search agree on random definitions") {
  std::map<std::string, std::size_t> seen;
  std::size_t sound = 0;
  std::size_t unsound = 0;
  const auto count = how_many();
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    const RandomDefinition definition = random_definition(seed);
    for (std::size_t form = 0; form < definition.plan.award_forms.size(); ++form) {
      const Lengths expected = brute_force(definition.plan, definition.plan.award_forms[form], definition.table);
      INFO("seed " << seed << ", form " << form);
      REQUIRE(proved(definition, form) == expected);
      ++(expected.empty() ? sound : unsound);
      for (const auto& [code, length] : expected) ++seen[code];
    }
  }
  // Blind if it met only one side, or too few kinds of fault.
  CHECK(sound >= count / 20);
  CHECK(unsound >= count / 20);
  CHECK(seen.size() >= 10);
}
