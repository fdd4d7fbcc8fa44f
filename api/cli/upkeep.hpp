/// What a server does beside answering: it keeps receipts, and counts of the access log, on disk, and follows other nodes.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "adapters/receipts.hpp"
#include "api/cli/output.hpp"
#include "api/composition.hpp"
#include "api/http/log.hpp"

namespace vinhdanh {

/// Compares the history with its receipts and says what is wrong; nothing when it may be served. Without a receipts file there is
/// nothing to compare with, which the log says where there is a history.
std::optional<ExitCode> check_receipts(Installation& house, const std::filesystem::path& file, const Logger& logger,
                                       const Output& output);

/// Begins the receipts file anew with where every stream ends now, and appends to it with each commit from now on.
std::shared_ptr<ReceiptsLog> keep_receipts(Installation& house, const std::filesystem::path& file);

/// A thread that does so every second, and logs when it cannot.
class Upkeep {
 public:
  /// `receipts` may be none.
  Upkeep(Installation& house, std::shared_ptr<ReceiptsLog> receipts, Logger logger);
  ~Upkeep();
  Upkeep(const Upkeep&) = delete;
  Upkeep& operator=(const Upkeep&) = delete;

 private:
  void run();
  void note(bool& failing, bool done, const char* what);

  Installation& house_;
  std::shared_ptr<ReceiptsLog> receipts_;
  Logger logger_;
  bool receipts_failing_ = false;
  bool access_failing_ = false;
  bool following_failing_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace vinhdanh
