/// The names that types of events have.
#pragma once

#include <string_view>

namespace vinhdanh {

bool is_event_type(std::string_view name);

}  // namespace vinhdanh
