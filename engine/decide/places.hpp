/// Places: which key a dossier's place falls under, how many there are, and when a command takes one.
#pragma once

#include "engine/decide/lookup.hpp"

namespace vinhdanh::detail {

/// A limit that applies: the plan's, or the one in the occasion's document.
struct PlaceRule {
  std::string key;  ///< organisation / movement / occasion / form / kind; "-" for "all of them"
  int limit = 0;
  Source source;
};

/// Nothing when neither the plan nor the occasion limits this form.
std::optional<PlaceRule> place_rule(const Dossier& dossier, const FormCode& form, const Occasion& occasion,
                                    const Rules& rules, Date today);

/// The place that the command would take; nothing when it takes none or holds one already.
std::optional<PlaceRule> place_to_take(const Case& asked);

}  // namespace vinhdanh::detail
