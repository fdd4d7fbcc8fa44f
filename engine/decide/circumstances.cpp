// Asks the table and, when it says no, gathers every reason in full.
#include "engine/decide/circumstances.hpp"

#include <algorithm>
#include <iterator>

namespace vinhdanh::detail {
namespace {

void append(Findings& to, Findings more) { std::ranges::move(more, std::back_inserter(to)); }

/// The reason when it stands against every row of the command, at whatever stage the dossier may stand; without details,
/// which would be those of one stage only.
Findings whatever_the_phase(const Case& asked, Reason reason) {
  const Command command = asked.command();
  for (const TableRow& row : asked.rules.lifecycle.rows()) {
    if (row.command != command) continue;
    if (std::ranges::find(row.requirements, reason) == row.requirements.end()) return {};
    for (const Stage& stage : asked.route.stages) {
      if (findings(asked.standing_at(row.from, stage), reason).empty()) return {};
    }
  }
  return {{.code = reason}};
}

/// What the table says beside the phases: a case is on hold, or is not.
std::optional<RefusalReason> out_of_hold(const Case& asked) {
  if (is_final(asked.phase)) return std::nullopt;
  if (asked.command() == Command::hold) return findings(asked, Reason::on_hold).front();
  if (asked.command() == Command::lift_hold) return RefusalReason{.code = Reason::not_on_hold};
  return std::nullopt;
}

RefusalReason out_of_table(const Case& asked) {
  if (auto held = out_of_hold(asked)) return std::move(*held);
  std::string expected;
  std::optional<Phase> listed;  // rows of one phase stand together
  for (const TableRow& row : asked.rules.lifecycle.rows()) {
    if (row.command != asked.command() || listed == row.from) continue;
    expected += (expected.empty() ? "" : ", ") + std::string(name_of(row.from));
    listed = row.from;
  }
  return {.code = is_final(asked.phase) ? Reason::case_closed : Reason::wrong_phase,
          .details = {{"phase", std::string(name_of(asked.phase))}, {"expected", expected}}};
}

Refusal without_row(const Case& asked) {
  Refusal refusal;
  for (const Reason reason : {Reason::not_in_role, Reason::not_responsible_office, Reason::own_nomination,
                              Reason::own_submission, Reason::already_acted}) {
    append(refusal.reasons, whatever_the_phase(asked, reason));
  }
  refusal.reasons.push_back(out_of_table(asked));
  return refusal;
}

}  // namespace

bool CaseCircumstances::selects(Selector selector) const {
  const auto& sender = asked_.dossier.sender;
  const auto* returned = std::get_if<ReturnForRework>(&asked_.payload);
  const auto* result = std::get_if<RecordResult>(&asked_.payload);
  const bool last = asked_.stage && is_last(asked_.route, *asked_.stage);
  switch (selector) {
    case Selector::sent_first_by_unit:
      return sender && !sender->stage && !sender->resent;
    case Selector::resent_by_unit:
      return sender && !sender->stage && sender->resent;
    case Selector::sent_by_office:
      return sender && sender->stage;
    case Selector::goes_to_unit:
      return returned && !returned->to_stage;
    case Selector::goes_to_stage:
      return returned && returned->to_stage;
    case Selector::approved_last:
      return result && result->approved && last;
    case Selector::approved_on_the_way:
      return result && result->approved && !last;
    case Selector::not_approved:
      return result && !result->approved;
    case Selector::still_open:
      return !is_final(asked_.phase);
  }
  return false;
}

std::variant<Stepped, Refusal> judge(const Case& asked) {
  const CaseCircumstances circumstances(asked);
  const StepResult result = asked.rules.lifecycle.step(asked.phase, asked.command(), circumstances);
  if (const auto* stepped = std::get_if<Stepped>(&result)) return *stepped;
  const auto* lacking = std::get_if<Lacking>(&result);
  if (!lacking) return without_row(asked);
  Refusal refusal;
  for (const Reason reason : lacking->requirements) append(refusal.reasons, findings(asked, reason));
  return refusal;
}

}  // namespace vinhdanh::detail
