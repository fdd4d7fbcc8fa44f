-- Webhooks and what waits for them. How far into the feed deliveries were made for one is a row of feed_cursor, `webhook:<id>`.

CREATE TABLE webhook (
  id             TEXT NOT NULL PRIMARY KEY,
  person         TEXT NOT NULL,
  appointment    TEXT NOT NULL,
  url            TEXT NOT NULL,
  types          TEXT NOT NULL,
  secret         TEXT NOT NULL,
  earlier_secret TEXT NOT NULL,
  earlier_until  INTEGER NOT NULL,
  paused         INTEGER NOT NULL CHECK (paused IN (0, 1)),
  made           INTEGER NOT NULL,
  last_delivered INTEGER,
  last_failed    INTEGER
) STRICT, WITHOUT ROWID;

-- Of each webhook and stream the first that waits is `next`, unless the webhook is paused, and the others are `behind` it. Only
-- what is `next` may be taken; so an index finds it among any number that wait. Dead ones are in nobody's way.
CREATE TABLE webhook_delivery (
  webhook   TEXT NOT NULL REFERENCES webhook (id),
  stream    TEXT NOT NULL,
  stream_id TEXT NOT NULL,
  n         INTEGER NOT NULL CHECK (n >= 0),
  event     TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('next', 'behind', 'dead')),
  due       INTEGER NOT NULL,
  leased    INTEGER NOT NULL,
  attempts  INTEGER NOT NULL CHECK (attempts >= 0),
  why       TEXT NOT NULL,
  PRIMARY KEY (webhook, stream, stream_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_delivery_due ON webhook_delivery (due, webhook, stream, stream_id, n) WHERE state = 'next';
CREATE UNIQUE INDEX webhook_delivery_next ON webhook_delivery (webhook, stream, stream_id) WHERE state = 'next';
CREATE INDEX webhook_delivery_dead ON webhook_delivery (webhook, stream, stream_id, n) WHERE state = 'dead';
-- One that was taken when an earlier one came before it, in a replay.
CREATE INDEX webhook_delivery_overtaken ON webhook_delivery (webhook, stream, stream_id) WHERE state = 'behind' AND leased > 0;
