// The committer's lanes: what waits is gathered into batches in which no two changes contend for one thing.
#include "adapters/committer.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "adapters/holds.hpp"
#include "engine/ports/nothing_written.hpp"

namespace vinhdanh {

namespace detail {

struct Waiting {
  Change change;
  Holds holds;
  std::function<void(Fate)> done;
};

}  // namespace detail

namespace {

using Batch = std::vector<detail::Waiting>;

constexpr std::size_t batch_limit = 64;

/// Takes the next batch out of the queue, in order, around what other lanes hold in whatever way: in one batch two changes may share
/// a thing, but another lane's transaction would only wait for it. What is left behind keeps its turn: what it needs counts as held
/// too, so that nobody overtakes it.
Batch take_batch(std::deque<detail::Waiting>& queue, const HeldNames& at_work) {
  Batch batch;
  std::deque<detail::Waiting> later;
  HeldNames held = at_work;
  while (!queue.empty() && batch.size() < batch_limit) {
    const bool free = !at_work.meet(queue.front().holds) && !held.clash_with(queue.front().holds);
    held.add(queue.front().holds);
    (free ? batch.emplace_back(std::move(queue.front())) : later.emplace_back(std::move(queue.front())));
    queue.pop_front();
  }
  queue.insert(queue.begin(), std::make_move_iterator(later.begin()), std::make_move_iterator(later.end()));
  return batch;
}

}  // namespace

struct Committer::Inner {
  Inner(Store& to, CommitObserver told) : store(to), observer(std::move(told)) {
    for (int i = 0; i < store.lanes(); ++i) lanes.emplace_back([this] { run(); });
  }

  void run() {
    std::unique_lock lock(mutex);
    for (;;) {
      Batch batch = take_batch(queue, at_work);
      if (!batch.empty()) {
        for (const auto& it : batch) at_work.add(it.holds);
        lock.unlock();
        commit(batch);
        lock.lock();
        for (const auto& it : batch) at_work.remove(it.holds);
        wake.notify_all();  // others may wait for what this batch held
        continue;
      }
      if (ending && queue.empty()) return;
      wake.wait(lock);
    }
  }

  void commit(Batch& batch) {
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
    const std::lock_guard one_at_a_time(telling);
    if (observer) observer(results, results.empty());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      batch[i].done(results.empty() ? failed : Fate{false, std::move(results[i]), false});
    }
  }

  Store& store;
  const CommitObserver observer;
  std::mutex telling;
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<detail::Waiting> queue;  ///< under `mutex`, as all that follows
  HeldNames at_work;
  bool ending = false;
  std::vector<std::thread> lanes;  ///< last: they start when everything above stands
};

Committer::Committer(Store& store, CommitObserver observer)
    : inner_(std::make_unique<Inner>(store, std::move(observer))) {}

Committer::~Committer() {
  {
    const std::lock_guard lock(inner_->mutex);
    inner_->ending = true;
  }
  inner_->wake.notify_all();
  for (std::thread& lane : inner_->lanes) lane.join();
}

void Committer::submit(Change change, std::function<void(Fate)> done) {
  Holds holds = holds_of(change);
  {
    const std::lock_guard lock(inner_->mutex);
    inner_->queue.push_back({std::move(change), std::move(holds), std::move(done)});
  }
  inner_->wake.notify_one();
}

}  // namespace vinhdanh
