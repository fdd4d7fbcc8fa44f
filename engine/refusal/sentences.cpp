// The catalogue of refusals' sentences, in the order of the enumeration.
#include "engine/refusal/sentences.hpp"

#include <array>

namespace vinhdanh::detail {
namespace {

struct Entry {
  Reason reason;
  SentencePattern pattern;
};

constexpr auto kWho = std::to_array<Entry>({
    {Reason::not_in_role,
     {"Cần người có vai trò phù hợp[ ({role})], nhưng vai trò hiện tại không được làm việc này.",
      "Expected someone in the right role[ ({role})], but the role in use may not do this."}},
    {Reason::not_responsible_office,
     {"Cần người của đúng cơ quan, đơn vị[ ({office})], nhưng vai trò hiện tại thuộc nơi khác.",
      "Expected someone of the office that may do this[ ({office})], but the role in use is of another office."}},
    {Reason::own_nomination,
     {"Cần người không phải là người được đề nghị khen thưởng, nhưng đây là đề nghị khen thưởng cho chính mình.",
      "Expected someone other than the nominee, but this is one's own nomination."}},
    {Reason::own_submission,
     {"Cần người không tham gia trình hồ sơ, nhưng đây là hồ sơ do mình hoặc đơn vị mình trình.",
      "Expected someone who took no part in submitting it, but it was submitted by oneself or one's own unit."}},
    {Reason::already_acted,
     {"Cần một người khác xử lý bước này, nhưng người này đã đề xuất hoặc đã ký hồ sơ[ ({stage})].",
      "Expected another person here, but the same person has already proposed or endorsed it[ ({stage})]."}},
});

constexpr auto kState = std::to_array<Entry>({
    {Reason::case_closed,
     {"Cần hồ sơ còn đang giải quyết, nhưng hồ sơ đã kết thúc[: {phase}].",
      "Expected an open dossier, but the dossier is closed[: {phase}]."}},
    {Reason::wrong_phase,
     {"Cần hồ sơ ở trạng thái phù hợp[ ({expected})], nhưng hồ sơ đang ở trạng thái khác[: {phase}].",
      "Expected the dossier in a phase that allows this[ ({expected})], but it is in another[: {phase}]."}},
    {Reason::on_hold,
     {"Cần hồ sơ không bị tạm dừng xem xét, nhưng hồ sơ đang tạm dừng[ theo văn bản số {document}][, xem xét lại ngày "
      "{review}].",
      "Expected a dossier that is not on hold, but it is on hold[ by document {document}][, to be reviewed on {review}]."}},
    {Reason::not_on_hold,
     {"Cần hồ sơ đang tạm dừng xem xét, nhưng hồ sơ không bị tạm dừng.",
      "Expected a dossier on hold, but it is not on hold."}},
    {Reason::assigned_to_another,
     {"Cần hồ sơ chưa có người khác nhận xử lý, nhưng người khác đang xử lý hồ sơ[: {person}].",
      "Expected a dossier that nobody else has taken up, but another person has it[: {person}]."}},
    {Reason::not_assigned,
     {"Cần hồ sơ đã có người nhận xử lý, nhưng chưa có ai nhận xử lý.",
      "Expected a dossier that somebody has taken up, but nobody has."}},
    {Reason::not_last_sender,
     {"Cần nơi gửi sau cùng lấy lại khi hồ sơ chưa được tiếp nhận, nhưng hồ sơ do nơi khác gửi[: {sender}].",
      "Expected the last sender to recall before receipt, but another office sent the dossier[: {sender}]."}},
    {Reason::occasion_not_open,
     {"Cần đợt xét đang mở[ (từ ngày {opens})], nhưng đợt xét[ “{occasion}”] chưa mở hoặc đã đóng.",
      "Expected an open review round[ (from {opens})], but the round[ “{occasion}”] is not open yet or is closed."}},
    {Reason::not_this_stage_kind,
     {"Cần ở đúng bước có việc này, nhưng bước hiện tại[ ({kind})] không có việc này.",
      "Expected a stage where this is done, but it is not done at the current stage[ ({kind})]."}},
    {Reason::proposal_missing,
     {"Cần có đề xuất của chuyên viên trước, nhưng chưa có đề xuất.",
      "Expected a specialist's proposal, but there is none yet."}},
    {Reason::disagreement_not_allowed,
     {"Cần kế hoạch cho phép trình kèm ý kiến không nhất trí, nhưng kế hoạch này không cho phép.",
      "Expected a plan that lets a disagreeing office forward, but this plan does not."}},
    {Reason::return_not_allowed,
     {"Cần ở bước được trả lại bổ sung, nhưng bước hiện tại[ ({stage})] không được trả lại.",
      "Expected a stage that may return for changes, but the current stage[ ({stage})] may not."}},
    {Reason::ineligible_not_allowed,
     {"Cần ở bước được kết luận không đủ điều kiện, nhưng bước hiện tại[ ({stage})] không được kết luận.",
      "Expected a stage that may conclude ineligibility, but the current stage[ ({stage})] may not."}},
    {Reason::correction_pending,
     {"Cần đơn vị xác nhận đính chính trước, nhưng đính chính còn chờ xác nhận[: {pointer}].",
      "Expected the unit to confirm the correction first, but it still waits for confirmation[: {pointer}]."}},
    {Reason::no_correction,
     {"Cần có đính chính đang chờ xác nhận, nhưng không có đính chính nào.",
      "Expected a correction that waits for confirmation, but there is none."}},
    {Reason::decision_not_open,
     {"Cần một quyết định đang dự thảo, đúng hình thức, thẩm quyền và đợt xét, nhưng không có quyết định như vậy[ (đã "
      "nêu: {decision})].",
      "Expected an open decision of this form, authority and review round, but there is none[ (named: {decision})]."}},
    {Reason::quota_full,
     {"Cần còn chỗ trong số lượng khen, nhưng không còn. Đã đủ số lượng[: {limit}/{limit}][; đang giữ chỗ: {holder}].",
      "Expected a free place in the quota, but all places are taken[: {limit}/{limit}][; held by {holder}]."}},
    {Reason::rank_missing,
     {"Cần xếp thứ tự bình xét trước, nhưng hồ sơ chưa có thứ tự.",
      "Expected a rank among the nominees, but the dossier has none yet."}},
    {Reason::rank_taken,
     {"Cần thứ tự bình xét chưa dùng, nhưng thứ tự[ {rank}] đã xếp cho hồ sơ khác[: {holder}].",
      "Expected a free rank, but the rank[ {rank}] is taken[: {holder}]."}},
    {Reason::nomination_exists,
     {"Cần chỉ một đề nghị cùng hình thức cho mỗi tập thể, cá nhân trong phong trào, nhưng đã có đề nghị khác[: "
      "{dossier}].",
      "Expected one nomination per nominee, award form and movement, but there is another[: {dossier}]."}},
    {Reason::nominee_dissolved,
     {"Cần tập thể còn hoạt động, nhưng tập thể được đề nghị đã giải thể hoặc sáp nhập[: {office}].",
      "Expected a nominee that still exists, but the nominated collective is dissolved or merged[: {office}]."}},
    {Reason::number_taken,
     {"Cần số chưa cấp trong năm của cơ quan, nhưng số này đã cấp[: {number}].",
      "Expected a number not yet used by the authority this year, but it is taken[: {number}]."}},
    {Reason::already_notified,
     {"Cần kết quả chưa thông báo cho đơn vị, nhưng đơn vị đã được thông báo[ bằng văn bản số {number}].",
      "Expected a result that the unit has not been notified of, but it has been[, by document {number}]."}},
});

constexpr auto kSent = std::to_array<Entry>({
    {Reason::paper_missing,
     {"Cần đủ thành phần hồ sơ, nhưng còn thiếu giấy tờ[: {slot}].",
      "Expected all required papers, but one is missing[: {slot}]."}},
    {Reason::content_incomplete,
     {"Cần nội dung đầy đủ trước khi trình, nhưng còn thiếu hoặc chưa đúng[: {pointer}].",
      "Expected complete content before it is sent, but a part is missing or wrong[: {pointer}]."}},
    {Reason::late_without_reason,
     {"Cần lý do bằng văn bản khi nộp muộn[, sau hạn ngày {deadline}], nhưng chưa nêu lý do.",
      "Expected a written reason for lateness[, after the deadline of {deadline}], but none is given."}},
    {Reason::criterion_not_attested,
     {"Cần xác nhận từng tiêu chí trước khi chuyển, nhưng còn tiêu chí chưa xác nhận[: {criterion}].",
      "Expected every criterion attested before the dossier moves on, but one is not[: {criterion}]."}},
    {Reason::point_open,
     {"Cần trả lời mọi điểm cần sửa, nhưng còn điểm chưa trả lời[: {point}].",
      "Expected an answer to every point to fix, but one is still open[: {point}]."}},
    {Reason::ground_not_found,
     {"Cần căn cứ là tiêu chí chưa đạt hoặc giấy tờ còn thiếu, nhưng không thấy căn cứ như vậy[: {ground}].",
      "Expected a failed criterion or a missing paper as the ground, but none is found[: {ground}]."}},
    {Reason::unknown_choice,
     {"Cần chọn trong danh sách[ ({member})], nhưng giá trị đã chọn không có trong đó[: {value}].",
      "Expected one of the listed choices[ ({member})], but the value is not among them[: {value}]."}},
    {Reason::reason_missing,
     {"Cần nêu lý do hoặc ý kiến bằng văn bản, nhưng đang để trống[: {pointer}].",
      "Expected a written reason or opinion, but it is empty[: {pointer}]."}},
    {Reason::document_incomplete,
     {"Cần văn bản ghi đủ và đúng, nhưng còn thiếu hoặc chưa đúng[: {pointer}].",
      "Expected a complete document, but a part is missing or wrong[: {pointer}]."}},
    {Reason::date_in_future,
     {"Cần ngày không sau hôm nay[ ({today})], nhưng ngày đã ghi chưa đến[: {date}].",
      "Expected a date not later than today[ ({today})], but the date is in the future[: {date}]."}},
    {Reason::date_in_past,
     {"Cần ngày từ hôm nay[ ({today})] trở đi, nhưng ngày đã ghi đã qua[: {date}].",
      "Expected a date not before today[ ({today})], but the date has passed[: {date}]."}},
    {Reason::not_technical,
     {"Cần đính chính kỹ thuật (tên, chức vụ, lỗi chữ trong phần thành tích), nhưng thay đổi này không thuộc loại đó[: "
      "{pointer}].",
      "Expected a technical correction (name, position, wording of the achievement), but this is not one[: {pointer}]."}},
});

constexpr Entry entry_at(std::size_t place) {
  if (place < kWho.size()) return kWho[place];
  if (place < kWho.size() + kState.size()) return kState[place - kWho.size()];
  return kSent[place - kWho.size() - kState.size()];
}

constexpr bool in_order() {
  for (std::size_t i = 0; i < Names<Reason>::all.size(); ++i) {
    if (entry_at(i).reason != static_cast<Reason>(i)) return false;
  }
  return kWho.size() + kState.size() + kSent.size() == Names<Reason>::all.size();
}
static_assert(in_order());

}  // namespace

SentencePattern pattern_of(Reason reason) { return entry_at(static_cast<std::size_t>(reason)).pattern; }

}  // namespace vinhdanh::detail
