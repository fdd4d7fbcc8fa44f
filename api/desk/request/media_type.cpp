// The kinds of file that a paper may be, and whether bytes are what they claim to be.
#include "api/desk/request/media_type.hpp"

#include <algorithm>
#include <array>

namespace vinhdanh {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view media_type;
  std::string_view extension;
  std::string_view start;
  std::string_view part;  ///< a name that the archive must contain; empty for other files
};

constexpr std::array<Signature, 5> kSignatures{{
    {"application/pdf", ".pdf", "%PDF-"sv, {}},
    {"image/png", ".png", "\x89PNG\r\n\x1a\n"sv, {}},
    {"image/jpeg", ".jpg", "\xff\xd8\xff"sv, {}},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "PK\x03\x04"sv, "word/document.xml"sv},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", "PK\x03\x04"sv, "xl/workbook.xml"sv},
}};

const Signature* signature_of(std::string_view media_type) {
  const auto found = std::ranges::find(kSignatures, media_type, &Signature::media_type);
  return found == kSignatures.end() ? nullptr : &*found;
}

}  // namespace

bool is_known_media_type(std::string_view media_type) { return signature_of(media_type) != nullptr; }

std::string attachment_named(std::string_view stem, std::string_view media_type) {
  const auto* signature = signature_of(media_type);
  return "attachment; filename=\"" + std::string(stem) + std::string(signature ? signature->extension : "") + '"';
}

bool matches_media_type(std::string_view bytes, std::string_view media_type) {
  const auto* signature = signature_of(media_type);
  if (signature == nullptr || !bytes.starts_with(signature->start)) return false;
  return signature->part.empty() || bytes.find(signature->part) != std::string_view::npos;
}

}  // namespace vinhdanh
