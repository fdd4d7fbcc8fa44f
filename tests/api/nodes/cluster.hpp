/// A PostgreSQL cluster of the test's own, to be killed, started again, and followed by a standby.
#pragma once

#include <filesystem>
#include <string>

#include "tests/api/cli/command_line.hpp"

namespace vinhdanh::test {

/// Stopped and removed when this goes.
class Cluster {
 public:
  /// `file` is where its place is written down; nothing is started yet.
  explicit Cluster(std::filesystem::path file) : file_(std::move(file)) {}
  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  void start() const { run("start"); }
  void crash() const { run("crash"); }
  void resume() const { run("resume"); }
  void follow(const Cluster& primary) const;  ///< as its synchronous standby
  void promote() const { run("promote"); }

  /// Where its socket is, as libpq's `host`.
  [[nodiscard]] std::string host() const;

 private:
  void run(const std::string& action, const Words& more = {}) const;
  std::filesystem::path file_;
};

/// The demo's schema at `host`, as the role of the tables' owner makes it.
void make_demo_schema(const std::string& host);
/// `--database` of the role that nodes have. Several hosts are separated by commas: the one that can be written to is found.
Words demo_at(const std::string& hosts);
std::string demo_url(const std::string& hosts);

}  // namespace vinhdanh::test
