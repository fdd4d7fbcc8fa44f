// Opens a folder and puts the rooms together; the only place besides the command line that sees all of them.
#include "api/composition.hpp"

#include <stdexcept>

#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh {
namespace {

constexpr auto offset_name = "business_clock_offset";

/// A demo folder that was never moved starts in 2017, before the first plan's first act.
std::int64_t first_offset(const Clock& system) {
  const Instant start = *Instant::parse("2017-09-01T01:00:00.000Z");
  return start.milliseconds - system.system_now().milliseconds;
}

std::unique_ptr<BusinessClock> business_clock(SqliteStore& store, const Clock& system) {
  if (!store.demo()) return nullptr;
  const auto kept = store.meta(offset_name);
  const std::int64_t offset = kept ? std::stoll(*kept) : first_offset(system);
  if (!kept) store.set_meta(offset_name, std::to_string(offset));
  return std::make_unique<BusinessClock>(
      system, offset, [&store](std::int64_t moved) { store.set_meta(offset_name, std::to_string(moved)); });
}

}  // namespace

Definitions definitions_of(const Store& store) {
  Definitions definitions;
  for (const auto& record : store.definitions()) {
    if (!record.active) continue;
    const auto errors = definitions.add(record.bytes);
    if (!errors.empty()) {
      throw std::runtime_error("The stored definition " + record.ref.id + " version " +
                               std::to_string(record.ref.version) + " cannot be read: " + errors.front().message_en);
    }
  }
  return definitions;
}

Installation::Installation(const std::filesystem::path& folder, std::optional<bool> demo)
    : store_({folder, false, demo, {}}),
      business_(business_clock(store_, system_)),
      fresh_(system_),
      blobs_(folder / "papers"),
      definitions_(definitions_of(store_)),
      committer_(store_, [this](std::span<const CommitResult> results, bool failed) {
        const std::lock_guard lock(watching_);
        for (const CommitObserver& observer : observers_) observer(results, failed);
      }) {}

void Installation::watch_commits(CommitObserver observer) {
  const std::lock_guard lock(watching_);
  observers_.push_back(std::move(observer));
}

Deps Installation::deps() {
  std::function<bool(Instant)> move_clock;
  if (business_) move_clock = [this](Instant to) { return business_->move_to(to); };
  return {store_,     lists_,     notices_, duties_,  sign_in_, rationed_,
          committer_, blobs_, clock(), fresh_,  definitions_, nomination_lifecycle(), {}, move_clock};
}

}  // namespace vinhdanh
