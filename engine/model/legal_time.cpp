// The day comes first, as on Vietnamese documents.
#include "engine/model/legal_time.hpp"

namespace vinhdanh {

std::string written_date(Date day) {
  const std::string text = day.text();
  return text.substr(8, 2) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4);
}

}  // namespace vinhdanh
