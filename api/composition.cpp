// Opens a folder or a database and puts the rooms together; the only place besides the command line that sees all of them.
#include "api/composition.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh {
namespace {

constexpr auto offset_name = "business_clock_offset";

/// A demo folder that was never moved starts in 2017, before the first plan's first act.
std::int64_t first_offset(const Clock& system) {
  const Instant start = *Instant::parse("2017-09-01T01:00:00.000Z");
  return start.milliseconds - system.system_now().milliseconds;
}

std::unique_ptr<BusinessClock> business_clock(SqlStore& store, const Clock& system) {
  if (!store.demo()) return nullptr;
  const auto kept = store.meta(offset_name);
  const std::int64_t offset = kept ? std::stoll(*kept) : first_offset(system);
  if (!kept) store.set_meta(offset_name, std::to_string(offset));
  BusinessClock::Kept others;
  if (store.shared()) others = [&store] { return std::stoll(store.meta(offset_name).value()); };
  return std::make_unique<BusinessClock>(
      system, offset, [&store](std::int64_t moved) { store.set_meta(offset_name, std::to_string(moved)); }, others);
}

void add_active(const Store& store, Definitions& definitions) {
  for (const auto& record : store.definitions()) {
    if (!record.active || definitions.knows(record.ref.sha256)) continue;
    const auto errors = definitions.add(record.bytes);
    if (!errors.empty()) {
      throw std::runtime_error("The stored definition " + record.ref.id + " version " +
                               std::to_string(record.ref.version) + " cannot be read: " + errors.front().message_en);
    }
  }
}

bool may_have_written(std::span<const CommitResult> results, bool failed) {
  return failed || std::ranges::any_of(results, [](const CommitResult& it) { return it.status == CommitStatus::done; });
}

}  // namespace

Definitions definitions_of(const Store& store) {
  Definitions definitions;
  add_active(store, definitions);
  return definitions;
}

Installation::Installation(const Home& home, std::optional<bool> demo)
    : home_(home),
      open_(open_home(home, demo)),
      business_(business_clock(store_, system_)),
      fresh_(system_),
      definitions_(definitions_of(store_)),
      committer_(store_, [this](std::span<const CommitResult> results, bool failed) {
        const std::lock_guard lock(watching_);
        for (const CommitObserver& observer : observers_) observer(results, failed);
      }) {
  watch_commits([this](std::span<const CommitResult> results, bool failed) {
    if (may_have_written(results, failed)) followers_.wake();
  });
  if (store_.shared()) definitions_.when_missing([this] { follow_others(); });
}

void Installation::follow_others() {
  if (!store_.shared()) return;
  const auto is_known = [this](const std::string& sha256) { return definitions_.knows(sha256); };
  if (!std::ranges::all_of(store_.active_definitions(), is_known)) add_active(store_, definitions_);
}

void Installation::hear_other_nodes(std::function<void(const std::string&)> fault) {
  hints_ = commit_hints(home_, store_.instance(), [this] { followers_.wake(); }, std::move(fault));
  if (!hints_) return;
  watch_commits([this](std::span<const CommitResult> results, bool failed) {
    if (may_have_written(results, failed)) hints_->committed();
  });
}

void Installation::watch_commits(CommitObserver observer) {
  const std::lock_guard lock(watching_);
  observers_.push_back(std::move(observer));
}

Deps Installation::deps() {
  std::function<bool(Instant)> move_clock;
  if (business_) move_clock = [this](Instant to) { return business_->move_to(to); };
  return {store_,     lists_,     notices_, duties_,  sign_in_, rationed_,
          committer_, *open_.papers, clock(), fresh_,  definitions_, nomination_lifecycle(), {}, move_clock, open_.leases.get()};
}

}  // namespace vinhdanh
