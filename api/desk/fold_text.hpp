/// Text as it is compared in a search: without case and without marks.
#pragma once

#include <string>
#include <string_view>

namespace vinhdanh {

/// "Khen thưởng" and "KHEN THUONG" give the same; đ counts as d. `text` is valid UTF-8.
std::string fold_text(std::string_view text);

}  // namespace vinhdanh
