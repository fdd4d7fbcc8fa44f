// Sending again: what is dead, and what was before.
#include <charconv>
#include <variant>

#include "api/desk/audit/access_log.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/query.hpp"
#include "api/live/feed_place_text.hpp"
#include "api/webhooks/handlers.hpp"
#include "api/webhooks/own_webhook.hpp"
#include "api/webhooks/place_at.hpp"

namespace vinhdanh {
namespace {

constexpr int revived_at_once = 200;
constexpr int revived_by_one_request = 10'000;
constexpr std::size_t longest_place_text = 50;

struct ReplayBody {
  std::optional<std::string> after;
  std::optional<Instant> since;
  VINHDANH_MEMBERS(after, since)
};

struct RetryBody {
  bool all = false;
  std::optional<StreamKind> stream;
  std::string id;
  std::optional<std::int64_t> n;
  VINHDANH_MEMBERS(all, stream, id, n)
};

Json dead_json(const Delivery& delivery) {
  return {{"event", delivery.event},
          {"stream", name_of(delivery.key.stream)},
          {"id", delivery.key.stream_id},
          {"n", delivery.key.n},
          {"attempts", delivery.attempts},
          {"why", delivery.why}};
}

/// "dossier/ID/12", the sort key of a page.
std::string text_of(const DeliveryKey& key) {
  return std::string(name_of(key.stream)) + "/" + key.stream_id + "/" + std::to_string(key.n);
}

/// A cursor holds what `text_of` made.
std::optional<DeliveryKey> key_in(const std::string& webhook, const std::string& text) {
  const auto first = text.find('/');
  const auto last = text.rfind('/');
  if (first == std::string::npos || first == last) return std::nullopt;
  const auto stream = parse_name<StreamKind>(text.substr(0, first));
  if (!stream) return std::nullopt;
  DeliveryKey key{webhook, *stream, text.substr(first + 1, last - first - 1), 0};
  std::from_chars(text.data() + last + 1, text.data() + text.size(), key.n);
  return key;
}

/// A page's dead ones wait anew in one transaction; nobody's place moves. Nothing when the place was moved meanwhile.
std::optional<int> revive_page(const Deps& deps, const std::string& webhook) {
  const FeedPlace place = deps.webhooks.webhook_place(webhook);
  auto dead = deps.webhooks.dead_deliveries(webhook, std::nullopt, revived_at_once);
  if (dead.empty()) return 0;
  for (Delivery& it : dead) it.due = deps.clock.system_now();
  if (!deps.webhooks.put_deliveries(webhook, dead, place, place)) return std::nullopt;
  return static_cast<int>(dead.size());
}

int revive_all(const Deps& deps, const std::string& webhook) {
  constexpr int most_misses = 20;
  int revived = 0;
  for (int misses = 0; misses < most_misses && revived < revived_by_one_request;) {
    const auto some = revive_page(deps, webhook);
    if (some == 0) break;
    if (some) revived += *some;
    else ++misses;
  }
  return revived;
}

std::vector<ProblemError> faults_of(const RetryBody& body) {
  std::vector<ProblemError> faults;
  const bool names_one = body.stream || !body.id.empty() || body.n;
  if (body.all && names_one) faults.push_back(unknown_value("/all"));
  if (body.all) return faults;
  if (!body.stream) faults.push_back(missing_value("/stream"));
  if (body.id.empty()) faults.push_back(missing_value("/id"));
  if (!body.n) faults.push_back(missing_value("/n"));
  return faults;
}

/// The place that the body means, or what is wrong with it.
std::variant<FeedPlace, ProblemError> place_of(const Deps& deps, const ReplayBody& body) {
  if (body.after && body.since) return unknown_value("/since");
  if (body.since) return place_before(deps.notices, *body.since);
  if (!body.after) return missing_value("/after");
  const auto place = body.after->size() <= longest_place_text ? feed_place_in(*body.after) : std::nullopt;
  if (!place) return unknown_value("/after");
  return *place;
}

HttpResponse try_replaying(WebhookRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return std::move(webhook.response());
  auto body = read_body<ReplayBody>(request);
  if (!body) return std::move(body.response());
  const auto place = place_of(runs.deps(), *body);
  if (const auto* fault = std::get_if<ProblemError>(&place)) return invalid(request, {*fault});
  note_exported(runs.deps(), request, "/v1/webhooks/{id}/actions/replay", actor, webhook->id);
  if (!runs.deps().webhooks.replay_webhook(webhook->id, std::get<FeedPlace>(place))) return not_found(request);
  runs.replayed(webhook->id);
  return json_response(200, webhook_json(runs, *webhook, actor));
}

HttpResponse try_retrying(WebhookRuns& runs, const HttpRequest& request, const Actor& actor) {
  const Deps& deps = runs.deps();
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return std::move(webhook.response());
  auto body = read_body<RetryBody>(request);
  if (!body) return std::move(body.response());
  if (auto faults = faults_of(*body); !faults.empty()) return invalid(request, std::move(faults));
  note_exported(runs.deps(), request, "/v1/webhooks/{id}/dead/retry", actor, webhook->id);
  int revived = 0;
  if (body->all) revived = revive_all(deps, webhook->id);
  else revived = deps.webhooks.revive_delivery({webhook->id, *body->stream, body->id, *body->n}, deps.clock.system_now()) ? 1 : 0;
  runs.changed(webhook->id);
  return json_response(200, {{"retried", revived}, {"dead", deps.webhooks.webhook_state(webhook->id).dead}});
}

}  // namespace

void list_dead(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  const Deps& deps = runs.deps();
  QueryReader query(request);
  const auto page = query.page(deps.store, actor);
  if (auto fault = query.end()) return respond(std::move(*fault));
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return respond(std::move(webhook.response()));
  auto found = deps.webhooks.dead_deliveries(webhook->id, key_in(webhook->id, page.after), page.limit + 1);
  std::optional<std::string> last;
  if (found.size() > static_cast<std::size_t>(page.limit)) {
    found.pop_back();
    last = text_of(found.back().key);
  }
  auto items = Json::array();
  for (const Delivery& delivery : found) items.push_back(dead_json(delivery));
  respond(json_response(200, page_body(deps.store, request, actor, std::move(items), last)));
}

void retry_dead(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(try_retrying(runs, request, actor));
}

void replay_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(try_replaying(runs, request, actor));
}

}  // namespace vinhdanh
