/// Which names the server answers to: public_url decides, and the loopback names when it listens on loopback.
#pragma once

#include <set>
#include <string>

namespace vinhdanh {

struct PublicUrl {
  bool https = false;
  std::string authority;  ///< "host" or "host:port", lower case
};

/// Reads `http://host[:port]` or `https://host[:port]`, optionally with a final slash; throws std::invalid_argument.
PublicUrl parse_public_url(const std::string& text);

/// The values that Host may have, in lower case. An empty public_url allows only loopback names.
std::set<std::string> allowed_hosts(const std::string& public_url, bool on_loopback, unsigned short port);

/// `host[:port]` by the grammar of RFC 3986; nothing else may stand in Host.
bool is_host(const std::string& text);

}  // namespace vinhdanh
