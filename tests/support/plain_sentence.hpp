/// Whether a sentence is fit for people: no code, no JSON Pointer, no id.
#pragma once

#include <regex>
#include <string>

#include "engine/refusal/refusal.hpp"

namespace vinhdanh::test {

/// What in the sentences of a reason only a machine would say; empty when there is nothing of the kind.
inline std::string machine_talk(const RefusalReason& reason) {
  static const std::regex code("_");
  static const std::regex pointer("(^|[ (:])/[A-Za-z0-9]");
  static const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  const Sentence sentence = sentence_of(reason);
  for (const std::string& text : {sentence.vi, sentence.en}) {
    for (const auto* wrong : {&code, &pointer, &uuid}) {
      if (std::regex_search(text, *wrong)) return text;
    }
  }
  static const std::regex iso_date("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  return std::regex_search(sentence.vi, iso_date) ? sentence.vi : "";
}

}  // namespace vinhdanh::test
