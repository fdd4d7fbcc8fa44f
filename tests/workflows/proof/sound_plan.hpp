/// The small sound plan of the corpus, and what it is proved against.
#pragma once

#include <fstream>

#include "engine/codec/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/workflows/shipped_definitions.hpp"
#include "workflows/nomination/lifecycle.hpp"
#include "workflows/proof/proof.hpp"

namespace vinhdanh::test {

inline nlohmann::json corpus_file(const std::string& name) {
  std::ifstream file(VINHDANH_SOURCE_DIR "/tests/workflows/proof/corpus/" + name);
  REQUIRE(file);
  return nlohmann::json::parse(file);
}

inline const nlohmann::json& sound_json() {
  static const nlohmann::json json = corpus_file("base.json");
  return json;
}

inline Plan sound_plan(const nlohmann::json& patch = nlohmann::json::array()) {
  return shipped::valid(load_plan(sound_json().patch(patch).dump()));
}

inline const Organisation& sound_organisation() {
  static const Organisation organisation = [] {
    const std::string bytes = corpus_file("organisation.json").dump();
    return shipped::valid(load_organisations(std::vector<EmbeddedFile>{{"organisation.json", bytes}}));
  }();
  return organisation;
}

/// Our organisation, the shipped law and the table of a nomination.
inline ProofBasis sound_basis() {
  static const Law law = shipped::law();
  return {sound_organisation(), law, nomination_lifecycle().rows()};
}

}  // namespace vinhdanh::test
