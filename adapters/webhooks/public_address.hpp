/// Which addresses belong to the public internet.
#pragma once

struct sockaddr;

namespace vinhdanh {

/// False for what IANA's registries set apart (loopback, private, link-local, shared, documentation, multicast, …), for IPv6
/// addresses that carry one of IPv4 in them, and for all other families.
bool is_public_address(const sockaddr& address);

}  // namespace vinhdanh
