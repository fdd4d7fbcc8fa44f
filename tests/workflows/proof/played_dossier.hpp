/// One dossier played by hand: its situation, and what each command makes of it by ADR 0001.
#pragma once

#include <algorithm>
#include <compare>
#include <set>
#include <string>
#include <vector>

#include "engine/decide/lifecycle.hpp"
#include "engine/definition/plan.hpp"

namespace vinhdanh::test {

/// On the way only: who sent it, whether that took the place, whether that made a stage's word fall.
struct Sending {
  std::string by;  ///< "unit", "unit again", or a stage; empty when nobody can take it back
  bool took_place = false;
  bool unsaid = false;
  auto operator<=>(const Sending&) const = default;
};

struct Situation {
  std::string phase = "drafting";
  std::string at;                ///< stage
  std::set<std::string> spoken;  ///< stages whose word stands
  std::string back_to;           ///< the stage that returned it
  bool proposal = false;
  bool rank = false;
  bool attested = false;
  std::string place = "free";  ///< free, held, used
  std::string given;           ///< code of the form
  Sending sending;
  auto operator<=>(const Situation&) const = default;
};

inline bool is_end(const Situation& s) {
  static const std::set<std::string> ends = {"awarded", "not_awarded", "ineligible", "withdrawn", "lapsed"};
  return ends.contains(s.phase);
}

struct Game {
  const Plan& plan;
  const AwardForm& form;
  const std::vector<Stage>& stages;
  bool criteria_to_attest;

  Game(const Plan& p, const AwardForm& f)
      : plan(p), form(f), stages(p.route(f.route)->stages), criteria_to_attest(false) {
    for (const auto& category : plan.subject_categories) {
      for (const auto& criterion : category.criteria) criteria_to_attest |= criterion.kind == CriterionKind::attested;
    }
  }

  // The route.
  [[nodiscard]] const Stage* stage(const std::string& id) const {
    for (const Stage& s : stages) {
      if (s.id == id) return &s;
    }
    return nullptr;
  }
  [[nodiscard]] long index(const std::string& id) const { return id.empty() ? -1 : stage(id) - stages.data(); }
  [[nodiscard]] bool before(const std::string& one, const std::string& other) const {
    return index(one) < index(other);
  }
  [[nodiscard]] bool all_spoken_before(const Situation& s, const std::string& goal) const {
    return std::ranges::all_of(stages, [&](const Stage& each) {
      return !before(each.id, goal) || !each.mandatory || each.id == s.at || s.spoken.contains(each.id);
    });
  }
  [[nodiscard]] std::string onward(const Situation& s) const {
    if (!s.back_to.empty() && before(s.at, s.back_to) && all_spoken_before(s, s.back_to)) return s.back_to;
    const auto next = static_cast<std::size_t>(index(s.at) + 1);
    return next < stages.size() ? stages[next].id : stages.back().id;
  }
  [[nodiscard]] std::string resume(const Situation& s) const {
    const std::string goal = s.back_to.empty() ? s.at : s.back_to;
    for (const Stage& each : stages) {
      if (each.id == goal || (each.mandatory && !s.spoken.contains(each.id))) return each.id;
    }
    return goal;
  }

  // Whether a row may be taken.
  [[nodiscard]] bool allowed(const Situation& s, const TableRow& row) const {
    if (name_of(row.from) != s.phase) return false;
    const Stage* here = stage(s.at);
    return std::ranges::none_of(row.requirements, [&](Requirement r) {
      return here && denied(s, *here, row.command, std::string(name_of(r)));
    });
  }
  [[nodiscard]] bool denied(const Situation& s, const Stage& here, Command command, const std::string& reason) const {
    const std::string what(name_of(command));
    const std::string kind(name_of(here.kind));
    const bool can_propose = !here.hands.propose.empty();
    if (reason == "not_in_role")
      return (what == "receive" && here.hands.receive.empty()) || (what == "propose" && !can_propose);
    if (reason == "proposal_missing") return can_propose && !s.proposal;
    if (reason == "rank_missing") return kind == "rank" && !s.rank;
    if (reason == "criterion_not_attested") return here.attests && criteria_to_attest && !s.attested;
    if (reason == "disagreement_not_allowed")
      return what == "forward_with_disagreement" && !plan.settings.disagreement_forwards;
    if (reason == "return_not_allowed") return what == "return_for_rework" && !here.may_return;
    if (reason == "ineligible_not_allowed") return what == "conclude_ineligible" && !here.may_conclude_ineligible;
    if (reason == "unknown_choice")
      return what == "propose" && kind == "record_result" && !here.may_return && !here.may_conclude_ineligible;
    if (reason != "not_this_stage_kind") return false;
    if (what == "forward" || what == "forward_with_disagreement") return kind == "decide" || kind == "record_result";
    if (what == "approve") return kind != "decide";
    if (what == "approve_lower_form" || what == "decline") return kind != "decide" && kind != "endorse";
    if (what == "record_result") return kind != "record_result";
    if (what == "rank") return kind != "rank";
    if (what == "attest") return !here.attests;
    return what == "propose" && !can_propose;
  }
  static bool asks(const TableRow& row, const std::string& selector) {
    return std::ranges::any_of(row.selectors, [&](Selector s) { return name_of(s) == selector; });
  }
  static bool refuses_sender(const TableRow& row, const Sending& sending) {
    if (asks(row, "sent_first_by_unit") && sending.by != "unit") return true;
    if (asks(row, "resent_by_unit") && sending.by != "unit again") return true;
    return asks(row, "sent_by_office") && (sending.by.empty() || sending.by.starts_with("unit"));
  }

  // What comes of it; several where the command can be put in several ways.
  [[nodiscard]] std::vector<Situation> after(const Situation& s, const TableRow& row) const {
    std::vector<Situation> results;
    if (!allowed(s, row) || refuses_sender(row, s.sending)) return results;
    for (Situation next : played(s, row)) {
      next.phase = name_of(row.to);
      if (next.phase != "awaiting_receipt") next.sending = {};
      results.push_back(std::move(next));
    }
    return results;
  }
  [[nodiscard]] std::vector<Situation> played(const Situation& s, const TableRow& row) const {
    switch (row.fact) {
      case Fact::submitted:
        return {sent(s, "unit", stages.front().id)};
      case Fact::resubmitted:
        return {unchanged(s), changed(s)};
      case Fact::recalled:
        return {recalled(s)};
      case Fact::received:
        return {received(s)};
      case Fact::attested:
        return {with(s, [](Situation& n) { n.attested = true; })};
      case Fact::ranked:
        return {with(s, [](Situation& n) { n.rank = true; })};
      case Fact::proposed:
        return {with(s, [](Situation& n) { n.proposal = true; })};
      case Fact::forwarded:
      case Fact::forwarded_disagreeing:
        return {forwarded(s)};
      case Fact::returned:
        return returned(s, row);
      case Fact::approved:
        return {given(s, form.code)};
      case Fact::approved_lower:
        return lower(s, row);
      case Fact::result_recorded:
        return results(s, row);
      case Fact::removed_from_decision:
        return {unjoined(s)};
      case Fact::found_ineligible:
      case Fact::declined:
      case Fact::withdrawn:
        return {with(s, [](Situation& n) {
          if (n.place == "held") n.place = "free";
        })};
      default:
        return {s};
    }
  }
  template <class Change>
  static Situation with(Situation s, Change change) {
    change(s);
    return s;
  }
  static Situation sent(Situation s, const std::string& by, const std::string& to) {
    s.at = to;
    s.proposal = false;
    s.sending = {by, false, false};
    return s;
  }
  static Situation received(Situation s) {
    if (s.back_to == s.at) s.back_to.clear();
    return s;
  }
  [[nodiscard]] Situation unchanged(const Situation& s) const { return sent(s, "unit again", resume(s)); }
  [[nodiscard]] Situation changed(Situation s) const {
    if (s.spoken.empty()) return sent(s, "unit again", stages.front().id);
    std::string first = *std::ranges::min_element(s.spoken, [&](const auto& a, const auto& b) { return before(a, b); });
    s.spoken.clear();
    s.attested = false;
    const std::string goal = resume(s);
    return sent(s, "unit again", before(first, goal) ? first : goal);
  }
  [[nodiscard]] Situation spoke(Situation s) const {
    const std::string here = s.at;
    const std::string to = onward(s);
    if (!here.empty()) s.spoken.insert(here);
    s = sent(s, here, to);
    if (s.back_to == to) s.back_to.clear();
    return s;
  }
  [[nodiscard]] Situation forwarded(const Situation& s) const {
    Situation next = spoke(s);
    const bool takes = !s.at.empty() && plan.route(form.route)->reserves_at == s.at && s.place == "free";
    if (takes) next.place = "held";
    next.sending.took_place = takes;
    return next;
  }
  [[nodiscard]] std::vector<Situation> returned(const Situation& s, const TableRow& row) const {
    std::vector<Situation> ways;
    Situation base = s;
    if (base.back_to.empty()) base.back_to = s.at;
    if (!asks(row, "goes_to_stage")) {
      if (!s.at.empty()) ways.push_back(sent(base, "", s.at));
    }
    if (asks(row, "goes_to_unit")) return ways;
    for (const Stage& each : stages) {
      if (!before(each.id, s.at)) continue;
      Situation next = base;
      const bool stood = next.spoken.erase(each.id) > 0;
      next = sent(next, s.at, each.id);
      next.sending.unsaid = stood;
      ways.push_back(next);
    }
    return ways;
  }
  [[nodiscard]] Situation recalled(Situation s) const {
    const Sending sending = s.sending;
    if (sending.by == "unit") s.at.clear();
    if (sending.by.empty() || sending.by.starts_with("unit")) return s;
    if (before(s.at, sending.by)) {
      if (sending.unsaid) s.spoken.insert(s.at);
    } else {
      s.spoken.erase(sending.by);
    }
    if (sending.took_place && s.place == "held") s.place = "free";
    if (s.back_to == sending.by) s.back_to.clear();
    s.at = sending.by;
    return s;
  }
  static Situation given(Situation s, const std::string& code) {
    if (!s.at.empty()) s.spoken.insert(s.at);
    s.given = code;
    s.place = "used";
    return s;
  }
  [[nodiscard]] std::vector<Situation> lower(const Situation& s, const TableRow& row) const {
    const bool any =
        std::ranges::none_of(row.requirements, [](Requirement r) { return name_of(r) == "unknown_choice"; });
    std::vector<Situation> ways;
    for (const auto& code : form.lower_forms) {
      const Stage* here = stage(s.at);
      if (any || (here && here->office_role == plan.award_form(code)->authority)) ways.push_back(given(s, code));
    }
    return ways;
  }
  [[nodiscard]] std::vector<Situation> results(const Situation& s, const TableRow& row) const {
    std::vector<Situation> ways;
    const bool last = s.at == stages.back().id;
    const bool yes = !asks(row, "not_approved") && !(asks(row, "approved_last") && !last) &&
                     !(asks(row, "approved_on_the_way") && last);
    const bool no = !asks(row, "approved_last") && !asks(row, "approved_on_the_way");
    if (yes && row.to == Phase::awaiting_receipt) {
      ways.push_back(spoke(s));
    } else if (yes) {
      const std::string place = s.place == "held" ? "used" : s.place;
      ways.push_back(given(s, form.code));
      ways.back().place = place;
    }
    if (no)
      ways.push_back(with(s, [](Situation& n) {
        if (n.place == "held") n.place = "free";
      }));
    return ways;
  }
  [[nodiscard]] Situation unjoined(Situation s) const {
    s.spoken.erase(s.at);
    s.given.clear();
    const auto& taking = plan.route(form.route)->reserves_at;
    s.place = taking && before(*taking, s.at) ? "held" : "free";
    return s;
  }

  // What is wrong with a step.
  [[nodiscard]] std::set<std::string> wrong(const Situation& from, const Situation& to) const {
    std::set<std::string> found;
    if (from.given != to.given && !to.given.empty()) judge_decision(to, found);
    if (is_end(to) && !is_end(from)) {
      if (to.phase == "awarded" && to.place != "used") found.insert("place_not_taken");
      if (to.phase != "awarded" && to.place != "free") found.insert("place_not_freed");
    }
    return found;
  }
  void judge_decision(const Situation& s, std::set<std::string>& found) const {
    const AwardForm& award = *plan.award_form(s.given);
    const bool is_lower = s.given != form.code;
    const long end = is_lower ? index(s.at) : static_cast<long>(stages.size()) - 1;
    bool attests = false;
    for (long i = 0; i <= end; ++i) {
      const Stage& each = stages[static_cast<std::size_t>(i)];
      attests |= each.attests;
      if (each.mandatory && !s.spoken.contains(each.id)) found.insert("mandatory_stage_missed");
    }
    if (attests && criteria_to_attest && !s.attested) found.insert("attestation_missed");
    if (s.at.empty() || stage(s.at)->office_role != award.authority) found.insert("other_authority_decides");
    if (!is_lower) return;
    const auto& needed = plan.route(award.route)->stages;
    for (std::size_t i = 0; i + 1 < needed.size(); ++i) {
      const bool done = std::ranges::any_of(s.spoken, [&](const std::string& id) {
        return stage(id)->kind == needed[i].kind && stage(id)->office_role == needed[i].office_role;
      });
      if (needed[i].mandatory && !done) found.insert("lower_form_skips_stage");
    }
  }
};

}  // namespace vinhdanh::test
