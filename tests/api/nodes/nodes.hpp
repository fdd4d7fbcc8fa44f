/// Nodes of the real program on one PostgreSQL database.
#pragma once

#include "tests/adapters/support/homes.hpp"
#include "tests/api/cli/command_line.hpp"
#include "tests/support/postgres.hpp"

namespace vinhdanh::test {

/// `--database URL --schema NAME` of the test's own schema.
Words at_database(const TemporarySchema& schema);

/// A node that can be killed and come back at its address.
class Node {
 public:
  /// A demo node at that database, whose receipts and tokens are in `folder`.
  Node(const Words& database, const std::filesystem::path& folder, const Words& more = {});
  Node(const TemporarySchema& schema, const std::filesystem::path& folder, const Words& more = {})
      : Node(at_database(schema), folder, more) {}
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] HttpClient client() const { return HttpClient::to(url_); }
  void kill();
  void stop();  ///< as an operator does, and waits for its end
  void start();

 private:
  Words words_;
  std::unique_ptr<Process> process_;
  std::string url_;
};

}  // namespace vinhdanh::test
