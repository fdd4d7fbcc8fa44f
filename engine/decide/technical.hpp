/// What a technical correction may change: members of the content whose wording nobody has voted on.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/model/content.hpp"

namespace vinhdanh::detail {

struct TechnicalMember {
  std::string_view pointer;
  std::string& (*in)(Content&);
};

inline constexpr auto kTechnicalMembers = std::to_array<TechnicalMember>({
    {"/nominee/name", [](Content& content) -> std::string& { return content.nominee.name; }},
    {"/nominee/title", [](Content& content) -> std::string& { return content.nominee.title; }},
    {"/achievement", [](Content& content) -> std::string& { return content.achievement; }},
});

/// Null when a correction of that place would not be technical.
inline const TechnicalMember* technical_member(std::string_view pointer) {
  const auto* const found = std::ranges::find(kTechnicalMembers, pointer, &TechnicalMember::pointer);
  return found == kTechnicalMembers.end() ? nullptr : found;
}

}  // namespace vinhdanh::detail
