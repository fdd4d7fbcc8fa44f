// One thread looks, a few send, each rousing the next as long as there is something due.
#include "api/webhooks/webhook_runs.hpp"

#include <algorithm>
#include <chrono>

#include "api/webhooks/message.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

using std::chrono::milliseconds;

constexpr auto after_fault = milliseconds(5'000);
/// A replay that another node was asked for and did not live to do.
constexpr auto between_places = milliseconds(10'000);
constexpr std::int64_t between_pings = 5'000;

}  // namespace

WebhookRuns::WebhookRuns(const Deps& deps, WebhookSettings settings, const Logger& log)
    : deps_(deps), settings_(std::move(settings)), log_(log), feed_(deps), delivering_(deps, settings_, log) {
  if (!on() || settings_.threads == 0) return;
  threads_.emplace_back([this](const std::stop_token& stop) { live(stop); });
  for (int i = 0; i < settings_.threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

WebhookRuns::~WebhookRuns() {
  ending_ = true;
  for (std::jthread& thread : threads_) thread.request_stop();
  signal_.notify_all();
  threads_.clear();
}

void WebhookRuns::wake() {
  if (known_ == 0) return;
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  signal_.notify_all();
}

void WebhookRuns::changed(const std::string& webhook) {
  delivering_.wake(webhook);
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  signal_.notify_all();
}

void WebhookRuns::replayed(const std::string& webhook) {
  {
    const std::lock_guard lock(mutex_);
    replayed_.insert(webhook);
  }
  changed(webhook);
}

void WebhookRuns::look() {
  std::set<std::string> replayed;
  {
    const std::lock_guard lock(mutex_);
    replayed.swap(replayed_);
  }
  look(true, replayed);
}

void WebhookRuns::look(bool places, const std::set<std::string>& replayed) {
  const std::lock_guard lock(looking_);
  feed_.refresh(places, replayed);
  const auto webhooks = feed_.webhooks();
  known_ = webhooks.size();
  delivering_.know(webhooks);
  feed_.run();
}

void WebhookRuns::live(const std::stop_token& stop) {
  auto last_places = std::chrono::steady_clock::now() - between_places;
  auto pause = milliseconds(settings_.gather_milliseconds);
  while (!stop.stop_requested()) {
    std::set<std::string> replayed;
    {
      std::unique_lock lock(mutex_);
      signal_.wait_for(lock, stop, milliseconds(settings_.look_milliseconds), [this] { return woken_; });
      woken_ = false;
      replayed.swap(replayed_);
    }
    const auto now = std::chrono::steady_clock::now();
    const bool places = now - last_places >= between_places;
    try {
      look(places, replayed);
      if (places) last_places = now;
      pause = milliseconds(settings_.gather_milliseconds);
      rouse();
    } catch (const std::exception& fault) {
      log_.error("webhooks met a fault and will look again", {{"fault", fault.what()}});
      pause = after_fault;
      const std::lock_guard lock(mutex_);
      replayed_.merge(replayed);
    }
    std::unique_lock lock(mutex_);
    signal_.wait_for(lock, stop, pause, [] { return false; });
  }
}

void WebhookRuns::rouse() {
  {
    const std::lock_guard lock(mutex_);
    roused_ = std::min(roused_ + 1, settings_.threads);
  }
  signal_.notify_all();
}

bool WebhookRuns::deliver(Poster& poster) {
  return delivering_.deliver(poster, [this] { rouse(); });
}

void WebhookRuns::work(const std::stop_token& stop) {
  const auto poster = settings_.new_poster([this] { return ending_.load(); });
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      if (!signal_.wait(lock, stop, [this] { return roused_ > 0; })) return;
      --roused_;
    }
    try {
      while (!stop.stop_requested() && deliver(*poster)) {
      }
    } catch (const std::exception& fault) {
      log_.error("a webhook's message could not be sent for now", {{"fault", fault.what()}});
    }
  }
}

int WebhookRuns::wait_for_ping(const PersonId& person) {
  const std::lock_guard lock(pinging_);
  const Instant now = deps_.clock.system_now();
  std::erase_if(pinged_, [&](const auto& entry) { return now.milliseconds - entry.second.milliseconds >= between_pings; });
  const auto [last, is_first] = pinged_.try_emplace(person, now);
  if (is_first) return 0;
  return static_cast<int>((last->second.milliseconds + between_pings - now.milliseconds + 999) / 1000);
}

bool WebhookRuns::ping(const Webhook& webhook, std::function<void(const Posted&)> done) {
  const std::string id = deps_.fresh.id();
  Post post = signed_post(webhook, id, deps_.clock.system_now(),
                          ping_event(id, webhook.id, deps_.clock.business_now(), settings_.source));
  return pings_.start([this, post = std::move(post), done = std::move(done)] {
    Posted posted;
    try {
      posted = settings_.new_poster([this] { return ending_.load(); })->post(post);
    } catch (const std::exception& fault) {
      posted.why = fault.what();
    }
    done(posted);
  });
}

}  // namespace vinhdanh
