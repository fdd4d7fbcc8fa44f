/// Where webhooks may go: the hosts that the operator has listed.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vinhdanh {

struct WebhookTarget {
  std::string scheme;  ///< https, or http where the operator wrote so
  std::string host;    ///< in lower case, an IPv6 address in brackets
  int port = 443;
  bool may_be_private = false;  ///< may have an address that is not of the public internet
};

class WebhookTargets {
 public:
  /// `HOST`, `HOST:PORT`, `https://HOST:PORT` or `http://HOST:PORT`. What is wrong with the entry; empty when nothing is.
  std::string add(const std::string& entry, bool may_be_private);
  [[nodiscard]] bool empty() const { return targets_.empty(); }

  /// The listed target of an address; nothing for others, and for what is_webhook_url refuses. Host names are compared letter
  /// by letter, so that one of many spellings of a number is no way around the list.
  [[nodiscard]] std::optional<WebhookTarget> target_of(const std::string& url) const;

 private:
  std::vector<WebhookTarget> targets_;
};

/// An absolute http or https address of at most 2,000 visible ASCII characters, without user, password and fragment.
bool is_webhook_url(const std::string& url);

/// Scheme, host and port of such an address; empty for others.
std::string origin_of(const std::string& url);

/// As it may stand in logs: what follows the path may be a secret.
std::string without_query(const std::string& url);

}  // namespace vinhdanh
