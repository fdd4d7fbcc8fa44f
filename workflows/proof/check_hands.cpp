// Who acts at a stage and in the unit: roles that make sense of what they are to do.
#include <algorithm>
#include <array>

#include "workflows/proof/findings.hpp"

namespace vinhdanh::detail {
namespace {

using enum Role;

/// They watch, count, define or run the program; they never have a dossier in hand.
constexpr std::array kNeverActs = {board_officer,      observer,      auditor,        quota_manager,
                                   definition_manager, administrator, deadline_runner};
/// A specialist proposes and a registry writes down; only a head, a council's secretary or a recorder sends on.
constexpr std::array kNeverSends = {unit_clerk, intake_reviewer, specialist, appraiser, registry_clerk};

template <class List>
bool is_among(const List& roles, Role role) {
  return std::ranges::find(roles, role) != roles.end();
}

void check_list(const std::vector<Role>& roles, const Spot& spot, ProofFindings& findings) {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (!is_among(kNeverActs, roles[i])) continue;
    findings.error("hand_never_acts", spot[i],
                   {"Vai trò " + quoted(name_of(roles[i])) + " không xử lý hồ sơ.",
                    "Expected a role that handles dossiers, but " + quoted(name_of(roles[i])) + " does not."});
  }
}

/// What is to be sent by one role only, by the kind of the stage.
std::optional<Role> only_sender(StageKind kind) {
  if (kind == StageKind::decide) return decider;
  if (kind == StageKind::record_result) return recorder;
  return std::nullopt;
}

void check_senders(const Stage& stage, const Spot& spot, ProofFindings& findings) {
  const auto only = only_sender(stage.kind);
  for (std::size_t i = 0; i < stage.hands.send.size(); ++i) {
    const Role role = stage.hands.send[i];
    if (only && role != *only && !is_among(kNeverActs, role)) {
      const bool decides = *only == decider;
      findings.error(
          decides ? "wrong_hand_decides" : "wrong_hand_records", spot[i],
          {std::string(decides ? "Chỉ người có thẩm quyền quyết định" : "Chỉ người ghi kết quả") + " làm bước này.",
           "Expected only " + quoted(name_of(*only)) + " to finish a stage of kind " + quoted(name_of(stage.kind)) +
               "."});
    } else if (!only && is_among(kNeverSends, role)) {
      findings.error("clerk_sends", spot[i],
                     {"Chuyên viên, văn thư đề xuất và ghi sổ; chỉ lãnh đạo ký trình.",
                      "Expected a head to send on, but " + quoted(name_of(role)) + " only proposes or registers."});
    }
  }
}

/// A review that may only say yes is none.
void check_may_say_no(const Plan& plan, const Stage& stage, const Spot& spot, ProofFindings& findings) {
  using enum StageKind;
  const bool judges = stage.kind == review || stage.kind == appraise || stage.kind == advise || stage.kind == verify;
  if (!judges || plan.settings.disagreement_forwards || stage.may_return || stage.may_conclude_ineligible) return;
  findings.error("no_way_to_disagree", spot,
                 {"Người không nhất trí không được trình kèm ý kiến, không được trả lại, không được kết luận.",
                  "Expected a way to disagree: forwarding with an opinion, returning, or concluding ineligible."});
}

void check_unit_sender(const Route& route, const Spot& spot, ProofFindings& findings) {
  if (route.sender != unit_clerk && route.sender != unit_head) {
    return findings.error("sender_not_of_unit", spot,
                          {"Người gửi hồ sơ phải là của đơn vị trình.",
                           "Expected a role of the unit, but " + quoted(name_of(route.sender)) + " is none."});
  }
  if (route.sender == unit_head || route.stages.front().office_role == "own_unit") return;
  findings.error("clerk_sends_from_unit", spot,
                 {"Tờ trình gửi ra ngoài đơn vị phải do thủ trưởng đơn vị ký.",
                  "Expected the head of the unit to sign what leaves the unit."});
}

}  // namespace

void check_hands(const Plan& plan, ProofFindings& findings) {
  for (std::size_t i = 0; i < plan.routes.size(); ++i) {
    const Route& route = plan.routes[i];
    check_unit_sender(route, Spot("routes")[i]["sender"], findings);
    for (std::size_t j = 0; j < route.stages.size(); ++j) {
      const Stage& stage = route.stages[j];
      const Spot spot = Spot("routes")[i]["stages"][j];
      check_list(stage.hands.receive, spot["hands"]["receive"], findings);
      check_list(stage.hands.propose, spot["hands"]["propose"], findings);
      check_list(stage.hands.send, spot["hands"]["send"], findings);
      check_senders(stage, spot["hands"]["send"], findings);
      check_may_say_no(plan, stage, spot, findings);
    }
  }
}

}  // namespace vinhdanh::detail
