/// Addresses of servers, as libpq reads them.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace vinhdanh::detail {

/// By keyword, what the address says; nothing where libpq cannot read it.
std::optional<std::map<std::string, std::string>> address_parts(const std::string& url);

/// The same address, with `more` where it does not say otherwise. One that libpq cannot read stays as it is.
std::string address_with(const std::string& url, const std::map<std::string, std::string>& more);

}  // namespace vinhdanh::detail
