// The words on screen for where a dossier stands.
#include <array>

#include "engine/decide/lookup.hpp"

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

/// In the order of `Phase`; at a stage the words come from the plan, or else from the kind of the stage.
constexpr auto kByPhase = std::to_array<std::optional<Words>>({
    Words{"draft", "Dự thảo", "Draft"},
    Words{"awaiting_receipt", "Chờ tiếp nhận", "Awaiting receipt"},
    std::nullopt,
    std::nullopt,
    Words{"returned", "Chờ bổ sung", "Returned for rework"},
    Words{"decided", "Đã có ý kiến duyệt, chờ ký", "Approved, awaiting signature"},
    Words{"signed", "Đã ký, chờ cấp số", "Signed, awaiting its number"},
    Words{"awarded", "Đã có quyết định", "Awarded"},
    Words{"not_awarded", "Chưa khen thưởng", "Not awarded"},
    Words{"ineligible", "Không đủ điều kiện", "Not eligible"},
    Words{"withdrawn", "Đã rút", "Withdrawn"},
    Words{"lapsed", "Quá thời hạn trình", "Lapsed"},
});
static_assert(kByPhase.size() == Names<Phase>::all.size());

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
  if (const auto& words = kByPhase[static_cast<std::size_t>(dossier.phase)]) return in(*words);
  const AwardForm* form = plan.award_form(dossier.form);
  const Route* route = form ? plan.route(form->route) : nullptr;
  return at_stage(route ? detail::stage_of(*route, dossier.stage) : nullptr);
}

}  // namespace vinhdanh
