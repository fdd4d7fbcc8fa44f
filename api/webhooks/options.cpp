// From words to settings.
#include "api/webhooks/options.hpp"

#include <stdexcept>

#include "adapters/webhooks/curl_poster.hpp"

namespace vinhdanh {
namespace {

std::string add_all(WebhookTargets& targets, const std::vector<std::string>& entries, bool may_be_private) {
  for (const std::string& entry : entries) {
    if (auto fault = targets.add(entry, may_be_private); !fault.empty()) return fault;
  }
  return "";
}

std::string read_targets(const WebhookOptions& options, WebhookTargets& targets) {
  auto fault = add_all(targets, options.targets, false);
  return fault.empty() ? add_all(targets, options.private_targets, true) : fault;
}

}  // namespace

std::string fault_of(const WebhookOptions& options) {
  WebhookTargets targets;
  return read_targets(options, targets);
}

WebhookSettings settings_of(const WebhookOptions& options, const std::string& public_url) {
  WebhookSettings settings;
  if (const auto fault = read_targets(options, settings.targets); !fault.empty()) throw std::invalid_argument(fault);
  if (!public_url.empty()) settings.source = public_url;
  settings.new_poster = [targets = settings.targets, ca_file = options.ca_file](GivenUp given_up) {
    CurlPosterOptions posting;
    posting.targets = targets;
    posting.ca_file = ca_file;
    posting.given_up = std::move(given_up);
    return std::make_unique<CurlPoster>(std::move(posting));
  };
  return settings;
}

}  // namespace vinhdanh
