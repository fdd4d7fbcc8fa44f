/// Webhooks in a server: the thread that makes deliveries of what is committed, and those that send them.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "adapters/work_line.hpp"
#include "api/webhooks/delivering.hpp"
#include "api/webhooks/webhook_feed.hpp"

namespace vinhdanh {

class WebhookRuns {
 public:
  /// `deps` outlives it. Starts no thread where no target is listed.
  WebhookRuns(const Deps& deps, WebhookSettings settings, const Logger& log);
  /// Gives up what is being sent.
  ~WebhookRuns();
  WebhookRuns(const WebhookRuns&) = delete;
  WebhookRuns& operator=(const WebhookRuns&) = delete;

  [[nodiscard]] const Deps& deps() const { return deps_; }
  [[nodiscard]] bool on() const { return !settings_.targets.empty(); }
  [[nodiscard]] bool is_listed(const std::string& url) const { return settings_.targets.target_of(url).has_value(); }

  /// Something was committed here: look at once. From any thread; does not wait.
  void wake();
  /// A webhook, or what waits for it, was changed here; or its place.
  void changed(const std::string& webhook);
  void replayed(const std::string& webhook);

  /// What its threads do, by hand: makes deliveries of all that is committed, and sends one that is due (false when none is).
  void look();
  bool deliver(Poster& poster);

  /// Seconds until this person may ping again; 0: now, and it is counted.
  int wait_for_ping(const PersonId& person);
  /// Sends a message of no event on a thread of its own and says what came of it. False when too many wait.
  bool ping(const Webhook& webhook, std::function<void(const Posted&)> done);

  /// Held while one is made, so that nobody has more than he may.
  std::mutex& making() { return making_; }

 private:
  void live(const std::stop_token& stop);
  void look(bool places, const std::set<std::string>& replayed);
  void work(const std::stop_token& stop);
  void rouse();

  const Deps& deps_;
  const WebhookSettings settings_;
  Logger log_;
  std::mutex looking_;  ///< whoever looks
  WebhookFeed feed_;    ///< under `looking_`
  WebhookDelivering delivering_;
  std::atomic<std::size_t> known_{0};
  std::mutex making_;
  std::mutex pinging_;
  std::map<PersonId, Instant> pinged_;  ///< under `pinging_`, the last few seconds'
  std::mutex mutex_;
  std::condition_variable_any signal_;
  bool woken_ = false;    ///< under `mutex_`, like the two below
  std::set<std::string> replayed_;
  int roused_ = 0;        ///< senders that are to look for what is due
  std::atomic<bool> ending_{false};
  WorkLine pings_;        ///< its jobs use all of the above, and so do the threads
  std::vector<std::jthread> threads_;
};

}  // namespace vinhdanh
