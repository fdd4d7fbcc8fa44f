/// The real server on a disk that fails on command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/cli/http_client.hpp"
#include "tests/disk/disk.hpp"
#include "tests/support/process.hpp"

namespace vinhdanh::test {

/// A request as it can be sent again.
struct Sent {
  std::string method;
  std::string path;
  HttpHeaders headers;
  std::string body;
};

/// Which operations fail on the way.
struct Failure {
  int kinds = kind::changes;
  int error = 0;
  int pass = 0;           ///< so many succeed first
  bool for_ever = false;  ///< not only one
  std::string part{};     ///< only paths with this text
  std::string not_part{}; ///< and, unless empty, without this one
};

/// `vinhdanh serve --demo` in `data`, on loopback; killed when this goes. Its syncs cost no time.
class FaultyServer {
 public:
  explicit FaultyServer(const std::filesystem::path& data);
  ~FaultyServer();
  FaultyServer(const FaultyServer&) = delete;
  FaultyServer& operator=(const FaultyServer&) = delete;

  void fail(const Failure& failure);
  /// The disk is sound again; how many operations failed.
  int sound();
  Disk& orders() { return *disk_; }
  /// From now on the kernel lets none of its files grow beyond so many bytes (RLIMIT_FSIZE): of a write that crosses them it
  /// does the part that fits. Nothing: as many as there is room for.
  void limit_files(std::optional<std::uintmax_t> bytes);

  /// Throws HttpFailure when the server is gone.
  HttpReply send(const Sent& sent);
  /// What /readyz says.
  bool ready();
  /// kill -9.
  void kill();
  /// kill -9, and up again.
  void restart();
  /// Tells it to end; its exit code.
  int stop();
  /// Starts it, which is expected to fail: its exit code.
  int exit_of_start();

  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] const std::filesystem::path& data() const { return data_; }

 private:
  [[nodiscard]] std::vector<std::string> command() const;
  void start();

  std::filesystem::path data_;
  std::filesystem::path control_;
  Disk* disk_ = nullptr;
  std::unique_ptr<Process> process_;
  std::unique_ptr<HttpClient> client_;
  std::string url_;
};

/// `{"code"}` of a problem, else empty.
std::string code_of(const HttpReply& reply);

}  // namespace vinhdanh::test
