-- Long work that people asked for: its row says how far it has come; its files are blobs beside the papers, and go with it.

CREATE TABLE job (
  id          TEXT NOT NULL PRIMARY KEY,
  kind        TEXT NOT NULL,
  person      TEXT NOT NULL,
  appointment TEXT NOT NULL,
  subject     TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'done', 'failed', 'cancelled')),
  phase       TEXT NOT NULL,
  done        INTEGER NOT NULL CHECK (done >= 0),
  total       INTEGER NOT NULL CHECK (total >= 0),
  made        INTEGER NOT NULL,
  started     INTEGER,
  ended       INTEGER,
  expires     INTEGER NOT NULL,
  leased      INTEGER NOT NULL,
  attempts    INTEGER NOT NULL CHECK (attempts >= 0),
  version     INTEGER NOT NULL CHECK (version >= 0),
  body        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX job_taken ON job (made, id) WHERE state IN ('waiting', 'running');
CREATE INDEX job_of ON job (appointment, made, id);
CREATE INDEX job_expired ON job (expires);
