// X-Forwarded-For is read from its end: what stands before a proxy's own entry, anybody could have written.
#include "api/http/forwarded.hpp"

#include <arpa/inet.h>

#include <array>

#include "api/http/header_syntax.hpp"

namespace vinhdanh {

bool is_ip_address(const std::string& text) {
  std::array<unsigned char, 16> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

std::string client_address(const std::string& peer, const std::optional<std::string>& forwarded_for,
                           const std::set<std::string>& proxies) {
  if (!forwarded_for || !proxies.contains(peer)) return peer;
  std::string_view rest = *forwarded_for;
  while (!rest.empty()) {
    const auto comma = rest.rfind(',');
    const std::string last(trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1)));
    if (!is_ip_address(last)) return peer;
    if (!proxies.contains(last)) return last;
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(0, comma);
  }
  return peer;
}

}  // namespace vinhdanh
