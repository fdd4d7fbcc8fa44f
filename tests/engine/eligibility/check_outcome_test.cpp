// Which verdicts have a say in the three numbers of a dossier, and which are left out.
#include "engine/eligibility/check_outcome.hpp"

#include <array>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

const AttestationEntry yes{Attestation::met, ""};
const AttestationEntry no{Attestation::not_met, "chưa"};
const AttestationEntry beside{Attestation::not_applicable, "không vay vốn"};

using Three = std::array<int, 3>;

/// Met, to look over, not met.
Three counted(std::vector<Criterion> criteria, const Attestations& attestations, CriteriaReading reading = CriteriaReading::all) {
  const SubjectCategory category{.id = "any", .reading = reading, .criteria = std::move(criteria)};
  const auto counts = count_checks(check_eligibility(category, {}, {}, attestations));
  return {counts.met, counts.to_look_over, counts.not_met};
}

}  // namespace

TEST_CASE("each criterion counts as what it is: met, open, or against the nominee") {
  CHECK(counted({{.id = "a"}, {.id = "b"}, {.id = "c"}, {.id = "d"}}, {{"a", yes}, {"b", no}, {"c", yes}}) == Three{2, 1, 1});
  CHECK(counted({}, {}) == Three{0, 0, 0});
}

TEST_CASE("what does not apply, and what is optional and open, is left out") {
  const Criterion limited{.id = "loans", .applies_to = "hộ vay vốn"};
  const Criterion optional{.id = "extra", .optional = true};
  CHECK(counted({limited, optional}, {{"loans", beside}}) == Three{0, 0, 0});
  CHECK(counted({limited, optional}, {{"loans", no}, {"extra", no}}) == Three{0, 0, 2});
  CHECK(counted({optional}, {{"extra", yes}}) == Three{1, 0, 0});
}

TEST_CASE("an aspiration that is not met, or open, is to be looked over") {
  const Criterion aim{.id = "aim", .effect = CriterionEffect::warning};
  CHECK(counted({aim}, {{"aim", no}}) == Three{0, 1, 0});
  CHECK(counted({aim}, {}) == Three{0, 1, 0});
  CHECK(counted({aim}, {{"aim", yes}}) == Three{1, 0, 0});
}

TEST_CASE("where one criterion is enough, the others stand against nobody") {
  const auto with = [](const Attestations& attestations) {
    return counted({{.id = "a"}, {.id = "b"}, {.id = "c"}}, attestations, CriteriaReading::any);
  };
  CHECK(with({{"a", yes}, {"b", no}}) == Three{1, 0, 0});
  CHECK(with({{"a", no}}) == Three{0, 2, 0});
  CHECK(with({{"a", no}, {"b", no}, {"c", no}}) == Three{0, 0, 3});
}
