// Sentences shared by the checks of meaning.
#include "workflows/loader/rules.hpp"

namespace vinhdanh::detail {

void report_unknown_reference(const Place& place, std::string_view name, std::string_view among) {
  const std::string quoted = '"' + std::string(name) + '"';
  place.report("unknown_reference", quoted + " không có trong " + std::string(among) + ".",
               "Expected a code listed in " + std::string(among) + ", but found " + quoted + ".");
}

void report_wrong_order(const Place& place) {
  place.report("wrong_order", "Giá trị đầu phải đứng trước hoặc bằng giá trị cuối.",
               "Expected the beginning not to come after the end.");
}

void report_duplicate(const Place& place, std::string_view id) {
  const std::string quoted = '"' + std::string(id) + '"';
  place.report("duplicate_id", "Mã " + quoted + " bị trùng.",
               "Expected a code of its own, but " + quoted + " is taken.");
}

}  // namespace vinhdanh::detail
