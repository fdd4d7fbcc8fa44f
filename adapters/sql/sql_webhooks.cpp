// The webhooks and their deliveries of a store over SQL.
#include "adapters/sql/sql_webhooks.hpp"

#include "adapters/sql/inner.hpp"
#include "adapters/sql/statements_time.hpp"
#include "adapters/sql/statements_webhooks.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/json.hpp"
#include "engine/ports/nothing_written.hpp"

namespace vinhdanh {
namespace {

using detail::Connection;
using WebhookRow = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, std::string,
                              std::int64_t, int, std::int64_t>;
using DeliveryRow =
    std::tuple<std::string, std::string, std::string, std::int64_t, std::string, int, std::int64_t, std::string, std::string>;
using StateRow = std::tuple<std::int64_t, std::int64_t, std::optional<std::int64_t>, std::optional<std::int64_t>>;
using CursorRow = std::tuple<std::int64_t, std::int64_t>;

/// As a reader of the feed.
std::string reader_of(const std::string& webhook) { return "webhook:" + webhook; }

Webhook webhook_of(const WebhookRow& row) {
  const auto& [id, person, appointment, url, types, secret, earlier_secret, earlier_until, paused, made] = row;
  return {id,     person,         appointment,            url,         nlohmann::json::parse(types).get<std::vector<std::string>>(),
          secret, earlier_secret, Instant{earlier_until}, paused != 0, Instant{made}};
}

std::string types_of(const Webhook& it) { return nlohmann::json(it.types).dump(); }

std::string kind_of(const DeliveryKey& key) { return std::string(name_of(key.stream)); }

Delivery delivery_of(const DeliveryRow& row) {
  const auto& [webhook, stream, stream_id, n, event, attempts, due, state, why] = row;
  return {{webhook, parse_name<StreamKind>(stream).value(), stream_id, n}, event, attempts, Instant{due}, state == "dead", why};
}

std::vector<Delivery> deliveries_of(const std::vector<DeliveryRow>& rows) {
  std::vector<Delivery> found;
  for (const DeliveryRow& row : rows) found.push_back(delivery_of(row));
  return found;
}

std::optional<Instant> instant_of(const std::optional<std::int64_t>& milliseconds) {
  if (!milliseconds) return std::nullopt;
  return Instant{*milliseconds};
}

/// It no longer waits: what follows does not wait for it.
void go_on_behind(Connection& writer, const DeliveryKey& key) {
  const std::string kind = kind_of(key);
  writer.change(sql::step_forward_in_one, key.webhook, kind, key.stream_id, key.webhook, kind, key.stream_id, key.webhook);
}

/// To these streams some came that may belong before what is next.
void order_anew(Connection& writer, const std::string& webhook, const std::string& streams) {
  writer.change(sql::step_back, webhook, streams);
  writer.change(sql::step_forward, webhook, streams, webhook, webhook);
}

}  // namespace

bool SqlWebhooks::are_there() const {
  if (!seen_) seen_ = store_.inner_->read([](Connection& reader) { return reader.value<int>(sql::has_webhooks) == 1; });
  return seen_;
}

template <class F>
bool SqlWebhooks::holding(const std::string& id, F work) {
  if (!are_there()) return false;
  return store_.inner_->write(
      [&](Connection& writer) { return writer.value<int>(sql::hold_webhook, id).has_value() && work(writer); });
}

std::vector<Webhook> SqlWebhooks::webhooks() const {
  if (!are_there()) return {};
  return store_.inner_->read([](Connection& reader) {
    std::vector<Webhook> found;
    for (const WebhookRow& row : reader.rows<WebhookRow>(sql::webhooks)) found.push_back(webhook_of(row));
    return found;
  });
}

std::optional<Webhook> SqlWebhooks::webhook(const std::string& id) const {
  if (!are_there()) return std::nullopt;
  const auto row = store_.inner_->read([&](Connection& reader) { return reader.row<WebhookRow>(sql::webhook, id); });
  if (!row) return std::nullopt;
  return webhook_of(*row);
}

void SqlWebhooks::add_webhook(const Webhook& it, const FeedPlace& after) {
  if (!are_there()) throw NothingWritten("the database has no webhooks yet: run `vinhdanh migrate` first");
  store_.inner_->write([&](Connection& writer) {
    writer.change(sql::add_cursor, reader_of(it.id), after.transaction, after.seq);
    return writer.change(sql::add_webhook, it.id, it.person, it.appointment, it.url, types_of(it), it.secret, it.earlier_secret,
                         it.earlier_until.milliseconds, it.paused, it.made.milliseconds);
  });
}

bool SqlWebhooks::change_webhook(const Webhook& it) {
  return holding(it.id, [&](Connection& writer) {
    writer.change(sql::change_webhook, it.person, it.appointment, it.url, types_of(it), it.secret, it.earlier_secret,
                  it.earlier_until.milliseconds, it.paused, it.made.milliseconds, it.id);
    if (it.paused) writer.change(sql::all_step_back, it.id);
    else writer.change(sql::all_step_forward, it.id, it.id);
    return true;
  });
}

bool SqlWebhooks::drop_webhook(const std::string& id) {
  return holding(id, [&](Connection& writer) {
    writer.change(sql::drop_deliveries, id);
    writer.change(sql::drop_cursor, reader_of(id));
    return writer.change(sql::drop_webhook, id) > 0;
  });
}

WebhookState SqlWebhooks::webhook_state(const std::string& id) const {
  if (!are_there()) return {};
  const auto row = store_.inner_->read([&](Connection& reader) { return reader.row<StateRow>(sql::webhook_state, id, id, id); });
  if (!row) return {};
  const auto& [all, dead, last_delivered, last_failed] = *row;
  return {all - dead, dead, instant_of(last_delivered), instant_of(last_failed)};
}

FeedPlace SqlWebhooks::webhook_place(const std::string& id) const {
  const auto row =
      store_.inner_->read([&](Connection& reader) { return reader.row<CursorRow>(sql::cursor, reader_of(id)); });
  return row ? FeedPlace{std::get<0>(*row), std::get<1>(*row)} : FeedPlace{};
}

bool SqlWebhooks::put_deliveries(const std::string& webhook, std::span<const Delivery> deliveries, const FeedPlace& from,
                                 const FeedPlace& to) {
  auto rows = nlohmann::json::array();
  auto streams = nlohmann::json::array();
  for (const Delivery& it : deliveries) {
    rows.push_back({kind_of(it.key), it.key.stream_id, it.key.n, it.event, it.due.milliseconds});
    streams.push_back({kind_of(it.key), it.key.stream_id});
  }
  return holding(webhook, [&](Connection& writer) {
    if (writer.change(sql::move_cursor, to.transaction, to.seq, reader_of(webhook), from.transaction, from.seq) == 0) return false;
    if (rows.empty()) return true;
    writer.change(sql::put_deliveries, webhook, rows.dump());
    order_anew(writer, webhook, streams.dump());
    return true;
  });
}

bool SqlWebhooks::replay_webhook(const std::string& id, const FeedPlace& after) {
  return holding(id, [&](Connection& writer) {
    writer.change(sql::move_cursor_back, after.transaction, after.seq, reader_of(id), after.transaction, after.seq);
    return true;
  });
}

std::vector<Delivery> SqlWebhooks::take_deliveries(Instant now, Instant lease_until, int limit,
                                                   std::span<const std::string> left_alone) {
  // Most of the time nothing is due: that is seen without a write.
  const std::int64_t at = now.milliseconds;
  const std::string without = nlohmann::json(std::vector(left_alone.begin(), left_alone.end())).dump();
  const auto is_due = are_there() && store_.inner_->read([&](Connection& reader) {
    return reader.value<int>(sql::is_delivery_due, at, at, without, at).has_value();
  });
  if (!is_due) return {};
  return store_.inner_->write([&](Connection& writer) {
    auto taken = deliveries_of(writer.rows<DeliveryRow>(sql::take_deliveries, at, at, without, at, limit));
    auto streams = nlohmann::json::array();
    for (Delivery& it : taken) {
      streams.push_back({it.key.webhook, kind_of(it.key), it.key.stream_id});
      ++it.attempts;
    }
    writer.change(sql::lease_deliveries, lease_until.milliseconds, streams.dump());
    return taken;
  });
}

void SqlWebhooks::delivered(const DeliveryKey& key, const std::optional<Instant>& at) {
  holding(key.webhook, [&](Connection& writer) {
    if (at) writer.change(sql::webhook_delivered, at->milliseconds, at->milliseconds, key.webhook);
    if (writer.change(sql::drop_delivery, key.webhook, kind_of(key), key.stream_id, key.n) > 0) go_on_behind(writer, key);
    return true;
  });
}

void SqlWebhooks::not_delivered(const DeliveryKey& key, Instant at, const std::optional<Instant>& retry, const std::string& why) {
  holding(key.webhook, [&](Connection& writer) {
    writer.change(sql::webhook_failed, at.milliseconds, at.milliseconds, key.webhook);
    if (retry) {
      writer.change(sql::delivery_again, retry->milliseconds, why, key.webhook, kind_of(key), key.stream_id, key.n);
    } else {
      writer.change(sql::delivery_dead, why, key.webhook, kind_of(key), key.stream_id, key.n);
      go_on_behind(writer, key);
    }
    return true;
  });
}

std::vector<Delivery> SqlWebhooks::dead_deliveries(const std::string& webhook, const std::optional<DeliveryKey>& after,
                                                   int limit) const {
  if (!are_there()) return {};
  // The name of a stream's kind is never empty.
  const std::string kind = after ? kind_of(*after) : "";
  const DeliveryKey last = after.value_or(DeliveryKey{});
  return deliveries_of(store_.inner_->read([&](Connection& reader) {
    return reader.rows<DeliveryRow>(sql::dead_deliveries, webhook, kind, last.stream_id, last.n, limit);
  }));
}

bool SqlWebhooks::revive_delivery(const DeliveryKey& key, Instant now) {
  return holding(key.webhook, [&](Connection& writer) {
    if (writer.change(sql::revive_delivery, now.milliseconds, key.webhook, kind_of(key), key.stream_id, key.n) == 0) return false;
    auto streams = nlohmann::json::array();
    streams.push_back({kind_of(key), key.stream_id});
    order_anew(writer, key.webhook, streams.dump());
    return true;
  });
}

}  // namespace vinhdanh
