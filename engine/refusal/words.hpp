/// Words of the office for codes, phases, papers and members, in both languages: each stands here once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/vocabulary.hpp"

namespace vinhdanh::detail {

enum class Language { vi, en };

struct Words {
  std::string_view vi;
  std::string_view en;
  [[nodiscard]] std::string_view in(Language language) const { return language == Language::vi ? vi : en; }
};

/// Where a dossier stands; at a stage the screen may say it more finely (`visible_state`).
Words phase_words(Phase phase);
Words proposal_words(ProposalKind kind);
/// The paper that belongs in a slot; nothing for a slot that no shipped plan has.
std::optional<Words> slot_words(std::string_view slot);

/// What a JSON Pointer into the content or a payload means to people ("thành tích", "số văn bản"). A place in a list is
/// counted from 1; a member without words of its own is called as the one around it. Nothing for any other text.
std::optional<std::string> member_words(std::string_view pointer, Language language);

/// A detail as a sentence says it: codes of roles, phases, stage kinds, slots and members become words, dates are
/// written with the day first, numbers stay. Nothing for what has no words here: ids of offices, stages, criteria,
/// points and decisions speak only through `<name>_vi` and `<name>_en`, unknown codes not at all.
std::optional<std::string> in_words(std::string_view detail, const std::string& text, Language language);

}  // namespace vinhdanh::detail
