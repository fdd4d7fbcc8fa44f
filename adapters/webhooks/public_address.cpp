// The special-purpose registries of IANA (RFC 6890 and what came after it) as two tables.
#include "adapters/webhooks/public_address.hpp"

#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace vinhdanh {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

/// The first `bits` of `bytes`.
struct Block {
  Bytes bytes;
  int bits;
};

constexpr Block kSetApart4[] = {
    {{0}, 8},               // this network
    {{10}, 8},              // private
    {{100, 64}, 10},        // shared, behind a carrier's NAT
    {{127}, 8},             // loopback
    {{169, 254}, 16},       // link-local
    {{172, 16}, 12},        // private
    {{192, 0, 0}, 24},      // protocol assignments
    {{192, 0, 2}, 24},      // documentation
    {{192, 88, 99}, 24},    // relays of 6to4
    {{192, 168}, 16},       // private
    {{198, 18}, 15},        // benchmarks
    {{198, 51, 100}, 24},   // documentation
    {{203, 0, 113}, 24},    // documentation
    {{224}, 4},             // multicast
    {{240}, 4},             // reserved, and broadcast
};

/// Nothing else is handed out: loopback, mapped IPv4, unique local, link-local and multicast are outside of it.
constexpr Block kGlobal6{{0x20}, 3};
constexpr Block kSetApart6[] = {
    {{0x20, 0x01}, 23},              // protocol assignments, Teredo
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    {{0x20, 0x02}, 16},              // 6to4, which carries IPv4
    {{0x3f, 0xff}, 20},              // documentation
};

bool is_in(const Bytes& address, const Block& block) {
  for (int bit = 0; bit < block.bits; bit += 8) {
    const auto at = static_cast<std::size_t>(bit / 8);
    const int left = std::min(8, block.bits - bit);
    const auto mask = static_cast<std::uint8_t>(0xff00 >> left);
    if ((address[at] & mask) != (block.bytes[at] & mask)) return false;
  }
  return true;
}

bool is_in_any(const Bytes& address, std::span<const Block> blocks) {
  return std::ranges::any_of(blocks, [&](const Block& block) { return is_in(address, block); });
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  Bytes bytes{};
  if (address.sa_family == AF_INET) {
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in&>(address).sin_addr, 4);
    return !is_in_any(bytes, kSetApart4);
  }
  if (address.sa_family != AF_INET6) return false;
  std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, 16);
  return is_in(bytes, kGlobal6) && !is_in_any(bytes, kSetApart6);
}

}  // namespace vinhdanh
