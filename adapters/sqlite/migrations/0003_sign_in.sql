-- How people prove who they are. Passwords are argon2id strings; of a session's token only the hash is here.

CREATE TABLE credential (
  person         TEXT NOT NULL PRIMARY KEY,
  password       TEXT NOT NULL CHECK (password LIKE '$argon2id$%'),
  must_change    INTEGER NOT NULL CHECK (must_change IN (0, 1)),
  totp_secret    TEXT,
  totp_confirmed INTEGER NOT NULL CHECK (totp_confirmed IN (0, 1)),
  totp_step      INTEGER NOT NULL,
  CHECK (totp_confirmed = 0 OR totp_secret IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- A session that was ended stays until it expires, so that nobody who still holds a copy brings it back.
CREATE TABLE session (
  sha256        TEXT NOT NULL PRIMARY KEY,
  id            TEXT NOT NULL,
  person        TEXT NOT NULL,
  appointment   TEXT,
  second_factor INTEGER NOT NULL CHECK (second_factor IN (0, 1)),
  created       INTEGER NOT NULL,
  seen          INTEGER NOT NULL,
  expires       INTEGER NOT NULL,
  address       TEXT NOT NULL,
  agent         TEXT NOT NULL,
  ended         INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session (person, id);
CREATE INDEX session_expires ON session (expires);

CREATE TRIGGER ended_sessions_stay_ended BEFORE UPDATE ON session WHEN old.ended = 1 AND new.ended = 0
BEGIN SELECT RAISE(ABORT, 'a session that was ended stays ended'); END;

ALTER TABLE appointment ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));
