// The words on screen for where a dossier stands.
#include <array>

#include "engine/decide/lookup.hpp"
#include "engine/refusal/words.hpp"

namespace vinhdanh {
namespace {

struct Words {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

VisibleState in(const Words& words) { return {std::string(words.code), std::string(words.vi), std::string(words.en)}; }

constexpr Words kUnderReview{"under_review", "Đang xét duyệt", "Under review"};
constexpr Words kUnderAppraisal{"under_appraisal", "Đang thẩm định", "Under appraisal"};
constexpr Words kAwaitingCouncil{"awaiting_council", "Chờ họp Hội đồng", "Awaiting the council"};

/// In the order of `Phase`; empty where the dossier is at a stage, which says it more finely.
constexpr auto kCodes =
    std::to_array<std::string_view>({"draft", "awaiting_receipt", "", "", "returned", "decided", "signed", "awarded",
                                     "not_awarded", "ineligible", "withdrawn", "lapsed"});
static_assert(kCodes.size() == Names<Phase>::all.size());

Words by_kind(const Stage* stage) {
  if (!stage) return kUnderReview;
  switch (stage->kind) {
    case StageKind::appraise:
    case StageKind::verify:
      return kUnderAppraisal;
    case StageKind::advise:
      return kAwaitingCouncil;
    case StageKind::endorse:
    case StageKind::decide:
    case StageKind::record_result:
    case StageKind::collect:
    case StageKind::rank:
    case StageKind::receive:
    case StageKind::review:
      return kUnderReview;
  }
  return kUnderReview;
}

VisibleState at_stage(const Stage* stage) {
  if (stage && stage->shown_as) return {"with_" + stage->office_role, stage->shown_as->vi, stage->shown_as->en};
  return in(by_kind(stage));
}

}  // namespace

VisibleState visible_state(const Dossier& dossier, const Plan& plan) {
  const std::string_view code = kCodes[static_cast<std::size_t>(dossier.phase)];
  const detail::Words words = detail::phase_words(dossier.phase);
  if (!code.empty()) return {std::string(code), std::string(words.vi), std::string(words.en)};
  const AwardForm* form = plan.award_form(dossier.form);
  const Route* route = form ? plan.route(form->route) : nullptr;
  return at_stage(route ? detail::stage_of(*route, dossier.stage) : nullptr);
}

}  // namespace vinhdanh
