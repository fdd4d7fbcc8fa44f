/// Payloads for every command: the whole domain of well-formed ones, and spoilt ones.
#pragma once

#include <utility>

#include "tests/support/fixture.hpp"
#include "tests/workflows/random/dice.hpp"

namespace vinhdanh::test {

/// A payload with the choices it stands for, by member and value as `permitted` names them.
struct Candidate {
  Payload payload;
  std::vector<std::pair<std::string, std::string>> choices;
};

inline const std::vector<std::string>& return_code_names() {
  static const std::vector<std::string> names = {"paper_missing", "paper_invalid", "figure_wrong", "figure_unsourced",
                                                 "content_unclear", "criterion_unproven", "name_wrong", "wrong_category",
                                                 "wrong_route", "other"};
  return names;
}

/// Every way in which a command can be put, written without looking at how the engine enumerates them.
class Domain {
 public:
  Domain(const Dossier& dossier, const Plan& plan, const Facts& facts)
      : dossier_(dossier), plan_(plan), facts_(facts), form_(*plan.award_form(dossier.form)), route_(*plan.route(form_.route)) {}

  [[nodiscard]] std::vector<Candidate> of(Command command) const {
    switch (command) {
      case Command::edit_content: return {{EditContent{}, {}}};
      case Command::attach_paper: return papers();
      case Command::submit: return {{Submit{letter(), "bão lụt"}, {}}};
      case Command::resubmit: return {resubmission()};
      case Command::recall: return {{Recall{}, {}}};
      case Command::withdraw: return {{Withdraw{"trùng"}, {}}};
      case Command::receive: return {{Receive{}, {}}};
      case Command::attest: return attestations();
      case Command::give_opinion: return {{GiveOpinion{true, "nhất trí"}, {}}, {GiveOpinion{false, "không nhất trí"}, {}}};
      case Command::rank: return ranks();
      case Command::propose: return proposals();
      case Command::forward: return {{Forward{letter(), std::nullopt, minutes_if_advised()}, {}}};
      case Command::forward_with_disagreement:
        return {{ForwardWithDisagreement{letter(), "còn ý kiến", minutes_if_advised()}, {}}};
      case Command::return_for_rework: return returns();
      case Command::conclude_ineligible: return conclusions();
      case Command::approve: return approvals();
      case Command::approve_lower_form: return lower_approvals();
      case Command::decline: return {{Decline{"chưa đủ"}, {}}};
      case Command::sign: return {{Sign{}, {}}};
      case Command::number: return numbers();
      case Command::record_result:
        return {{RecordResult{true, letter(), std::nullopt}, {{"approved", "true"}}},
                {RecordResult{false, letter(), letter()}, {{"approved", "false"}}}};
      case Command::record_correction: return corrections();
      case Command::confirm_correction: return {{ConfirmCorrection{}, {}}};
      case Command::lapse: return {{Lapse{}, {}}};
      case Command::notify_not_awarded: return {{NotifyNotAwarded{letter(), "đã đủ số lượng"}, {}}};
      case Command::claim: return {{TakeUp{}, {}}};
      case Command::release: return {{Release{}, {}}};
      case Command::assign: return assignments();
      case Command::remove_from_decision: return {{RemoveFromDecision{"xét lại"}, {}}};
      case Command::hold: return {{PutOnHold{letter(), facts_.now.legal_date().plus(20), "đang xác minh"}, {}}};
      case Command::lift_hold: return {{LiftHold{letter(), "đã kết luận"}, {}}};
      case Command::comment: return {{Comment{"đã xem"}, {}}};
    }
    return {};
  }

 private:
  using Candidates = std::vector<Candidate>;

  [[nodiscard]] Candidates assignments() const {
    Candidates made;
    for (const PersonId& person : facts_.office_people) made.push_back({Assign{person}, {{"person", person}}});
    return made;
  }

  [[nodiscard]] Candidates papers() const {
    Candidates made;
    for (const PaperRequirement& required : form_.papers) {
      PaperEntry paper{.id = "paper-" + std::to_string(dossier_.version), .slot = required.slot};
      paper.commitment = "bytes-" + std::to_string(dossier_.version);
      made.push_back({AttachPaper{paper}, {{"slot", required.slot}}});
    }
    return made;
  }
  [[nodiscard]] Candidate resubmission() const {
    Resubmit payload;
    Candidate made;
    for (const ReturnPoint& point : dossier_.points) {
      payload.answers.push_back({point.id, "đã sửa"});
      made.choices.emplace_back("points", point.id);
    }
    made.payload = payload;
    return made;
  }
  [[nodiscard]] Candidates attestations() const {
    Candidates made;
    for (const Criterion& criterion : plan_.category(dossier_.category)->criteria) {
      if (criterion.kind != CriterionKind::attested) continue;
      for (const Attestation value : {Attestation::met, Attestation::not_applicable, Attestation::not_met}) {
        made.push_back({Attest{{{criterion.id, {value, "theo báo cáo"}}}}, {{"attestations", criterion.id}}});
      }
    }
    return made;
  }
  [[nodiscard]] Candidates ranks() const {
    Candidates made;
    for (int rank = 1; rank <= static_cast<int>(facts_.ranks.size()) + 2; ++rank) made.push_back({Rank{rank}, {}});
    return made;
  }
  [[nodiscard]] Candidates proposals() const {
    Candidates made;
    for (const std::string_view name : Names<ProposalKind>::all) {
      made.push_back({Propose{*parse_name<ProposalKind>(name), "đề xuất"}, {{"kind", std::string(name)}}});
    }
    return made;
  }
  [[nodiscard]] Candidates returns() const {
    std::vector<std::optional<StageId>> goals = {std::nullopt};
    for (const Stage& stage : route_.stages) goals.emplace_back(stage.id);
    Candidates made;
    for (const auto& goal : goals) {
      for (const std::string& code : return_code_names()) {
        if (goal && code != "other") continue;  // each goal and each code once
        // Which member a point is tied to does not matter to whether it may be returned.
        const char* pointer = code.size() % 2 ? "/achievement" : "/figures/single/poor_now";
        made.push_back({ReturnForRework{goal, letter(), {{code, pointer, "xem lại"}}, std::nullopt},
                        {{"to_stage", goal.value_or("")}, {"points", code}}});
      }
    }
    return made;
  }
  [[nodiscard]] Candidates conclusions() const {
    Candidates made;
    const auto add = [&](Ground ground, std::string value) {
      made.push_back({ConcludeIneligible{letter(), {std::move(ground)}, "không đủ điều kiện"}, {{"grounds", std::move(value)}}});
    };
    for (const Criterion& criterion : plan_.category(dossier_.category)->criteria) {
      add({criterion.id, std::nullopt}, "criterion:" + criterion.id);
    }
    for (const PaperRequirement& required : form_.papers) add({std::nullopt, required.slot}, "paper_slot:" + required.slot);
    return made;
  }
  [[nodiscard]] Candidates approvals() const {
    Candidates made;
    for (const Decision& decision : facts_.open_decisions) made.push_back({Approve{decision.id}, {{"decision", decision.id}}});
    return made;
  }
  [[nodiscard]] Candidates lower_approvals() const {
    Candidates made;
    for (const FormCode& form : form_.lower_forms) {
      if (!decides_here(form)) continue;  // the domain is what the authority of this stage gives
      for (const Decision& decision : facts_.open_decisions) {
        made.push_back({ApproveLowerForm{form, decision.id}, {{"form", form}, {"decision", decision.id}}});
      }
    }
    return made;
  }
  [[nodiscard]] bool decides_here(const FormCode& form) const {
    return std::ranges::any_of(route_.stages, [&](const Stage& stage) {
      return dossier_.stage == stage.id && stage.office_role == plan_.award_form(form)->authority;
    });
  }
  [[nodiscard]] Candidates numbers() const {
    Candidates made;
    for (int number = 1; number <= 3; ++number) {
      made.push_back({Number{std::to_string(number) + "/QĐ-" + dossier_.id, facts_.now.legal_date()}, {}});
    }
    return made;
  }
  [[nodiscard]] Candidates corrections() const {
    Candidates made;
    for (const char* pointer : {"/nominee/name", "/nominee/title", "/achievement"}) {
      made.push_back({RecordCorrection{pointer, "tên đúng " + std::to_string(dossier_.version)}, {{"pointer", pointer}}});
    }
    return made;
  }
  [[nodiscard]] std::optional<CouncilMinutes> minutes_if_advised() const {
    for (const Stage& stage : route_.stages) {
      if (dossier_.stage == stage.id && stage.kind == StageKind::advise) return minutes();
    }
    return std::nullopt;
  }

  const Dossier& dossier_;
  const Plan& plan_;
  const Facts& facts_;
  const AwardForm& form_;
  const Route& route_;
};

/// Makes something about a payload wrong or stale.
inline void spoil(Payload& payload, Dice& dice) {
  std::visit([&]<class P>(P& p) {
    if constexpr (requires { p.letter; }) p.letter = dice.chance(50) ? DocumentRef{} : p.letter;
    if constexpr (requires { p.document; }) p.document.date = dice.chance(50) ? std::nullopt : std::optional(day(2099, 1, 1));
    if constexpr (std::same_as<P, Submit>) p.late_reason.reset();
    if constexpr (std::same_as<P, Resubmit>) dice.chance(50) ? p.answers.clear() : p.answers.push_back({"stale", "?"});
    if constexpr (requires { p.reason; }) p.reason = " ";
    if constexpr (std::same_as<P, Attest>) p.attestations["unknown"] = {};
    if constexpr (std::same_as<P, GiveOpinion> || std::same_as<P, Comment>) p.text.clear();
    if constexpr (std::same_as<P, Assign>) p.person = "nobody";
    if constexpr (std::same_as<P, PutOnHold>) p.review = dice.chance(50) ? std::nullopt : std::optional(day(2020, 1, 1));
    if constexpr (std::same_as<P, ApproveLowerForm>) p.form = dice.chance(50) ? "unit_praise" : "flag";
    if constexpr (std::same_as<P, Rank>) p.rank = dice.chance(50) ? 0 : 1;
    if constexpr (std::same_as<P, Propose>) p.text.reset();
    if constexpr (std::same_as<P, ForwardWithDisagreement>) p.opinion = "";
    if constexpr (requires { p.minutes; }) p.minutes = CouncilMinutes{"1", day(2025, 1, 1), 5, 9, 9};
    if constexpr (std::same_as<P, ReturnForRework>) {
      if (dice.chance(50)) p.points.clear();
      else p.to_stage = "nowhere";
    }
    if constexpr (std::same_as<P, ConcludeIneligible>) p.grounds = {{"united", "report"}};
    if constexpr (requires { p.decision; }) p.decision = dice.chance(50) ? "no-decision" : "decision-1";
    if constexpr (std::same_as<P, ApproveLowerForm>) p.form = dice.chance(50) ? "flag" : "merit";
    if constexpr (std::same_as<P, Number>) p.date = day(2099, 1, 1);
    if constexpr (std::same_as<P, RecordCorrection>) p.pointer = "/figures/single/poor_now";
    if constexpr (std::same_as<P, AttachPaper>) p.paper.slot = "no_slot";
  }, payload);
}

}  // namespace vinhdanh::test
