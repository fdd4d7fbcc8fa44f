/// Which dossiers fall under a key of places, and under which key a dossier falls.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "api/desk/deps.hpp"
#include "engine/ports/lists.hpp"

namespace vinhdanh {

/// A key in its parts: organisation / movement / occasion / form / kind.
struct QuotaKey {
  OfficeId organisation;
  std::string movement;
  std::optional<OccasionId> occasion;     ///< none: of all occasions of the movement
  FormCode form;
  std::optional<SubjectKind> subject_kind;  ///< none: of all kinds that have no key of their own
};
std::optional<QuotaKey> parse_quota_key(const std::string& key);

/// A dossier as it would be, to ask which key its place falls under.
Dossier imagined(const Occasion& occasion, const OfficeId& unit, const FormCode& form, SubjectKind kind);

/// What would take a place under the key by the rules of today, whatever has become of it; nothing at all under a key that is
/// none.
ListFilter filter_of_key(const Deps& deps, const std::string& key);

/// Asks for each occasion once.
class QuotaKeys {
 public:
  explicit QuotaKeys(const Deps& deps) : deps_(deps) {}
  /// The key of the place that it holds or would take; nothing where places are not limited.
  std::optional<std::string> of(const Dossier& dossier);

 private:
  const Deps& deps_;
  std::map<OccasionId, std::optional<Occasion>> occasions_;
};

}  // namespace vinhdanh
