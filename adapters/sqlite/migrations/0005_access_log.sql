-- The access log: who was denied, who read marked data, who exported, who signed in. Alike rows of one minute are one, with a
-- count. Rows are kept until an operator has them deleted up to a day, which stays on record.

CREATE TABLE access_log (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  at          INTEGER NOT NULL,
  minute      INTEGER NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('denied', 'marked_read', 'exported', 'signed_in', 'sign_in_failed', 'signed_out')),
  who         TEXT NOT NULL,
  person      TEXT,
  appointment TEXT,
  office      TEXT,
  address     TEXT NOT NULL,
  method      TEXT NOT NULL,
  route       TEXT NOT NULL,
  target      TEXT NOT NULL,
  status      INTEGER NOT NULL,
  code        TEXT NOT NULL,
  request_id  TEXT NOT NULL,
  count       INTEGER NOT NULL CHECK (count >= 1),
  UNIQUE (minute, kind, who, method, route, target, code)
) STRICT;
CREATE INDEX access_log_person ON access_log (person, seq) WHERE person IS NOT NULL;
CREATE INDEX access_log_kind ON access_log (kind, seq);

CREATE TRIGGER access_log_only_counts_up BEFORE UPDATE ON access_log
WHEN new.count <= old.count OR (new.seq, new.at, new.minute, new.kind, new.who, new.person, new.appointment, new.office, new.address,
                                new.method, new.route, new.target, new.status, new.code, new.request_id)
                        IS NOT (old.seq, old.at, old.minute, old.kind, old.who, old.person, old.appointment, old.office, old.address,
                                old.method, old.route, old.target, old.status, old.code, old.request_id)
BEGIN SELECT RAISE(ABORT, 'the access log is not changed'); END;
CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
WHEN old.at >= coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'access_log_kept_from'), 0)
BEGIN SELECT RAISE(ABORT, 'the access log is kept from the day on record'); END;
CREATE TRIGGER access_log_kept_from_moves_forward BEFORE UPDATE ON meta
WHEN old.name = 'access_log_kept_from' AND CAST(new.value AS INTEGER) < CAST(old.value AS INTEGER)
BEGIN SELECT RAISE(ABORT, 'what was deleted stays on record'); END;
