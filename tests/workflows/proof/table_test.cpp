// The proof against tables with a planted fault: what the shipped table and its guards keep from happening.
#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/workflows/proof/sound_plan.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::vector<TableRow> rows() { return nomination_lifecycle().rows(); }

std::vector<TableRow> without(Phase from, Command command) {
  auto table = rows();
  std::erase_if(table, [&](const TableRow& row) { return row.from == from && row.command == command; });
  return table;
}

/// The table with this requirement taken from every row of the command.
std::vector<TableRow> careless(Command command, Requirement requirement) {
  auto table = rows();
  for (TableRow& row : table) {
    if (row.command == command) std::erase(row.requirements, requirement);
  }
  return table;
}

std::vector<TableRow> with(const TableRow& row) {
  auto table = rows();
  table.push_back(row);
  return table;
}

std::vector<std::string> words(const std::vector<PathStep>& path) {
  std::vector<std::string> texts;
  for (const PathStep& step : path) texts.push_back(text_of(step));
  return texts;
}

ProofFault fault_of(const std::vector<TableRow>& table, const std::string& code, const std::string& pointer) {
  const auto basis = sound_basis();
  const auto faults = prove(sound_plan(), {basis.organisation, basis.law, table});
  for (const ProofFault& fault : faults) UNSCOPED_INFO(fault.code << " at " << fault.pointer);
  const auto found = std::ranges::find_if(
      faults, [&](const ProofFault& fault) { return fault.code == code && fault.pointer == pointer; });
  REQUIRE(found != faults.end());
  return *found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the shipped table tells its rows apart and its ends are final") {
  for (const ProofFault& fault : prove_table(rows())) UNSCOPED_INFO(fault.code << ": " << fault.message_en);
  CHECK(prove_table(rows()).empty());
}

TEST_CASE("two rows that one command could both take are told") {
  auto table = rows();
  const auto found = std::ranges::find_if(table, [](const TableRow& row) { return row.command == Command::recall; });
  found->selectors.clear();
  const auto faults = prove_table(table);
  REQUIRE(faults.size() == 2);
  CHECK(faults.front().code == "rows_overlap");
  CHECK(faults.front().message_en.find("awaiting_receipt / recall") != std::string::npos);
}

TEST_CASE("selectors of two questions do not tell rows apart") {
  const std::vector<TableRow> table = {
      {Phase::under_review, Command::recall, {Selector::goes_to_unit}, {}, Fact::returned, Phase::returned},
      {Phase::under_review, Command::recall, {Selector::goes_to_stage}, {}, Fact::returned, Phase::awaiting_receipt},
      {Phase::under_review, Command::recall, {Selector::not_approved}, {}, Fact::returned, Phase::returned}};
  CHECK(prove_table(table).size() == 2);
}

TEST_CASE("a row out of a final phase is told") {
  const auto faults = prove_table(with({Phase::awarded, Command::withdraw, {}, {}, Fact::withdrawn, Phase::withdrawn}));
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().code == "row_leaves_final");
}

TEST_CASE("a decision that any stage may make misses the mandatory stages after it") {
  const auto fault =
      fault_of(careless(Command::approve, Reason::not_this_stage_kind), "mandatory_stage_missed", "/routes/1/stages/1");
  CHECK(words(fault.path) == Texts{"submit → awaiting_receipt/review", "receive → under_review/review",
                                   "attest → under_review/review", "propose → proposed/review",
                                   "approve → decided/review"});
  fault_of(careless(Command::approve, Reason::not_this_stage_kind), "other_authority_decides",
           "/routes/1/stages/0/office_role");
}

TEST_CASE("a way from the unit's desk past every stage is found") {
  const auto fault = fault_of(with({Phase::drafting, Command::sign, {}, {}, Fact::approved, Phase::decided}),
                              "mandatory_stage_missed", "/routes/1/stages/0");
  CHECK(words(fault.path) == Texts{"sign → decided"});
}

TEST_CASE("a result of no stage of its kind is found") {
  const auto fault = fault_of(careless(Command::record_result, Reason::not_this_stage_kind), "place_not_taken",
                              "/routes/2/reserves_at");
  CHECK(fault.path.back().phase == Phase::awarded);
}

TEST_CASE("an attestation that nobody needs is missed") {
  const auto table = careless(Command::forward, Reason::criterion_not_attested);
  const auto fault = fault_of(table, "attestation_missed", "/routes/1/stages/0");
  // review, appraisal and council without attesting: 4 + 3 + 2 steps, then receipt and approval.
  CHECK(fault.path.size() == 11);
}

TEST_CASE("without numbers nothing is awarded") {
  const auto fault = fault_of(without(Phase::signed_, Command::number), "award_unreachable", "/routes/1/stages/3");
  CHECK(text_of(fault.path.back()) == "sign → signed/decision");
}

TEST_CASE("a returned dossier that cannot come back is lost") {
  const auto fault = fault_of(without(Phase::returned, Command::resubmit), "dead_end", "/routes/1/stages/0");
  CHECK(words(fault.path) == Texts{"submit → awaiting_receipt/review", "receive → under_review/review",
                                   "return_for_rework → returned/review"});
}

TEST_CASE("a place that a refusal keeps is told") {
  auto table = rows();
  for (TableRow& row : table) {
    if (row.fact == Fact::withdrawn) row.fact = Fact::lapsed;
  }
  const auto fault = fault_of(table, "place_not_freed", "/routes/2/reserves_at");
  // submit; 4 at the review, 3 at the appraisal, 2 at the council, 2 at the endorsement; withdraw on the way.
  CHECK(fault.path.size() == 13);
  CHECK(text_of(fault.path.back()) == "withdraw → withdrawn/central");
}

TEST_CASE("a stage that no row leads to is told") {
  auto table = without(Phase::decided, Command::remove_from_decision);
  for (TableRow& row : table) {
    if (row.fact == Fact::forwarded || row.fact == Fact::forwarded_disagreeing) row.to = Phase::decided;
  }
  const auto fault = fault_of(table, "stage_unreachable", "/routes/1/stages/1");
  CHECK(words(fault.path) ==
        Texts{"submit → awaiting_receipt/review", "receive → under_review/review", "propose → proposed/review"});
}
