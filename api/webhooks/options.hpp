/// Webhooks as the command line has them.
#pragma once

#include <string>
#include <vector>

#include "api/webhooks/settings.hpp"

namespace vinhdanh {

struct WebhookOptions {
  std::vector<std::string> targets;
  std::vector<std::string> private_targets;  ///< may have addresses that are not of the public internet
  std::string ca_file;                       ///< empty: the system's
};

/// What is wrong with them; empty when nothing is.
std::string fault_of(const WebhookOptions& options);

/// Messages over HTTP, from `public_url`, or from "/" where that is empty. Throws std::invalid_argument with `fault_of`.
WebhookSettings settings_of(const WebhookOptions& options, const std::string& public_url);

}  // namespace vinhdanh
