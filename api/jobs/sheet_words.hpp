/// What is wrong with a file, a row or a job, in both languages, by its stable code.
#pragma once

#include <string>
#include <string_view>

#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// `{}` in it becomes the detail. Throws std::logic_error for a code that is not in the list.
Sentence sheet_sentence(std::string_view code, const std::string& detail = "");
bool is_sheet_code(std::string_view code);

}  // namespace vinhdanh
