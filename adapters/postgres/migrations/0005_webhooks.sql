-- Webhooks and what waits for them. How far into the feed deliveries were made for one is a row of feed_cursor, `webhook:<id>`.

CREATE TABLE webhook (
  id             plain NOT NULL PRIMARY KEY,
  person         plain NOT NULL,
  appointment    plain NOT NULL,
  url            plain NOT NULL,
  types          plain NOT NULL,
  secret         plain NOT NULL,
  earlier_secret plain NOT NULL,
  earlier_until  bigint NOT NULL,
  paused         bigint NOT NULL CHECK (paused IN (0, 1)),
  made           bigint NOT NULL,
  last_delivered bigint,
  last_failed    bigint
);

-- Of each webhook and stream the first that waits is `next`, unless the webhook is paused, and the others are `behind` it. Only
-- what is `next` may be taken; so an index finds it among any number that wait. Dead ones are in nobody's way.
CREATE TABLE webhook_delivery (
  webhook   plain NOT NULL REFERENCES webhook (id),
  stream    plain NOT NULL,
  stream_id plain NOT NULL,
  n         bigint NOT NULL CHECK (n >= 0),
  event     plain NOT NULL,
  state     plain NOT NULL CHECK (state IN ('next', 'behind', 'dead')),
  due       bigint NOT NULL,
  leased    bigint NOT NULL,
  attempts  bigint NOT NULL CHECK (attempts >= 0),
  why       plain NOT NULL,
  PRIMARY KEY (webhook, stream, stream_id, n)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (due, webhook, stream, stream_id, n) WHERE state = 'next';
CREATE UNIQUE INDEX webhook_delivery_next ON webhook_delivery (webhook, stream, stream_id) WHERE state = 'next';
CREATE INDEX webhook_delivery_dead ON webhook_delivery (webhook, stream, stream_id, n) WHERE state = 'dead';
-- One that was taken when an earlier one came before it, in a replay.
CREATE INDEX webhook_delivery_overtaken ON webhook_delivery (webhook, stream, stream_id) WHERE state = 'behind' AND leased > 0;
