/// The kinds of file that a paper may be, and whether bytes are what they claim to be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vinhdanh {

inline constexpr std::size_t kLargestPaper = 20u << 20;

/// pdf, png, jpeg, docx, xlsx.
bool is_known_media_type(std::string_view media_type);
/// Content-Disposition of a download (RFC 6266) with the ending that programs know the kind by. `stem` is a name of ours.
std::string attachment_named(std::string_view stem, std::string_view media_type);
/// By the first bytes, and for Office files by the parts that their archive names.
bool matches_media_type(std::string_view bytes, std::string_view media_type);

}  // namespace vinhdanh
