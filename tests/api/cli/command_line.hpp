/// The real program, as a user has it: commands to their end, and a server beside the test.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "api/cli/http_client.hpp"
#include "engine/codec/json.hpp"
#include "tests/support/process.hpp"

namespace vinhdanh::test {

using Words = std::vector<std::string>;

Ended vinhdanh_says(const Words& words);
/// With --json: requires exit 0 and one object on standard output.
nlohmann::json vinhdanh_json(Words words);
/// The `error` that a failing command names with --json; requires this exit code and nothing on standard output.
std::string vinhdanh_error(Words words, int exit);

/// `vinhdanh serve` on a free port of loopback; killed when this goes.
class Served {
 public:
  explicit Served(const std::filesystem::path& folder, const Words& more = {});
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] HttpClient client() const { return HttpClient::to(url_); }
  Process& process() { return process_; }
  /// The answer to `GET /v1/me` with this token.
  [[nodiscard]] HttpReply me(const std::string& token) const;

 private:
  Process process_;
  std::string url_;
};

}  // namespace vinhdanh::test
