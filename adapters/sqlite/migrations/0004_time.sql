-- Duty tasks, notices to persons and their e-mails, and how far each reader of the events has come.

CREATE TABLE duty (
  id      TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 0),
  plan    TEXT NOT NULL,
  duty    TEXT NOT NULL,
  unit    TEXT NOT NULL,
  due_day INTEGER NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('open', 'done')),
  body    TEXT NOT NULL,
  UNIQUE (plan, duty, unit, due_day)
) STRICT;
CREATE INDEX duty_due ON duty (due_day, id);
CREATE INDEX duty_unit ON duty (unit, due_day, id);

-- The same occurrence is told to a person once, whatever restarts.
CREATE TABLE notice (
  id        TEXT NOT NULL PRIMARY KEY,
  key       TEXT NOT NULL,
  person    TEXT NOT NULL,
  kind      TEXT NOT NULL,
  stream    TEXT NOT NULL,
  stream_id TEXT NOT NULL,
  at        INTEGER NOT NULL,
  details   TEXT NOT NULL,
  mail      INTEGER NOT NULL CHECK (mail IN (0, 1)),
  read      INTEGER,
  UNIQUE (person, key)
) STRICT;
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_unread ON notice (person, id) WHERE read IS NULL;

CREATE TABLE mail (
  notice   TEXT NOT NULL PRIMARY KEY REFERENCES notice (id),
  state    TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up')),
  due      INTEGER NOT NULL,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  at       INTEGER,
  why      TEXT
) STRICT;
CREATE INDEX mail_waiting ON mail (due, notice) WHERE state = 'waiting';

CREATE TRIGGER sent_mail_is_not_sent_again BEFORE UPDATE ON mail WHEN old.state = 'sent' AND new.state <> 'sent'
BEGIN SELECT RAISE(ABORT, 'an e-mail that was accepted is not sent again'); END;

CREATE TABLE feed_cursor (
  reader TEXT NOT NULL PRIMARY KEY,
  seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened before there were notices is told to nobody.
INSERT INTO feed_cursor (reader, seq) SELECT 'notices', max(seq) FROM events HAVING max(seq) IS NOT NULL;
