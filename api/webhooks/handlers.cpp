// Making, showing, changing and trying out one's webhooks.
#include "api/webhooks/handlers.hpp"

#include <algorithm>

#include "adapters/webhooks/signature.hpp"
#include "api/desk/audit/access_log.hpp"
#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/idempotency.hpp"
#include "api/desk/request/query.hpp"
#include "api/webhooks/own_webhook.hpp"
#include "engine/codec/event_types.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t most_types = 100;
constexpr std::int64_t earlier_secret_signs = 24LL * 3'600'000;

struct WebhookBody {
  std::string url;
  std::vector<std::string> types;
  VINHDANH_MEMBERS(url, types)
};

struct RotateBody {
  bool at_once = false;
  VINHDANH_MEMBERS(at_once)
};

ProblemError not_listed() {
  return {"/url", "target_not_listed", "Người vận hành chưa cho phép gửi đến máy chủ này.",
          "The operator has not listed this host as one that webhooks may go to."};
}

ProblemError not_a_url() {
  return {"/url", "not_an_address", "Cần một địa chỉ https đầy đủ, không kèm tên người dùng, mật khẩu hay dấu #.",
          "It must be an absolute https address without user, password and fragment."};
}

/// Types come sorted and once.
std::vector<ProblemError> faults_of(const WebhookRuns& runs, WebhookBody& body) {
  std::vector<ProblemError> faults;
  if (!is_webhook_url(body.url)) faults.push_back(not_a_url());
  else if (!runs.is_listed(body.url)) faults.push_back(not_listed());
  if (body.types.size() > most_types) faults.push_back(too_long("/types", most_types));
  for (std::size_t i = 0; i < body.types.size(); ++i) {
    if (!is_event_type(body.types[i])) faults.push_back(unknown_value("/types/" + std::to_string(i)));
  }
  std::ranges::sort(body.types);
  body.types.erase(std::ranges::unique(body.types).begin(), body.types.end());
  return faults;
}

HttpResponse shown_with_secret(const WebhookRuns& runs, int status, const Webhook& webhook, const Actor& actor) {
  Json json = webhook_json(runs, webhook, actor);
  json["secret"] = webhook.secret;
  auto response = json_response(status, json);
  if (status == 201) response.set("Location", "/v1/webhooks/" + webhook.id);
  return response;
}

/// What an earlier request with this key made: again for as long as other answers are kept, if it asked for the same.
HttpResponse made_before(const WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Webhook& known,
                         const WebhookBody& body) {
  const bool kept = runs.deps().clock.system_now().milliseconds - known.made.milliseconds < kAnswersKept;
  if (!kept || known.url != body.url || known.types != body.types) return problem(request, "idempotency_key_reused");
  auto response = shown_with_secret(runs, 201, known, actor);
  response.set("Idempotency-Replayed", "true");
  return response;
}

HttpResponse try_making(WebhookRuns& runs, const HttpRequest& request, const Actor& actor) {
  const Deps& deps = runs.deps();
  if (auto fault = check_key(request)) return std::move(*fault);
  if (!runs.on()) return problem(request, "webhooks_off");
  auto body = read_body<WebhookBody>(request);
  if (!body) return std::move(body.response());
  if (auto faults = faults_of(runs, *body); !faults.empty()) return invalid(request, std::move(faults));
  const std::string id = id_of_key("webhook", request, actor);
  const std::lock_guard lock(runs.making());
  if (const auto known = deps.webhooks.webhook(id)) return made_before(runs, request, actor, *known, *body);
  const auto all = deps.webhooks.webhooks();
  if (std::ranges::count(all, actor.appointment, &Webhook::appointment) >= static_cast<std::ptrdiff_t>(kMostWebhooks))
    return problem(request, "too_many_webhooks");
  Webhook webhook;
  webhook.id = id;
  webhook.person = actor.person;
  webhook.appointment = actor.appointment;
  webhook.url = body->url;
  webhook.types = body->types;
  webhook.secret = new_webhook_secret();
  webhook.made = deps.clock.system_now();
  note_exported(runs.deps(), request, "/v1/webhooks", actor, id);
  deps.webhooks.add_webhook(webhook, deps.notices.newest());
  runs.changed(id);
  return shown_with_secret(runs, 201, webhook, actor);
}

/// Changes what is there as `change` says; another request may have deleted it.
template <class Change>
HttpResponse changed_by(WebhookRuns& runs, const HttpRequest& request, const char* route, const Actor& actor, Webhook webhook,
                        Change change) {
  change(webhook);
  note_exported(runs.deps(), request, route, actor, webhook.id);
  if (!runs.deps().webhooks.change_webhook(webhook)) return not_found(request);
  runs.changed(webhook.id);
  return json_response(200, webhook_json(runs, webhook, actor));
}

HttpResponse with_pause(WebhookRuns& runs, const HttpRequest& request, const char* route, const Actor& actor, bool paused) {
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return std::move(webhook.response());
  auto body = read_body<NoBody>(request);
  if (!body) return std::move(body.response());
  return changed_by(runs, request, route, actor, std::move(*webhook), [&](Webhook& it) { it.paused = paused; });
}

HttpResponse try_putting(WebhookRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return std::move(webhook.response());
  auto body = read_body<WebhookBody>(request);
  if (!body) return std::move(body.response());
  if (auto faults = faults_of(runs, *body); !faults.empty()) return invalid(request, std::move(faults));
  return changed_by(runs, request, "/v1/webhooks/{id}", actor, std::move(*webhook), [&](Webhook& it) {
    it.url = body->url;
    it.types = body->types;
  });
}

HttpResponse try_rotating(WebhookRuns& runs, const HttpRequest& request, const Actor& actor) {
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return std::move(webhook.response());
  auto body = read_body<RotateBody>(request);
  if (!body) return std::move(body.response());
  const Instant now = runs.deps().clock.system_now();
  const auto rotate = [&](Webhook& it) {
    const bool still_signs = !it.earlier_secret.empty() && now < it.earlier_until;
    if (!still_signs) {
      it.earlier_secret = it.secret;
      it.earlier_until = {now.milliseconds + earlier_secret_signs};
    }
    if (body->at_once) it.earlier_secret.clear();
    it.secret = new_webhook_secret();
    *webhook = it;
  };
  auto response = changed_by(runs, request, "/v1/webhooks/{id}/actions/rotate-secret", actor, *webhook, rotate);
  return response.status == 200 ? shown_with_secret(runs, 200, *webhook, actor) : std::move(response);
}

HttpResponse outcome_of(const Posted& posted) {
  const bool delivered = posted.status / 100 == 2;
  Json json{{"delivered", delivered}};
  if (posted.status != 0) json["status"] = posted.status;
  if (!delivered) json["why"] = why_not(posted);
  return json_response(200, json);
}

}  // namespace

void list_webhooks(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  const Deps& deps = runs.deps();
  QueryReader query(request);
  const auto page = query.page(deps.store, actor);
  if (auto fault = query.end()) return respond(std::move(*fault));
  auto items = Json::array();
  std::optional<std::string> last;
  for (const Webhook& webhook : deps.webhooks.webhooks()) {
    if (webhook.id <= page.after || !may_see(actor, webhook)) continue;
    if (items.size() == static_cast<std::size_t>(page.limit)) {
      last = items.back()["id"].get<std::string>();
      break;
    }
    items.push_back(webhook_json(runs, webhook, actor));
  }
  NameList names;
  names.note(items);
  auto body = page_body(deps.store, request, actor, std::move(items), last);
  body["names"] = names.json(deps, today(deps));
  respond(json_response(200, body));
}

void make_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(try_making(runs, request, actor));
}

void show_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  if (auto fault = QueryReader(request).end()) return respond(std::move(*fault));
  auto webhook = own_webhook(runs, request, actor);
  respond(webhook ? json_response(200, webhook_json(runs, *webhook, actor)) : std::move(webhook.response()));
}

void put_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(try_putting(runs, request, actor));
}

void delete_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return respond(std::move(webhook.response()));
  note_exported(runs.deps(), request, "/v1/webhooks/{id}", actor, webhook->id);
  if (!runs.deps().webhooks.drop_webhook(webhook->id)) return respond(not_found(request));
  respond(json_response(200, {{"id", webhook->id}, {"deleted", true}}));
}

void pause_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(with_pause(runs, request, "/v1/webhooks/{id}/actions/pause", actor, true));
}

void resume_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(with_pause(runs, request, "/v1/webhooks/{id}/actions/resume", actor, false));
}

void rotate_secret(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  respond(try_rotating(runs, request, actor));
}

void ping_webhook(WebhookRuns& runs, const HttpRequest& request, const Actor& actor, const Respond& respond) {
  auto webhook = own_webhook(runs, request, actor);
  if (!webhook) return respond(std::move(webhook.response()));
  auto body = read_body<NoBody>(request);
  if (!body) return respond(std::move(body.response()));
  if (!runs.on()) return respond(problem(request, "webhooks_off"));
  if (const int seconds = runs.wait_for_ping(actor.person); seconds > 0) return respond(rate_limited(request, seconds));
  const bool begun = runs.ping(*webhook, [&runs, respond, id = webhook->id](const Posted& posted) {
    if (posted.status / 100 == 2) runs.changed(id);
    respond(outcome_of(posted));
  });
  if (!begun) respond(problem(request, "overloaded"));
}

}  // namespace vinhdanh
