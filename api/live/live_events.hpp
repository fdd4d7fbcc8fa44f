/// Live events: every listener is told of what is committed, at whatever node, as far as he may see it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/dispatch.hpp"
#include "api/http/log.hpp"
#include "api/http/stream.hpp"
#include "api/live/seen_by.hpp"

namespace vinhdanh {

struct LiveSettings {
  std::size_t most_listeners = 2000;
  std::int64_t look_milliseconds = 500;         ///< at most, between looks at the feed: other nodes fill it too
  std::int64_t heartbeat_milliseconds = 15'000;
};

/// One thread for all listeners, which starts with the first of them. Each event goes out in the order of the feed, once to each
/// connection, with its place as its id; whoever comes back names the last one he got, at whatever node.
class LiveEvents {
 public:
  /// `deps` outlives it. `still` says whether the listener of a request may go on listening, and does not count as use of his
  /// session.
  LiveEvents(const Deps& deps, Authenticate still, LiveSettings settings = {});
  ~LiveEvents();
  LiveEvents(const LiveEvents&) = delete;
  LiveEvents& operator=(const LiveEvents&) = delete;

  /// From behind `after`, or from now on, for as long as somebody keeps the stream. Nothing when there are too many listeners.
  /// Throws StorageUnavailable.
  std::shared_ptr<Stream> listen(const HttpRequest& request, const Actor& actor, const std::optional<FeedPlace>& after);
  /// Something was committed, here or at another node: look at once. From any thread; does not wait.
  void wake();
  [[nodiscard]] std::size_t listeners() const { return count_; }

 private:
  struct Listener {
    HttpRequest request;
    Actor actor;
    FeedPlace place;  ///< of the last event that was offered to him
    std::weak_ptr<Stream> stream;  ///< his connection's: gone with it, and with an answer that never got as far
    bool verified = true;  ///< since what he may do last changed
  };
  using Clock = std::chrono::steady_clock;

  void live(const std::stop_token& stop);
  void look();
  void welcome();
  /// One page of the feed behind the slowest listener's place; false when all have come to its end.
  bool advance();
  void offer(Listener& listener, const FedEvent& fed, SeenBy& seen);
  /// Ends the stream of who may no longer listen.
  bool may_go_on(Listener& listener, Stream& stream);
  void beat();
  void drop_gone();

  const Deps& deps_;
  const Authenticate still_;
  const LiveSettings settings_;
  std::mutex mutex_;
  std::condition_variable_any signal_;
  bool woken_ = false;                ///< under `mutex_`, like `joined_`
  std::vector<Listener> joined_;
  std::list<Listener> listeners_;     ///< of the thread
  std::atomic<std::size_t> count_{0};
  Clock::time_point beat_;
  std::jthread thread_;
};

}  // namespace vinhdanh
