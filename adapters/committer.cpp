// The committer's thread: what waits is gathered into batches in which no two changes contend for one thing.
#include "adapters/committer.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "engine/ports/nothing_written.hpp"

namespace vinhdanh {

namespace detail {

struct Waiting {
  Change change;
  std::function<void(Fate)> done;
};

}  // namespace detail

namespace {

constexpr std::size_t batch_limit = 64;

/// What only one change of a batch may claim.
std::set<std::string> claims(const Change& change) {
  std::set<std::string> keys;
  for (const Guard& guard : change.guards) {
    if (guard.kind == StreamKind::dossier) keys.insert("dossier " + guard.id);
  }
  for (const QuotaMove& step : change.quota) keys.insert("quota " + step.key);
  for (const RegisterEntry& entry : change.registers)
    keys.insert("register " + entry.authority + " " + std::to_string(entry.year));
  return keys;
}

/// Takes the next batch out of the queue, in order. What is left behind keeps its turn: its keys are claimed too, so that
/// nobody overtakes it.
std::vector<detail::Waiting> take_batch(std::deque<detail::Waiting>& queue) {
  std::vector<detail::Waiting> batch;
  std::deque<detail::Waiting> later;
  std::set<std::string> claimed;
  while (!queue.empty() && batch.size() < batch_limit) {
    bool free = true;
    for (const std::string& key : claims(queue.front().change)) free = claimed.insert(key).second && free;
    if (free) batch.push_back(std::move(queue.front()));
    else later.push_back(std::move(queue.front()));
    queue.pop_front();
  }
  queue.insert(queue.begin(), std::make_move_iterator(later.begin()), std::make_move_iterator(later.end()));
  return batch;
}

}  // namespace

struct Committer::Inner {
  Inner(Store& to, CommitObserver told) : store(to), observer(std::move(told)), thread([this] { run(); }) {}

  void run() {
    std::unique_lock lock(mutex);
    for (;;) {
      wake.wait(lock, [this] { return ending || !queue.empty(); });
      if (queue.empty()) return;
      std::vector<detail::Waiting> batch = take_batch(queue);
      lock.unlock();
      commit(batch);
      lock.lock();
    }
  }

  void commit(std::vector<detail::Waiting>& batch) {
    std::vector<Change> changes;
    for (detail::Waiting& it : batch) changes.push_back(std::move(it.change));
    std::vector<CommitResult> results;
    Fate failed{true, {}, false};
    try {
      results = store.commit(changes);
    } catch (const NothingWritten&) {
      failed.unwritten = true;
    } catch (const StorageUnavailable&) {
    }
    if (observer) observer(results, results.empty());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      batch[i].done(results.empty() ? failed : Fate{false, std::move(results[i]), false});
    }
  }

  Store& store;
  const CommitObserver observer;
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<detail::Waiting> queue;
  bool ending = false;
  std::thread thread;  ///< last: it starts when everything above stands
};

Committer::Committer(Store& store, CommitObserver observer)
    : inner_(std::make_unique<Inner>(store, std::move(observer))) {}

Committer::~Committer() {
  {
    const std::lock_guard lock(inner_->mutex);
    inner_->ending = true;
  }
  inner_->wake.notify_one();
  inner_->thread.join();
}

void Committer::submit(Change change, std::function<void(Fate)> done) {
  {
    const std::lock_guard lock(inner_->mutex);
    inner_->queue.push_back({std::move(change), std::move(done)});
  }
  inner_->wake.notify_one();
}

}  // namespace vinhdanh
