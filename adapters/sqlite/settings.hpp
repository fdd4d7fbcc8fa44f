/// The settings our promises rest on, checked when a folder is opened.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace vinhdanh::detail {

class Connection;

/// Name and value of each pragma that matters.
std::map<std::string, std::string> settings_of(Connection& connection);
/// One sentence per setting that is not what it must be; empty when all is well. The first session to write is `writer`.
std::vector<std::string> setting_faults(const std::map<std::string, std::string>& settings, bool writer);

}  // namespace vinhdanh::detail
