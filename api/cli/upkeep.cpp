// Receipts at start, and what is done every second.
#include "api/cli/upkeep.hpp"

#include <chrono>

#include "adapters/sql/stored_history.hpp"
#include "api/cli/receipts.hpp"

namespace vinhdanh {
namespace {

bool follows(Installation& house) {
  try {
    house.follow_others();
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::optional<ExitCode> check_receipts(Installation& house, const std::filesystem::path& file, const Logger& logger,
                                       const Output& output) {
  StoredHistory history(house.store());
  const auto receipts = file.empty() ? std::nullopt : read_receipts(file);
  if (!receipts) {
    if (history.events() == 0) return std::nullopt;
    logger.warn("no receipts to compare with", {{"file", file.string()}, {"instance", house.store().instance()}});
    return std::nullopt;
  }
  const auto faults = compare_receipts(*receipts, history.instance(), history);
  if (faults.empty()) return std::nullopt;
  return refuse_shorter(faults, file, output);
}

std::shared_ptr<ReceiptsLog> keep_receipts(Installation& house, const std::filesystem::path& file) {
  if (file.empty()) return nullptr;
  const auto before = read_receipts(file);
  StoredHistory history(house.store());
  write_receipts(file, house.store().instance(), before ? before->notes : std::vector<std::string>{}, history);
  auto log = std::make_shared<ReceiptsLog>(file);
  house.watch_commits([log](std::span<const CommitResult> results, bool) { log->add(results); });
  return log;
}

Upkeep::Upkeep(Installation& house, std::shared_ptr<ReceiptsLog> receipts, Logger logger)
    : house_(house), receipts_(std::move(receipts)), logger_(std::move(logger)), thread_([this] { run(); }) {}

Upkeep::~Upkeep() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Upkeep::note(bool& failing, bool done, const char* what) {
  if (!done && !failing) logger_.error(what, nlohmann::ordered_json::object());
  failing = !done;
}

void Upkeep::run() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    wake_.wait_for(lock, std::chrono::seconds(1), [this] { return ending_; });
    note(receipts_failing_, !receipts_ || receipts_->sync(), "receipts could not be written");
    note(access_failing_, house_.flush_access_log(), "counts of the access log could not be written");
    note(following_failing_, follows(house_), "what other nodes activated could not be read");
  }
}

}  // namespace vinhdanh
