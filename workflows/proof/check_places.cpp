// Số lượng khen: each place is somebody's, counted once, and taken where its holder stands on the route.
#include <algorithm>

#include "workflows/proof/findings.hpp"

namespace vinhdanh::detail {
namespace {

void check_kind(const Plan& plan, const Quota& quota, const Spot& spot, ProofFindings& findings) {
  const AwardForm* form = plan.award_form(quota.award_form);
  if (!form || !quota.subject_kind) return;
  if (std::ranges::find(form->subject_kinds, *quota.subject_kind) != form->subject_kinds.end()) return;
  findings.error("quota_kind_not_of_form", spot["subject_kind"],
                 {"Hình thức này không dành cho đối tượng được giao số lượng.",
                  "Expected a kind that " + quoted(form->code) + " is given to."});
}

/// Of two that fit one dossier only one would be counted.
void check_alone(const Plan& plan, std::size_t place, ProofFindings& findings) {
  const Quota& quota = plan.quotas[place];
  for (std::size_t other = 0; other < place; ++other) {
    const Quota& earlier = plan.quotas[other];
    if (earlier.award_form != quota.award_form) continue;
    if (earlier.subject_kind == quota.subject_kind) {
      findings.error("quota_listed_twice", Spot("quotas")[place],
                     {"Số lượng của hình thức và đối tượng này đã nêu ở mục trên.",
                      "Expected one quota for a form and kind, but " + quoted(earlier.id) + " is for the same."});
    } else if (!earlier.subject_kind || !quota.subject_kind) {
      findings.error("quota_overlaps", Spot("quotas")[place],
                     {"Số lượng chung và số lượng riêng của một hình thức chồng lên nhau.",
                      "Expected a quota for all kinds or one for each, but " + quoted(earlier.id) + " overlaps it."});
    }
  }
}

/// Where the route takes the place: the stage that reserves, or the last one.
std::size_t taking_stage(const Route& route) {
  const auto found = std::ranges::find(route.stages, route.reserves_at.value_or(""), &Stage::id);
  if (found == route.stages.end()) return route.stages.size() - 1;
  return static_cast<std::size_t>(found - route.stages.begin());
}

void check_holder(const Plan& plan, const Quota& quota, const Spot& spot, ProofFindings& findings) {
  const AwardForm* form = plan.award_form(quota.award_form);
  const Route* route = form ? plan.route(form->route) : nullptr;
  if (!route || quota.organisation_role == "own_unit") return;
  const std::size_t taking = taking_stage(*route);
  for (std::size_t i = 0; i <= taking; ++i) {
    if (route->stages[i].office_role == quota.organisation_role) return;
  }
  findings.error("quota_holder_off_route", spot["organisation_role"],
                 {"Cơ quan được giao số lượng không xử lý hồ sơ trước hoặc tại bước giữ chỗ.",
                  "Expected the office role of a stage up to " + quoted(route->stages[taking].id) +
                      ", where the place is taken."});
}

}  // namespace

void check_places(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.quotas.size(); ++i) {
    const Quota& quota = plan.quotas[i];
    const Spot spot = Spot("quotas")[i];
    check_alone(plan, i, findings);
    check_kind(plan, quota, spot, findings);
    check_holder(plan, quota, spot, findings);
    if (quota.limit != 0) continue;
    findings.error(
        "quota_of_none", spot["limit"],
        {"Số lượng bằng 0 thì không ai được khen.", "Expected at least one place; with none nobody gets the award."});
  }
}

}  // namespace vinhdanh::detail
