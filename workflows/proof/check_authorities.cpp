// Who decides what: the lawful authority of each form, its rank, and the endorsement before an award from above.
#include <algorithm>
#include <set>

#include "workflows/proof/findings.hpp"

namespace vinhdanh::detail {
namespace {

constexpr int kDecidedAbove = 3;  ///< from the Prime Minister on nobody of ours decides: the result is recorded

/// `provincial_chairman+prime_minister`
std::vector<std::string> roles_in(const std::string& value) {
  std::vector<std::string> roles;
  for (std::size_t from = 0; from <= value.size();) {
    const std::size_t to = std::min(value.find('+', from), value.size());
    roles.push_back(value.substr(from, to - from));
    from = to + 1;
  }
  return roles;
}

/// What the eras of the plan say by this rule, all of them together.
std::set<std::string> lawful(const std::vector<const Era*>& eras, const std::string& code) {
  std::set<std::string> roles;
  for (const Era* era : eras) {
    const LegalRule* rule = era->rule(code);
    if (!rule || !rule->value) continue;
    for (std::string& role : roles_in(*rule->value)) roles.insert(std::move(role));
  }
  return roles;
}

void check_authority(const AwardForm& form, const std::vector<const Era*>& eras, const Spot& spot,
                     ProofFindings& findings) {
  const auto roles = lawful(eras, "authority_" + form.code);
  if (roles.empty()) {
    return findings.warn("authority_not_stated", spot,
                         {"Chưa có quy định nêu thẩm quyền của hình thức này.",
                          "No rule of the law states who decides " + quoted(form.code) + "."});
  }
  if (roles.contains(form.authority)) return;
  findings.error(
      "authority_not_lawful", spot,
      {"Theo quy định, hình thức này do " + listed({roles.begin(), roles.end()}) + " quyết định.",
       "Expected the lawful authority of " + quoted(form.code) + ": " + listed({roles.begin(), roles.end()}) + "."});
}

void check_rank(const Plan& plan, std::size_t place, ProofFindings& findings) {
  const AwardForm& form = plan.award_forms[place];
  for (std::size_t other = 0; other < place; ++other) {
    const AwardForm& earlier = plan.award_forms[other];
    if (earlier.authority != form.authority || earlier.rank == form.rank) continue;
    findings.error(
        "rank_not_of_authority", Spot("award_forms")[place]["rank"],
        {"Cùng một cấp có thẩm quyền nhưng bậc khác với " + quoted(earlier.code) + ".",
         "Expected one rank for " + quoted(form.authority) + ", but " + quoted(earlier.code) + " has another."});
  }
}

/// The first stage of these roles that endorses, before anything comes back from above.
const Stage* endorsing_stage(const Route& route, const std::set<std::string>& roles) {
  for (const Stage& stage : route.stages) {
    if (stage.kind == StageKind::record_result) return nullptr;
    if (stage.kind == StageKind::endorse && roles.contains(stage.office_role)) return &stage;
  }
  return nullptr;
}

void check_endorsed(const Plan& plan, const AwardForm& form, const std::vector<const Era*>& eras, const Spot& spot,
                    ProofFindings& findings) {
  const Route* route = plan.route(form.route);
  if (!route) return;
  if (route->stages.back().kind == StageKind::decide) {
    return findings.error("decided_below_rank", spot["route"],
                          {"Cấp trên quyết định hình thức này; tuyến phải kết thúc bằng ghi kết quả.",
                           "Expected a route that ends in a recorded result: the award is decided above."});
  }
  const auto roles = lawful(eras, "authority_provincial_merit");
  const Stage* stage = endorsing_stage(*route, roles);
  if (!stage) {
    return findings.error(
        "endorsement_missing", spot["route"],
        {"Trước khi gửi lên cấp trên phải có bước ký trình của " + listed({roles.begin(), roles.end()}) + ".",
         "Expected an endorsement by " + listed({roles.begin(), roles.end()}) + " before the result from above."});
  }
  if (stage->mandatory) return;
  const auto at = static_cast<std::size_t>(stage - route->stages.data());
  const auto of = static_cast<std::size_t>(route - plan.routes.data());
  findings.error(
      "endorsement_optional", Spot("routes")[of]["stages"][at]["mandatory"],
      {"Bước ký trình lên cấp trên là bắt buộc.", "Expected the endorsement to the level above to be mandatory."});
}

/// Who proposes a State award, where the law of every era of the plan that has the rule names him.
void check_proposers(const Plan& plan, const AwardForm& form, const std::vector<const Era*>& eras, const Spot& spot,
                     ProofFindings& findings) {
  const Route* route = plan.route(form.route);
  if (!route || form.rank <= kDecidedAbove) return;
  for (const std::string& role : lawful(eras, "state_award_proposed_by")) {
    if (std::ranges::find(route->stages, role, &Stage::office_role) != route->stages.end()) continue;
    findings.error("proposer_missing", spot["route"],
                   {"Tuyến thiếu bước của " + quoted(role) + ", cấp trình theo luật.",
                    "Expected a stage of " + quoted(role) + ", who proposes this award by law."});
  }
}

}  // namespace

void check_authorities(const Plan& plan, const Law& law, ProofFindings& findings) {
  const auto eras = eras_of(plan, law);
  for (std::size_t i = 0; i < plan.award_forms.size(); ++i) {
    const AwardForm& form = plan.award_forms[i];
    const Spot spot = Spot("award_forms")[i];
    check_authority(form, eras, spot["authority"], findings);
    check_rank(plan, i, findings);
    if (form.rank < kDecidedAbove) continue;
    check_endorsed(plan, form, eras, spot, findings);
    check_proposers(plan, form, eras, spot, findings);
  }
}

}  // namespace vinhdanh::detail
