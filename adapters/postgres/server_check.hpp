/// The settings and rights our promises rest on, checked before a node serves.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace vinhdanh::detail {

class Connection;

/// What the server says of itself and of the role that asks.
struct ServerFacts {
  std::map<std::string, std::string> settings;  ///< fsync, full_page_writes, synchronous_commit, data_sync_retry, server_encoding
  int version = 0;                              ///< as server_version_num
  bool is_superuser = false;                    ///< or passes row-level security by
  bool owner_passes_policies = false;           ///< the tables' owner is one of those
  std::vector<std::string> excess;              ///< rights on events that the role should not have: "UPDATE on events"
};
ServerFacts facts_of(Connection& session);

/// One sentence per fault, each with what to set; empty when all is well.
std::vector<std::string> server_faults(const ServerFacts& facts);

}  // namespace vinhdanh::detail
