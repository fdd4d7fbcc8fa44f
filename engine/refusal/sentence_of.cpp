// Fills the pattern of a refusal with its details.
#include "engine/refusal/refusal.hpp"
#include "engine/refusal/sentences.hpp"
#include "engine/refusal/words.hpp"

namespace vinhdanh {
namespace {

using detail::Language;

std::optional<std::string> given(const RefusalReason& reason, const std::string& name) {
  const auto found = reason.details.find(name);
  if (found == reason.details.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

std::optional<std::string> detail_named(const RefusalReason& reason, const std::string& name, Language language) {
  if (auto own = given(reason, name + (language == Language::vi ? "_vi" : "_en"))) return own;
  if (const auto plain = given(reason, name)) return detail::in_words(name, *plain, language);
  const bool is_place = name == "pointer" || name == "member";
  return is_place && reason.pointer ? detail::member_words(*reason.pointer, language) : std::nullopt;
}

/// The part with its details in place, or nothing when one is missing.
std::optional<std::string> filled(std::string_view part, const RefusalReason& reason, Language language) {
  std::string text;
  while (!part.empty()) {
    const auto open = part.find('{');
    text += part.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = part.find('}', open);
    const auto value = detail_named(reason, std::string(part.substr(open + 1, close - open - 1)), language);
    if (!value) return std::nullopt;
    text += *value;
    part.remove_prefix(close + 1);
  }
  return text;
}

std::string sentence(std::string_view pattern, const RefusalReason& reason, Language language) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = pattern.find('[');
    text += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = pattern.find(']', open);
    text += filled(pattern.substr(open + 1, close - open - 1), reason, language).value_or("");
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace

Sentence sentence_of(const RefusalReason& reason) {
  const auto pattern = detail::pattern_of(reason.code);
  return {sentence(pattern.vi, reason, Language::vi), sentence(pattern.en, reason, Language::en)};
}

}  // namespace vinhdanh
