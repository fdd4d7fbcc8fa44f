/// Who sent a request, when a proxy handed it on.
#pragma once

#include <optional>
#include <set>
#include <string>

namespace vinhdanh {

/// The peer itself, unless it is one of `proxies`: then the last address in X-Forwarded-For that is none of them, or
/// the peer when there is no such address.
std::string client_address(const std::string& peer, const std::optional<std::string>& forwarded_for,
                           const std::set<std::string>& proxies);

/// An IPv4 or IPv6 address without port and brackets.
bool is_ip_address(const std::string& text);

}  // namespace vinhdanh
