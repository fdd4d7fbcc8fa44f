// The promises in words.
#include "engine/invariants/violation.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vinhdanh {

Sentence promise_of(std::string_view invariant) {
  using Row = std::pair<std::string_view, std::pair<std::string_view, std::string_view>>;
  static constexpr std::array<Row, 15> promises = {{
      {"INV-1", {"Mọi bước bắt buộc đã có ý kiến về đúng nội dung được quyết định",
                 "Every mandatory stage endorsed exactly the content that was decided"}},
      {"INV-2", {"Người trình, người có ý kiến, người quyết định là những người khác nhau, trừ trường hợp luật cho phép",
                 "Submitters, endorsers and decider are different persons, but for the lawful overlaps"}},
      {"INV-3", {"Mỗi việc do người có đúng vai trò, ở đúng cơ quan vào ngày đó thực hiện",
                 "Every act was done by a person with the role, in the responsible office on that day"}},
      {"INV-4", {"Hồ sơ chỉ chuyển trạng thái theo bảng quy định", "A dossier moves only as the table allows"}},
      {"INV-5", {"Kế hoạch và thời kỳ pháp luật đã áp dụng cho hồ sơ không thay đổi", "The pinned plan and era never change"}},
      {"INV-6", {"Hồ sơ đã kết thúc thì không thay đổi nữa", "What is final stays final"}},
      {"INV-7", {"Hình thức khen thưởng chỉ do cấp có thẩm quyền quyết định", "An award is decided only by its authority"}},
      {"INV-8", {"Số lượng khen không bao giờ bị vượt", "No quota is ever exceeded"}},
      {"INV-9", {"Mỗi chỗ đã giữ được dùng hoặc trả lại đúng một lần", "Each place held is used or freed exactly once"}},
      {"INV-13", {"Sự kiện được đánh số liên tục từ 0", "Events are numbered 0, 1, 2 without a gap"}},
      {"INV-15", {"Trạng thái đang lưu đúng bằng kết quả dựng lại từ nhật ký", "The stored state is what its events say"}},
      {"INV-16", {"Nhật ký chưa bị thay đổi", "The log has not been altered"}},
      {"INV-22", {"Giấy tờ đã nộp còn đủ và không thay đổi", "Every paper is there, byte for byte as it was handed in"}},
      {"INV-24", {"Thời gian trong nhật ký không đi lùi", "Time in the log never runs backwards"}},
      {"INV-27", {"Không trùng đề nghị, không trùng số quyết định", "Nominations and decision numbers are unique"}},
  }};
  const auto found = std::ranges::find(promises, invariant, &Row::first);
  if (found == promises.end()) return {std::string(invariant), std::string(invariant)};
  return {std::string(found->second.first), std::string(found->second.second)};
}

}  // namespace vinhdanh
