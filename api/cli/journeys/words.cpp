// Short words for the table's route column.
#include "api/cli/journeys/words.hpp"

#include <map>

namespace vinhdanh::journeys {

namespace {

const std::map<std::string, std::string>& offices() {
  static const std::map<std::string, std::string> all = {{"labour_department", "Sở LĐTBXH"},
                                                         {"home_affairs", "Sở Nội vụ"},
                                                         {"emulation_council", "Hội đồng TĐKT tỉnh"},
                                                         {"provincial_office", "Văn phòng UBND"},
                                                         {"provincial_chairman", "Chủ tịch UBND tỉnh"},
                                                         {"central_board", "Ban TĐKT Trung ương"},
                                                         {"prime_minister", "Thủ tướng"},
                                                         {"president", "Chủ tịch nước"},
                                                         {"own_unit", "Thủ trưởng đơn vị"},
                                                         {"commending_head", "Thủ trưởng cấp trên"},
                                                         {"bureau_head", "Cục trưởng"},
                                                         {"personnel_division", "Phòng TC-HC"},
                                                         {"department_office", "Văn phòng Sở"},
                                                         {"department_council", "Hội đồng TĐKT Sở"},
                                                         {"department_head", "Giám đốc Sở"}};
  return all;
}

const std::map<std::string, std::string>& kinds() {
  static const std::map<std::string, std::string> all = {{"collect", "tổng hợp"},   {"rank", "bình xét"},
                                                         {"receive", "tiếp nhận"},  {"review", "xét duyệt"},
                                                         {"appraise", "thẩm định"}, {"advise", "tham mưu"},
                                                         {"verify", "thẩm tra"},    {"endorse", "trình"},
                                                         {"decide", "quyết định"},  {"record_result", "(ghi kết quả)"}};
  return all;
}

std::string word(const std::map<std::string, std::string>& words, const std::string& key) {
  const auto found = words.find(key);
  return found == words.end() ? key : found->second;
}

}  // namespace

std::string short_stage(const nlohmann::json& stage) {
  return word(offices(), stage.value("office_role", "")) + " " + word(kinds(), stage.value("kind", ""));
}

std::string short_date(const std::string& date) {
  if (date.size() != 10) return date;
  return date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
}

}  // namespace vinhdanh::journeys
