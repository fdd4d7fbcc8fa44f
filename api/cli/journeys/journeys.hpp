/// Walks the five plans end to end over HTTP against a running demo and prints what happened as one table.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace vinhdanh {

struct JourneyOptions {
  std::vector<std::string> urls;  ///< http://host:port, of one server or of several nodes
  std::string tokens_file;  ///< demo-tokens.json of that server's folder
  bool open_work = false;   ///< also leave dossiers in the middle of their way, for people to go on with
  bool json = false;
};

/// 0 when every journey reached its end, or had in an earlier run on the same folder; otherwise 1.
int run_journeys(const JourneyOptions& options, std::ostream& out);

}  // namespace vinhdanh
