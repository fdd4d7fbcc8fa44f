// Every command, tried in each way its payload allows: the same question to the same table as the real attempt.
#include <algorithm>

#include "engine/decide/circumstances.hpp"
#include "engine/decide/permission.hpp"

namespace vinhdanh {
namespace {

using detail::Trial;

using Reasons = std::vector<RefusalReason>;

bool has_code(const Reasons& reasons, Reason code) {
  return std::ranges::find(reasons, code, &RefusalReason::code) != reasons.end();
}

/// The reasons that stand against all of these attempts.
Reasons common(const std::vector<const Reasons*>& refusals) {
  Reasons shared;
  if (refusals.empty()) return shared;
  for (const RefusalReason& reason : *refusals.front()) {
    const bool everywhere =
        std::ranges::all_of(refusals, [&](const Reasons* other) { return has_code(*other, reason.code); });
    if (everywhere) shared.push_back(reason);
  }
  return shared;
}

/// Those that a better payload cannot remove. Without any, what is left says why the domain holds nothing that would
/// do.
Reasons payload_independent(Reasons shared) {
  Reasons independent = shared;
  std::erase_if(independent, [](const RefusalReason& reason) { return depends_on_payload(reason.code); });
  return independent.empty() ? shared : independent;
}

bool stands_for(const Trial& trial, const std::pair<std::string, std::string>& choice) {
  return std::ranges::find(trial.attempt.choices, choice) != trial.attempt.choices.end();
}

Choice judged(const std::pair<std::string, std::string>& choice, const std::vector<Trial>& trials) {
  Choice result{.member = choice.first, .value = choice.second};
  std::vector<const Reasons*> refusals;
  for (const Trial& trial : trials) {
    if (!stands_for(trial, choice)) continue;
    result.allowed = result.allowed || trial.reasons.empty();
    refusals.push_back(&trial.reasons);
  }
  if (!result.allowed) result.reasons = common(refusals);
  return result;
}

}  // namespace

Permission detail::permission_of(Command command, const std::vector<Trial>& trials) {
  Permission permission{.command = command};
  std::vector<const Reasons*> refusals;
  std::vector<std::pair<std::string, std::string>> seen;
  for (const Trial& trial : trials) {
    permission.allowed = permission.allowed || trial.reasons.empty();
    refusals.push_back(&trial.reasons);
    for (const auto& choice : trial.attempt.choices) {
      if (std::ranges::find(seen, choice) != seen.end()) continue;
      seen.push_back(choice);
      permission.choices.push_back(judged(choice, trials));
    }
  }
  if (!permission.allowed) permission.reasons = payload_independent(common(refusals));
  return permission;
}

std::vector<Permission> permitted(const Dossier& dossier, const Facts& facts, const Rules& rules) {
  std::vector<Permission> permissions;
  for (std::size_t i = 0; i < Names<Command>::all.size(); ++i) {
    const auto command = static_cast<Command>(i);
    std::vector<Trial> trials;
    for (detail::Attempt& attempt : detail::attempts_of(command, dossier, facts, rules)) {
      const auto judgement = detail::judge(detail::Case(dossier, attempt.payload, facts, rules));
      const auto* refusal = std::get_if<Refusal>(&judgement);
      trials.push_back({std::move(attempt), refusal ? refusal->reasons : Reasons{}});
    }
    permissions.push_back(detail::permission_of(command, trials));
  }
  return permissions;
}

}  // namespace vinhdanh
