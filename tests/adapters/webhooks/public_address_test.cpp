// The first and last address of every range that is set apart, and their neighbours.
#include "adapters/webhooks/public_address.hpp"

#include <arpa/inet.h>
#include <sys/un.h>

#include <stdexcept>
#include <string>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

namespace {

bool is_public(const std::string& text) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  if (::inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) return is_public_address(reinterpret_cast<const sockaddr&>(v4));
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  if (::inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) != 1) throw std::invalid_argument(text);
  return is_public_address(reinterpret_cast<const sockaddr&>(v6));
}

}  // namespace

TEST_CASE("addresses that are set apart are not public, to the first and last of each range", "[webhooks]") {
  for (const char* address :
       {"0.0.0.0",         "0.255.255.255",   "10.0.0.0",        "10.255.255.255",  "100.64.0.0",      "100.127.255.255",
        "127.0.0.0",       "127.0.0.1",       "127.255.255.255", "169.254.0.0",     "169.254.169.254", "169.254.255.255",
        "172.16.0.0",      "172.31.255.255",  "192.0.0.0",       "192.0.0.255",     "192.0.2.0",       "192.0.2.255",
        "192.88.99.0",     "192.88.99.255",   "192.168.0.0",     "192.168.255.255", "198.18.0.0",      "198.19.255.255",
        "198.51.100.0",    "198.51.100.255",  "203.0.113.0",     "203.0.113.255",   "224.0.0.0",       "239.255.255.255",
        "240.0.0.0",       "255.255.255.255", "::",              "::1",             "::ffff:8.8.8.8",  "::ffff:127.0.0.1",
        "::8.8.8.8",       "64:ff9b::808:808", "64:ff9b:1::1",   "100::1",          "1fff:ffff::1",    "2001::1",
        "2001:0:808:808::", "2001:1ff:ffff::", "2001:db8::",     "2001:db8:ffff::1", "2002:7f00:1::",  "2002:808:808::1",
        "3fff::1",         "3fff:fff:ffff::", "4000::1",         "5f00::1",         "fc00::1",         "fdff:ffff::1",
        "fe80::1",         "febf::1",         "fec0::1",         "ff00::1",         "ff02::1",         "ffff::1"}) {
    INFO(address);
    CHECK_FALSE(is_public(address));
  }
}

TEST_CASE("the neighbours of what is set apart are public", "[webhooks]") {
  for (const char* address :
       {"1.0.0.0",      "9.255.255.255",  "11.0.0.0",     "100.63.255.255", "100.128.0.0",   "126.255.255.255", "128.0.0.0",
        "169.253.0.1",  "169.255.0.0",    "172.15.255.255", "172.32.0.0",   "191.255.255.255", "192.0.1.0",     "192.0.3.0",
        "192.88.98.255", "192.88.100.0",  "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",     "198.51.99.255",
        "198.51.101.0", "203.0.112.255",  "203.0.114.0",  "223.255.255.255", "8.8.8.8",      "2000::1",         "2001:200::1",
        "2001:db7:ffff::1", "2001:db9::", "2003::1",      "2606:4700::1111", "3ffe:ffff::1", "3fff:1000::1"}) {
    INFO(address);
    CHECK(is_public(address));
  }
}

TEST_CASE("what is no address of the internet is not public", "[webhooks]") {
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  CHECK_FALSE(is_public_address(reinterpret_cast<const sockaddr&>(local)));
}
