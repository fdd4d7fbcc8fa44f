// Host names through Boost.URL's authority grammar.
#include "api/http/hosts.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <stdexcept>

#include "api/http/header_syntax.hpp"

namespace vinhdanh {

PublicUrl parse_public_url(const std::string& text) {
  const auto url = boost::urls::parse_uri(text);
  const bool plain = url && url->has_authority() && !url->encoded_host().empty() && !url->has_userinfo() &&
                     !url->has_query() && !url->has_fragment() &&
                     (url->encoded_path().empty() || url->encoded_path() == "/");
  const std::string scheme = plain ? lower_case(std::string(url->scheme())) : "";
  if (scheme != "http" && scheme != "https") {
    throw std::invalid_argument("public_url must be http://host[:port] or https://host[:port]: " + text);
  }
  return {scheme == "https", lower_case(std::string(url->encoded_authority()))};
}

std::set<std::string> allowed_hosts(const std::string& public_url, bool on_loopback, unsigned short port) {
  std::set<std::string> hosts;
  if (!public_url.empty()) hosts.insert(parse_public_url(public_url).authority);
  if (!on_loopback) return hosts;
  for (const std::string name : {"127.0.0.1", "localhost", "[::1]"}) {
    hosts.insert(name + ":" + std::to_string(port));
    if (port == 80) hosts.insert(name);
  }
  return hosts;
}

bool is_host(const std::string& text) {
  const auto authority = boost::urls::parse_authority(text);
  return authority && !authority->has_userinfo() && !authority->encoded_host().empty();
}

}  // namespace vinhdanh
