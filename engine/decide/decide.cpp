// The one way of a command: ask the table, then write down what it recorded or why not.
#include "engine/decide/decide.hpp"

#include "engine/decide/circumstances.hpp"
#include "engine/decide/draft.hpp"

namespace vinhdanh {

std::variant<Change, Refusal> decide(const Dossier& dossier, const Payload& payload, const Facts& facts,
                                     const Rules& rules, Fresh& fresh) {
  const detail::Case asked(dossier, payload, facts, rules);
  const auto judged = detail::judge(asked);
  if (const auto* refusal = std::get_if<Refusal>(&judged)) return *refusal;
  const auto& stepped = std::get<Stepped>(judged);
  detail::Draft draft(asked, stepped.to, fresh);
  detail::record(draft, asked, stepped.fact);
  return draft.finish();
}

}  // namespace vinhdanh
