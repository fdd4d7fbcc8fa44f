// One command on many dossiers, as one change: all are accepted, or the refusal names each that is not.
#include "api/desk/commands/many.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace vinhdanh {

namespace {

/// Nominations that earlier dossiers of one request claim, before any of them is committed.
class Rivals {
 public:
  /// The code of the earlier dossier that claims what this one would; else its own claims are noted.
  std::optional<std::string> before(const std::variant<Change, Refusal>& verdict, const std::string& code) {
    const auto* change = std::get_if<Change>(&verdict);
    if (change == nullptr) return std::nullopt;
    for (const auto& claim : change->claims) {
      if (!claim.key) continue;
      const auto [first, fresh] = claimed_.emplace(*claim.key, code);
      if (!fresh) return first->second;
    }
    return std::nullopt;
  }

 private:
  std::map<std::string, std::string> claimed_;
};

}  // namespace

std::vector<Phase> phases_open_to(const Lifecycle& lifecycle, Command command) {
  std::set<Phase> phases;
  for (const auto& row : lifecycle.rows()) {
    if (row.command == command) phases.insert(row.from);
  }
  return {phases.begin(), phases.end()};
}

std::vector<Dossier> those_open_to(const Lifecycle& lifecycle, Command command, const std::vector<Dossier>& dossiers) {
  const auto phases = phases_open_to(lifecycle, command);
  std::vector<Dossier> open;
  std::ranges::copy_if(dossiers, std::back_inserter(open),
                       [&](const Dossier& dossier) { return std::ranges::find(phases, dossier.phase) != phases.end(); });
  return open;
}

std::vector<Dossier> without_held(const Lifecycle& lifecycle, Command command, std::vector<Dossier> dossiers) {
  const auto is_stopped = [&](const Dossier& dossier) {
    return dossier.hold && std::ranges::any_of(lifecycle.rows(), [&](const TableRow& row) {
      return row.command == command && row.from == dossier.phase &&
             std::ranges::find(row.requirements, Reason::on_hold) != row.requirements.end();
    });
  };
  if (!std::ranges::all_of(dossiers, is_stopped)) std::erase_if(dossiers, is_stopped);
  return dossiers;
}

namespace {

/// Decides one dossier after the other, each as if those before it were done.
class Decider {
 public:
  Decider(const Deps& deps, const Payload& payload) : deps_(deps), payload_(payload) {}

  void take(Case it) {
    tally_.correct(it.facts.quota);
    auto verdict = decide(it.dossier, payload_, it.facts, it.rules, deps_.fresh);
    if (const auto rival = rivals_.before(verdict, it.dossier.code)) {
      it.facts.same_nomination.push_back(*rival);
      verdict = decide(it.dossier, payload_, it.facts, it.rules, deps_.fresh);
    }
    if (auto* refused = std::get_if<Refusal>(&verdict)) return note(std::move(*refused), it.dossier);
    auto& change = std::get<Change>(verdict);
    tally_.count(change.quota, it.dossier.code);
    done_.dossiers.push_back(after(change, it.dossier));
    merge(done_.change, std::move(change));
  }

  std::variant<ManyDone, Refusal> verdict() && {
    if (refusal_.reasons.empty()) return std::move(done_);
    std::ranges::stable_sort(refusal_.reasons, {}, &RefusalReason::code);
    return std::move(refusal_);
  }

 private:
  void note(Refusal refused, const Dossier& dossier) {
    for (auto& reason : refused.reasons) {
      reason.details["of_dossier"] = dossier.code;
      refusal_.reasons.push_back(std::move(reason));
    }
  }

  const Deps& deps_;
  const Payload& payload_;
  ManyDone done_;
  Refusal refusal_;
  Tally tally_;
  Rivals rivals_;
};

}  // namespace

std::variant<ManyDone, Refusal> decide_all(const Deps& deps, const Actor& actor, const Payload& payload,
                                           const std::vector<Dossier>& dossiers, const Asked& asked) {
  Decider decider(deps, payload);
  for (const auto& dossier : dossiers) decider.take(load_case(deps, actor, dossier, asked));
  return std::move(decider).verdict();
}

std::variant<ManyDone, Refusal> decide_loaded(const Deps& deps, const Payload& payload,
                                              const std::vector<const Case*>& cases) {
  Decider decider(deps, payload);
  for (const auto* it : cases) decider.take(*it);
  return std::move(decider).verdict();
}

std::vector<Dossier> chosen_for(const Deps& deps, Command command, const std::vector<Dossier>& all) {
  auto chosen = without_held(deps.lifecycle, command, those_open_to(deps.lifecycle, command, all));
  if (chosen.empty()) chosen.push_back(all.front());
  return chosen;
}

std::variant<ManyDone, Refusal> decide_on_decision(const Deps& deps, const Actor& actor, const Payload& payload,
                                                   const Decision& decision, const std::vector<Dossier>& all,
                                                   bool number_taken) {
  auto chosen = those_open_to(deps.lifecycle, command_of(payload), all);
  if (chosen.empty()) chosen.push_back(all.front());
  return decide_all(deps, actor, payload, chosen, {decision.id, false, false, number_taken});
}

std::vector<RefusalReason> gathered(std::vector<RefusalReason> reasons, std::size_t dossiers) {
  std::vector<RefusalReason> once;
  std::vector<std::size_t> times;
  for (auto& reason : reasons) {
    const auto code = std::move(reason.details["of_dossier"]);
    reason.details.erase("of_dossier");
    const auto same = std::ranges::find_if(once, [&](const RefusalReason& known) {
      auto details = known.details;
      details.erase("of_dossier");
      return known.code == reason.code && known.pointer == reason.pointer && details == reason.details;
    });
    if (same == once.end()) {
      reason.details["of_dossier"] = code;
      once.push_back(std::move(reason));
      times.push_back(1);
      continue;
    }
    same->details["of_dossier"] += ", " + code;
    ++times[static_cast<std::size_t>(same - once.begin())];
  }
  for (std::size_t i = 0; i < once.size(); ++i) {
    if (dossiers > 1 && times[i] == dossiers) once[i].details.erase("of_dossier");
  }
  return once;
}

std::vector<DossierId> ids_of(const std::vector<Dossier>& dossiers) {
  std::vector<DossierId> ids;
  for (const auto& dossier : dossiers) ids.push_back(dossier.id);
  return ids;
}

Json short_dossiers(const std::vector<Dossier>& dossiers) {
  auto list = Json::array();
  for (const auto& dossier : dossiers) list.push_back(short_dossier(dossier));
  return list;
}

}  // namespace vinhdanh
