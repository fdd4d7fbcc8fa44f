// One command on many dossiers, as one change: all are accepted, or the refusal names each that is not.
#include "api/desk/many.hpp"

#include <algorithm>
#include <map>
#include <optional>

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

std::vector<Dossier> those_open_to(const Lifecycle& lifecycle, Command command, const std::vector<Dossier>& dossiers) {
  std::vector<Dossier> open;
  std::ranges::copy_if(dossiers, std::back_inserter(open), [&](const Dossier& dossier) {
    return std::ranges::any_of(
        lifecycle.rows(), [&](const TableRow& row) { return row.command == command && row.from == dossier.phase; });
  });
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

std::variant<ManyDone, Refusal> decide_all(const Deps& deps, const Actor& actor, const Payload& payload,
                                           const std::vector<Dossier>& dossiers, const Asked& asked) {
  ManyDone done;
  Refusal refusal;
  Tally tally;
  Rivals rivals;
  for (const auto& dossier : dossiers) {
    auto it = load_case(deps, actor, dossier, asked);
    tally.correct(it.facts.quota);
    auto verdict = decide(it.dossier, payload, it.facts, it.rules, deps.fresh);
    if (const auto rival = rivals.before(verdict, dossier.code)) {
      it.facts.same_nomination.push_back(*rival);
      verdict = decide(it.dossier, payload, it.facts, it.rules, deps.fresh);
    }
    if (auto* refused = std::get_if<Refusal>(&verdict)) {
      for (auto& reason : refused->reasons) {
        reason.details["of_dossier"] = dossier.code;
        refusal.reasons.push_back(std::move(reason));
      }
      continue;
    }
    auto& change = std::get<Change>(verdict);
    tally.count(change.quota, dossier.code);
    done.dossiers.push_back(after(change, dossier));
    merge(done.change, std::move(change));
  }
  if (refusal.reasons.empty()) return done;
  std::ranges::stable_sort(refusal.reasons, {}, &RefusalReason::code);
  return refusal;
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
