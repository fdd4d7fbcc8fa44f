// What the unit does with its dossier: edits, sends, recalls, repairs, withdraws.
#include "api/cli/journeys/nomination.hpp"

namespace vinhdanh::journeys {

void Nomination::edit(const std::string& pointer, const Json& value) {
  auto& session = movement_.session();
  const auto path = "/v1/dossiers/" + id_ + "/content";
  const auto now = session.expected(session.get(clerk(), path), clerk(), "đọc nội dung " + nominee_.ref);
  auto content = now.body["content"];
  if (pointer.empty()) {
    for (const auto& [member, part] : value.items()) content[member].merge_patch(part);
  } else {
    content[Json::json_pointer(pointer)] = value;
  }
  session.expected(session.put(clerk(), path, content, now.etag), clerk(), "sửa nội dung " + nominee_.ref);
}

void Nomination::submit() {
  act(sender(), "submit", {{"letter", movement_.letter("TTr")}});
  note("Đơn vị trình", sender());
}

void Nomination::resubmit(const std::string& answer) {
  auto answers = Json::array();
  for (const auto& point : list_in(seen_, "points")) answers.push_back({{"point", point["id"]}, {"text", answer}});
  act(sender(), "resubmit", {{"answers", answers}});
  note("Đơn vị sửa, trình lại", sender());
}

void Nomination::recall_by_unit() {
  act(sender(), "recall", Json::object());
  note("Lấy lại (chưa tiếp nhận)", sender());
}

void Nomination::withdraw(const std::string& reason) {
  act(hand_of(letter_.unit, "unit_head"), "withdraw", {{"reason", reason}});
  note("Xin rút đề nghị", hand_of(letter_.unit, "unit_head"));
}

void Nomination::confirm_correction() {
  act(clerk(), "confirm_correction", Json::object());
  note("Đơn vị xác nhận đính chính", clerk());
}

}  // namespace vinhdanh::journeys
