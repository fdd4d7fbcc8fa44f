// Domains of payloads, command by command.
#include "engine/decide/attempts.hpp"

#include <array>
#include <set>

#include "engine/decide/completeness.hpp"
#include "engine/decide/return_codes.hpp"
#include "engine/decide/technical.hpp"

namespace vinhdanh::detail {
namespace {

using Attempts = std::vector<Attempt>;

/// What the domains depend on. The texts are only long enough not to count as missing.
struct Domain {
  const Case& asked;
  std::string text = "-";
  DocumentRef document{"1", asked.today};

  [[nodiscard]] std::optional<CouncilMinutes> minutes() const {
    if (!asked.stage || asked.stage->kind != StageKind::advise) return std::nullopt;
    return CouncilMinutes{"1", asked.today, 1, 1, 1};
  }
};

Attempts only(Payload payload) { return {{std::move(payload), {}}}; }

Attempts attempts(const Domain&, EditContent) { return only(EditContent{}); }

Attempts attempts(const Domain& domain, AttachPaper) {
  Attempts made;
  for (const PaperRequirement& required : domain.asked.form.papers) {
    if (required.level != PaperLevel::dossier) continue;
    made.push_back({AttachPaper{{.slot = required.slot}}, {{"slot", required.slot}}});
  }
  return made.empty() ? only(AttachPaper{}) : made;
}

Attempts attempts(const Domain& domain, Submit) { return only(Submit{domain.document, domain.text}); }

Attempts attempts(const Domain& domain, Resubmit) {
  Attempt attempt{Resubmit{}, {}};
  for (const ReturnPoint& point : domain.asked.dossier.points) {
    std::get<Resubmit>(attempt.payload).answers.push_back({point.id, domain.text});
    attempt.choices.emplace_back("points", point.id);
  }
  return {attempt};
}

Attempts attempts(const Domain&, Recall) { return only(Recall{}); }
Attempts attempts(const Domain& domain, Withdraw) { return only(Withdraw{domain.text}); }
Attempts attempts(const Domain&, Receive) { return only(Receive{}); }

Attempts attempts(const Domain& domain, Attest) {
  Attempt attempt{Attest{}, {}};
  const SubjectCategory* category = domain.asked.rules.plan.category(domain.asked.dossier.category);
  for (const Criterion& criterion : category ? category->criteria : std::vector<Criterion>{}) {
    if (criterion.kind != CriterionKind::attested) continue;
    std::get<Attest>(attempt.payload).attestations[criterion.id] = {};
    attempt.choices.emplace_back("attestations", criterion.id);
  }
  return {attempt};
}

Attempts attempts(const Domain& domain, GiveOpinion) { return only(GiveOpinion{true, domain.text}); }

Attempts attempts(const Domain& domain, Rank) {
  std::set<int> taken;
  for (const auto& [rank, holder] : domain.asked.facts.ranks) {
    if (holder != domain.asked.dossier.id) taken.insert(rank);
  }
  int free = 1;
  while (taken.contains(free)) ++free;
  return only(Rank{free});
}

Attempts attempts(const Domain& domain, Propose) {
  Attempts made;
  for (std::size_t i = 0; i < Names<ProposalKind>::all.size(); ++i) {
    const auto kind = static_cast<ProposalKind>(i);
    made.push_back({Propose{kind, domain.text}, {{"kind", std::string(name_of(kind))}}});
  }
  return made;
}

Attempts attempts(const Domain& domain, Forward) {
  return only(Forward{domain.document, std::nullopt, domain.minutes()});
}
Attempts attempts(const Domain& domain, ForwardWithDisagreement) {
  return only(ForwardWithDisagreement{domain.document, domain.text, domain.minutes()});
}

Attempts attempts(const Domain& domain, ReturnForRework) {
  const PointToRepair point{std::string(kReturnCodes.front()), "", domain.text};
  const auto made_for = [&](std::optional<StageId> to_stage) {
    Attempt attempt{ReturnForRework{to_stage, domain.document, {point}, std::nullopt},
                    {{"to_stage", to_stage.value_or("")}}};
    for (const std::string_view code : kReturnCodes) attempt.choices.emplace_back("points", std::string(code));
    return attempt;
  };
  Attempts made{made_for(std::nullopt)};
  for (const Stage& stage : domain.asked.route.stages) {
    if (&stage == domain.asked.stage || !domain.asked.stage) break;
    made.push_back(made_for(stage.id));
  }
  return made;
}

Attempts attempts(const Domain& domain, ConcludeIneligible) {
  Attempts made;
  for (const Ground& ground : failing_grounds(domain.asked)) {
    const std::string value =
        ground.criterion ? "criterion:" + *ground.criterion : "paper_slot:" + ground.paper_slot.value_or("");
    made.push_back({ConcludeIneligible{domain.document, {ground}, domain.text}, {{"grounds", value}}});
  }
  return made.empty() ? only(ConcludeIneligible{domain.document, {}, domain.text}) : made;
}

Attempts attempts(const Domain& domain, Approve) {
  Attempts made;
  for (const Decision& decision : domain.asked.facts.open_decisions) {
    made.push_back({Approve{decision.id}, {{"decision", decision.id}}});
  }
  return made.empty() ? only(Approve{}) : made;
}

Attempts attempts(const Domain& domain, ApproveLowerForm) {
  Attempts made;
  for (const FormCode& form : lower_forms_here(domain.asked)) {
    for (const Decision& decision : domain.asked.facts.open_decisions) {
      made.push_back({ApproveLowerForm{form, decision.id}, {{"form", form}, {"decision", decision.id}}});
    }
    if (domain.asked.facts.open_decisions.empty()) made.push_back({ApproveLowerForm{form, {}}, {{"form", form}}});
  }
  return made.empty() ? only(ApproveLowerForm{}) : made;
}

Attempts attempts(const Domain& domain, Decline) { return only(Decline{domain.text}); }
Attempts attempts(const Domain&, Sign) { return only(Sign{}); }
Attempts attempts(const Domain& domain, Number) { return only(Number{domain.document.number, domain.document.date}); }

Attempts attempts(const Domain& domain, RecordResult) {
  return {{RecordResult{true, domain.document, std::nullopt}, {{"approved", "true"}}},
          {RecordResult{false, domain.document, std::nullopt}, {{"approved", "false"}}}};
}

Attempts attempts(const Domain& domain, RecordCorrection) {
  Attempts made;
  for (const TechnicalMember& member : kTechnicalMembers) {
    const std::string pointer(member.pointer);
    made.push_back({RecordCorrection{pointer, domain.text}, {{"pointer", pointer}}});
  }
  return made;
}

Attempts attempts(const Domain&, ConfirmCorrection) { return only(ConfirmCorrection{}); }
Attempts attempts(const Domain&, Lapse) { return only(Lapse{}); }
Attempts attempts(const Domain& domain, NotifyNotAwarded) {
  return only(NotifyNotAwarded{domain.document, domain.text});
}

Attempts attempts(const Domain&, TakeUp) { return only(TakeUp{}); }
Attempts attempts(const Domain&, Release) { return only(Release{}); }
Attempts attempts(const Domain& domain, Assign) {
  Attempts made;
  for (const PersonId& person : domain.asked.facts.office_people) made.push_back({Assign{person}, {{"person", person}}});
  return made.empty() ? only(Assign{}) : made;
}
Attempts attempts(const Domain& domain, RemoveFromDecision) { return only(RemoveFromDecision{domain.text}); }
Attempts attempts(const Domain& domain, PutOnHold) {
  return only(PutOnHold{domain.document, domain.asked.today, domain.text});
}
Attempts attempts(const Domain& domain, LiftHold) { return only(LiftHold{domain.document, domain.text}); }
Attempts attempts(const Domain& domain, Comment) { return only(Comment{domain.text}); }

using Maker = Attempts (*)(const Domain&);

template <std::size_t... i>
constexpr auto makers(std::index_sequence<i...>) {
  return std::array<Maker, sizeof...(i)>{
      [](const Domain& domain) { return attempts(domain, std::variant_alternative_t<i, Payload::Variant>{}); }...};
}
constexpr auto kMakers = makers(std::make_index_sequence<std::variant_size_v<Payload::Variant>>{});

}  // namespace

std::vector<Attempt> attempts_of(Command command, const Dossier& dossier, const Facts& facts, const Rules& rules) {
  const Payload nothing = EditContent{};
  const Case asked(dossier, nothing, facts, rules);
  return kMakers[static_cast<std::size_t>(command)](Domain{.asked = asked});
}

}  // namespace vinhdanh::detail
