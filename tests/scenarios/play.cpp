// Plays the rows of a scenario and compares what each comes to with what it says.
#include "tests/scenarios/play.hpp"

#include <algorithm>

#include "engine/invariants/verification.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/plain_sentence.hpp"

namespace vinhdanh::scenarios {
namespace {

constexpr std::string_view kFacts[] = {
    "era",          "rank",        "place",        "content",    "endorsed", "disagreeing", "result",
    "limit",        "holder",      "criterion",    "words",      "events",   "notice",      "changed",
    "right office", "reason kept", "opinion kept", "opinion of", "office",   "assumed",     "version of plan"};

/// "refused quota_full, rank_missing": each code once, in order of precedence.
std::string refusal_text(const Refusal& refusal) {
  std::vector<std::string> codes;
  for (const RefusalReason& reason : refusal.reasons) {
    const std::string code(name_of(reason.code));
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  }
  return "refused " + joined(codes);
}

}  // namespace

Came Play::act(const Row& row) {
  const bool has_dossier = dossiers_.size() == 1 || !row.dossier.empty();
  const std::int64_t before = has_dossier ? dossier(row).version : 0;
  std::optional<Came> came = other_act(row);
  if (!came) {
    const auto asked = payload(row);
    if (!asked) fault(row.line, "not understood: " + row.what);
    came = Came{desk_.act(actor(row.who, row.line), dossier_id(row), *asked)};
  }
  came->before = before;
  return *std::move(came);
}

void Play::compare(const Row& row, const Came& came) {
  INFO("line " << row.line << ": " << row.who << ": " << row.what);
  if (!came.answer.empty()) {
    CHECK(came.answer == row.then);
    return;
  }
  for (const RefusalReason& reason : came.refusal ? came.refusal->reasons : std::vector<RefusalReason>{})
    CHECK(test::machine_talk(reason) == "");
  const auto parts = parts_of(row.then, ';');
  CHECK((came.refusal ? refusal_text(*came.refusal) : standing(dossier(row))) == parts.front());
  for (const auto& [key, value] : details_of(std::span(parts).subspan(1), kFacts, row.line)) {
    INFO(key);
    CHECK(fact(row, came, key) == value);
  }
}

/// Every row is decided on the same state; then all are committed, and whoever came too late is told why.
void Play::run_together(std::span<const Row> rows) {
  std::vector<Came> came(rows.size());
  std::vector<std::optional<std::future<Fate>>> fates(rows.size());
  std::vector<example::Verdict> verdicts;
  for (const Row& row : rows) {
    const auto asked = payload(row);
    if (!asked) fault(row.line, "cannot be done at the same moment: " + row.what);
    came[verdicts.size()].before = dossier(row).version;
    verdicts.push_back(desk_.judge(actor(row.who, row.line), dossier_id(row), *asked));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO("line " << rows[i].line);
    REQUIRE(std::holds_alternative<Change>(verdicts[i]));
    fates[i] = desk_.send(std::get<Change>(std::move(verdicts[i])));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Fate fate = fates[i]->get();
    REQUIRE_FALSE(fate.unknown);
    if (fate.result.status == CommitStatus::done) continue;
    came[i].refusal = desk_.act(actor(rows[i].who, rows[i].line), dossier_id(rows[i]), *payload(rows[i]));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) compare(rows[i], came[i]);
}

void Play::run() {
  const std::span<const Row> rows(script_.rows);
  for (std::size_t i = 0; i < rows.size();) {
    if (rows[i].date < desk_.today) fault(rows[i].line, "time runs backwards");
    desk_.today = rows[i].date;
    std::size_t end = i + 1;
    while (end < rows.size() && rows[end].same_moment) ++end;
    if (end == i + 1)
      compare(rows[i], act(rows[i]));
    else
      run_together(rows.subspan(i, end - i));
    i = end;
  }
  verify();
}

/// Chains, invariants and stored state of everything that the scenario left behind.
void Play::verify() {
  const auto plan_of = [&](const DefinitionRef& ref) { return desk_.definitions.plan(ref.id, ref.version); };
  const auto appointments = desk_.store.appointments();
  const auto result = verify_all(desk_.store, plan_of, desk_.definitions.organisation(), appointments);
  for (const Violation& violation : result.violations) {
    UNSCOPED_INFO(violation.invariant << " at " << violation.stream << "/" << violation.n << ": " << violation.text);
  }
  CHECK(result.intact);
}

}  // namespace vinhdanh::scenarios
