/// The answer to "what may be done to this now?": each action with where it is given, allowed or with every reason why not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"
#include "engine/decide/decide.hpp"

namespace vinhdanh {

/// Whether an action is allowed, like `Permission` of a command.
struct Offer {
  std::string_view name;
  std::string method = "POST";
  std::string href;
  bool allowed = false;
  std::vector<RefusalReason> reasons;
  std::vector<Choice> choices;
  std::optional<std::size_t> dossiers = {};  ///< that it would be done to, where it is done to many
  std::string_view problem = {};  ///< a known problem that stands against it where no reason of the engine does
};

/// Allowed exactly when nothing stands against it.
Offer offer_unless(std::vector<RefusalReason> reasons, std::string_view name, std::string method, std::string href);
Offer offer_of(Permission permission, std::string method, std::string href);

Json offer_json(const Deps& deps, const Offer& offer);
/// `{<noun>, version, actions}` with the ETag of the version.
HttpResponse action_list(const Deps& deps, const char* noun, const std::string& id, std::int64_t version,
                         const std::vector<Offer>& offers);

}  // namespace vinhdanh
