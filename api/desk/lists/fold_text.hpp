/// Text as it is compared in a search: without case and without marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vinhdanh {

/// "Khen thưởng" and "KHEN THUONG" give the same; đ counts as d. `text` is valid UTF-8.
std::string fold_text(std::string_view text);

/// The letters and digits of the folded text in one piece each: "HS-2025, Đặng" → hs, 2025, dang.
std::vector<std::string> folded_words(std::string_view text);

/// The same with one space between them: two texts that say the same give the same line.
std::string folded_line(std::string_view text);

/// Each of the folded words begins a word of the text.
bool has_words(std::string_view text, const std::vector<std::string>& folded);

}  // namespace vinhdanh
