// The feed, told to many.
#include "api/live/live_events.hpp"

#include <algorithm>
#include <utility>

#include "api/live/event_note.hpp"
#include "api/live/feed_place_text.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {
namespace {

constexpr int page_size = 500;
constexpr std::chrono::milliseconds first_pause(10);
constexpr std::chrono::milliseconds last_short_pause(320);

std::string message_of(const FedEvent& fed) {
  return "id: " + text_of(fed.place) + "\nevent: " + std::string(name_of(fed.event.event.stream)) +
         "\ndata: " + note_of(fed.event).dump() + "\n\n";
}

/// Without data: nobody hears it, but whoever comes back starts from here (HTML, server-sent events, "dispatch").
std::string heartbeat_at(const FeedPlace& place) { return ": \nid: " + text_of(place) + "\n\n"; }

/// Somebody may have lost what he may do.
bool changes_rights(const Event& event) {
  return event.stream == StreamKind::organisation || event.stream == StreamKind::account;
}

}  // namespace

LiveEvents::LiveEvents(const Deps& deps, Authenticate still, LiveSettings settings)
    : deps_(deps), still_(std::move(still)), settings_(settings) {}

LiveEvents::~LiveEvents() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  signal_.notify_all();
  thread_.join();
  welcome();
  for (const Listener& listener : listeners_)
    if (const auto stream = listener.stream.lock()) stream->end();
}

std::shared_ptr<Stream> LiveEvents::listen(const HttpRequest& request, const Actor& actor,
                                           const std::optional<FeedPlace>& after) {
  // Nobody is ahead of what there is: he may come from a history that was lost.
  const FeedPlace newest = deps_.notices.newest();
  const FeedPlace place = after ? std::min(*after, newest) : newest;
  auto stream = std::make_shared<Stream>();
  const std::lock_guard lock(mutex_);
  if (count_ >= settings_.most_listeners) return nullptr;
  ++count_;
  stream->send(heartbeat_at(place));
  joined_.push_back({request, actor, place, stream, true});
  if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { live(stop); });
  woken_ = true;
  signal_.notify_all();
  return stream;
}

void LiveEvents::wake() {
  if (count_ == 0) return;
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  signal_.notify_all();
}

/// What was committed may come into sight a moment later than its committer says so, when others have begun to write before it and
/// are not done yet: whoever was woken looks again soon, a few times.
void LiveEvents::live(const std::stop_token& stop) {
  beat_ = Clock::now();
  const std::chrono::milliseconds longest(settings_.look_milliseconds);
  auto pause = longest;
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      signal_.wait_for(lock, stop, pause, [this] { return woken_; });
      if (std::exchange(woken_, false)) pause = std::min(longest, first_pause);
      else pause = pause < last_short_pause ? std::min(longest, 2 * pause) : longest;
    }
    try {
      look();
    } catch (const StorageUnavailable&) {
      // The listeners stay, and are told when storage is back.
    }
  }
}

void LiveEvents::look() {
  welcome();
  while (!listeners_.empty() && advance()) {
  }
  if (Clock::now() - beat_ >= std::chrono::milliseconds(settings_.heartbeat_milliseconds)) beat();
  drop_gone();
}

void LiveEvents::welcome() {
  const std::lock_guard lock(mutex_);
  for (Listener& listener : joined_) listeners_.push_back(std::move(listener));
  joined_.clear();
}

/// Those who are furthest behind set the pace of this page; all who are as far or behind it get what is new to them, so that
/// whoever came back after days does not hold up the others for longer than a page.
bool LiveEvents::advance() {
  const auto slowest = std::ranges::min_element(listeners_, {}, &Listener::place);
  const auto page = deps_.notices.feed(slowest->place, page_size);
  if (page.empty()) return false;
  for (const FedEvent& fed : page) {
    if (changes_rights(fed.event.event))
      for (Listener& listener : listeners_) listener.verified = false;
    SeenBy seen(deps_, fed.event.event);
    for (Listener& listener : listeners_) offer(listener, fed, seen);
  }
  drop_gone();
  return true;
}

void LiveEvents::offer(Listener& listener, const FedEvent& fed, SeenBy& seen) {
  const auto stream = listener.stream.lock();
  if (!stream || stream->over() || fed.place <= listener.place) return;
  const bool parses = !fed.event.event.id.empty();
  const bool told = parses && seen(listener.actor) && may_go_on(listener, *stream);
  listener.place = fed.place;  // not before: where storage fails it is offered again
  if (told) stream->send(message_of(fed));
}

bool LiveEvents::may_go_on(Listener& listener, Stream& stream) {
  if (listener.verified) return true;
  const auto found = still_(listener.request);
  const auto* actor = std::get_if<Actor>(&found);
  if (actor == nullptr || actor->appointment != listener.actor.appointment || actor->role != listener.actor.role) {
    stream.end();
    return false;
  }
  return listener.verified = true;
}

void LiveEvents::beat() {
  beat_ = Clock::now();
  for (Listener& listener : listeners_) {
    listener.verified = false;
    const auto stream = listener.stream.lock();
    if (stream && !stream->over() && may_go_on(listener, *stream)) stream->send(heartbeat_at(listener.place));
  }
}

void LiveEvents::drop_gone() {
  const auto gone = std::erase_if(listeners_, [](const Listener& listener) {
    const auto stream = listener.stream.lock();
    return !stream || stream->over();
  });
  count_ -= gone;
}

}  // namespace vinhdanh
