// Reads the pragmas back and compares.
#include "adapters/sqlite/settings.hpp"

#include "adapters/sql/connection.hpp"

namespace vinhdanh::detail {
namespace {

constexpr const char* names[] = {"journal_mode",   "synchronous", "foreign_keys", "recursive_triggers",
                                 "trusted_schema", "mmap_size",   "query_only",   "wal_autocheckpoint"};

}  // namespace

std::map<std::string, std::string> settings_of(Connection& connection) {
  std::map<std::string, std::string> settings;
  for (const char* name : names) {
    settings[name] = connection.value<std::string>(std::string("PRAGMA ") + name).value_or("");
  }
  return settings;
}

std::vector<std::string> setting_faults(const std::map<std::string, std::string>& settings, bool writer) {
  std::map<std::string, std::string> wanted = {{"foreign_keys", "1"}, {"trusted_schema", "0"}, {"mmap_size", "0"}};
  if (writer) {
    wanted.insert({{"journal_mode", "wal"}, {"synchronous", "2"}, {"recursive_triggers", "1"}, {"query_only", "0"}});
  } else {
    wanted.insert({{"query_only", "1"}, {"wal_autocheckpoint", "0"}});
  }
  std::vector<std::string> faults;
  for (const auto& [name, value] : wanted) {
    const auto at = settings.find(name);
    const std::string found = at == settings.end() ? "" : at->second;
    if (found != value) faults.push_back(name + " is " + (found.empty() ? "unknown" : found) + ", not " + value);
  }
  return faults;
}

}  // namespace vinhdanh::detail
