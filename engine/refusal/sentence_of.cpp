// Fills the pattern of a refusal with its details.
#include "engine/refusal/pattern.hpp"
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

std::string sentence(std::string_view pattern, const RefusalReason& reason, Language language) {
  return detail::fill_pattern(
      pattern, [&](std::string_view name) { return detail_named(reason, std::string(name), language); });
}

}  // namespace

Sentence sentence_of(const RefusalReason& reason) {
  const auto pattern = detail::pattern_of(reason.code);
  return {sentence(pattern.vi, reason, Language::vi), sentence(pattern.en, reason, Language::en)};
}

}  // namespace vinhdanh
