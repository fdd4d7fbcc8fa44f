-- The first schema: events and their heads, snapshots with the columns that queries need, ledgers, people, definitions.
-- The checks and triggers repeat the program's promises, so that a fault in it cannot break them.

CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER meta_keeps_identity BEFORE UPDATE ON meta WHEN old.name IN ('instance', 'demo')
BEGIN SELECT RAISE(ABORT, 'the instance id and the demo mark are for ever'); END;
CREATE TRIGGER meta_keeps_rows BEFORE DELETE ON meta WHEN old.name IN ('instance', 'demo', 'schema_version')
BEGIN SELECT RAISE(ABORT, 'the instance id and the demo mark are for ever'); END;

CREATE TABLE events (
  seq   INTEGER PRIMARY KEY,
  kind  TEXT NOT NULL CHECK (kind IN ('dossier', 'submission', 'occasion', 'decision', 'quota', 'organisation', 'account',
                                      'definition', 'meeting', 'duty')),
  id    TEXT NOT NULL,
  n     INTEGER NOT NULL CHECK (n >= 0),
  hash  TEXT NOT NULL,
  bytes TEXT NOT NULL,
  type  TEXT NOT NULL,
  at    INTEGER NOT NULL,
  UNIQUE (kind, id, n)
) STRICT;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TABLE stream_head (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  n    INTEGER NOT NULL CHECK (n >= 0),
  hash TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER heads_only_move_forward BEFORE UPDATE ON stream_head WHEN new.n <= old.n
BEGIN SELECT RAISE(ABORT, 'a stream only grows'); END;
CREATE TRIGGER heads_are_not_deleted BEFORE DELETE ON stream_head
BEGIN SELECT RAISE(ABORT, 'a stream only grows'); END;

CREATE TABLE occasion (
  id           TEXT NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 0),
  plan         TEXT NOT NULL,
  territory    TEXT NOT NULL,
  open         INTEGER NOT NULL CHECK (open IN (0, 1)),
  external_ref TEXT,
  body         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX occasion_external_ref ON occasion (territory, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX occasion_plan ON occasion (plan, id);

CREATE TABLE submission (
  id           TEXT NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 0),
  occasion     TEXT NOT NULL REFERENCES occasion (id),
  unit         TEXT NOT NULL,
  external_ref TEXT,
  body         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX submission_external_ref ON submission (unit, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX submission_occasion ON submission (occasion, id);
CREATE INDEX submission_unit ON submission (unit, id);

CREATE TABLE decision (
  id           TEXT NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 0),
  authority    TEXT NOT NULL,
  occasion     TEXT NOT NULL REFERENCES occasion (id),
  state        TEXT NOT NULL CHECK (state IN ('open', 'signed', 'numbered')),
  external_ref TEXT,
  body         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX decision_external_ref ON decision (authority, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX decision_occasion ON decision (occasion, id);
CREATE INDEX decision_authority ON decision (authority, id);

CREATE TABLE dossier (
  id             TEXT NOT NULL PRIMARY KEY,
  version        INTEGER NOT NULL CHECK (version >= 0),
  code           TEXT NOT NULL,
  submission     TEXT NOT NULL REFERENCES submission (id),
  occasion       TEXT NOT NULL REFERENCES occasion (id),
  plan           TEXT NOT NULL,
  unit           TEXT NOT NULL,
  territory      TEXT NOT NULL,
  form           TEXT NOT NULL,
  phase          TEXT NOT NULL CHECK (phase IN ('drafting', 'awaiting_receipt', 'under_review', 'proposed', 'returned',
                                                'decided', 'signed', 'awarded', 'not_awarded', 'ineligible', 'withdrawn',
                                                'lapsed')),
  stage          TEXT,
  external_ref   TEXT,
  decision       TEXT,
  nominee_person TEXT,
  nominee_office TEXT,
  body           TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dossier_external_ref ON dossier (unit, external_ref) WHERE external_ref IS NOT NULL;
CREATE UNIQUE INDEX dossier_code ON dossier (code);
CREATE INDEX dossier_submission ON dossier (submission, id);
CREATE INDEX dossier_occasion ON dossier (occasion, id);
CREATE INDEX dossier_unit ON dossier (unit, id);
CREATE INDEX dossier_place ON dossier (plan, stage, id);
CREATE INDEX dossier_decision ON dossier (decision, id) WHERE decision IS NOT NULL;
CREATE INDEX dossier_nominee_person ON dossier (nominee_person, id) WHERE nominee_person IS NOT NULL;
CREATE INDEX dossier_nominee_office ON dossier (nominee_office, id) WHERE nominee_office IS NOT NULL;

-- Where a plan blocks a second nomination, the one that stands: from its sending until it comes to nothing.
CREATE TABLE nomination (
  dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
  key     TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE workspace (
  dossier TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE quota (
  key      TEXT NOT NULL PRIMARY KEY,
  lim      INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  consumed INTEGER NOT NULL,
  CHECK (reserved >= 0 AND consumed >= 0 AND reserved + consumed <= lim)
) STRICT, WITHOUT ROWID;

CREATE TABLE quota_holder (
  key     TEXT NOT NULL REFERENCES quota (key),
  dossier TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('reserved', 'consumed')),
  PRIMARY KEY (key, dossier)
) STRICT, WITHOUT ROWID;

CREATE TABLE register (
  authority TEXT NOT NULL,
  year      INTEGER NOT NULL,
  number    TEXT NOT NULL,
  decision  TEXT NOT NULL,
  UNIQUE (authority, year, number)
) STRICT;

CREATE TRIGGER register_is_not_changed BEFORE UPDATE ON register
BEGIN SELECT RAISE(ABORT, 'a number once given stays given'); END;
CREATE TRIGGER register_is_not_deleted BEFORE DELETE ON register
BEGIN SELECT RAISE(ABORT, 'a number once given stays given'); END;

CREATE TABLE kept_answer (
  principal   TEXT NOT NULL,
  key         TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status      INTEGER NOT NULL CHECK (status BETWEEN 200 AND 599),
  headers     TEXT NOT NULL,
  body        TEXT NOT NULL,
  receipts    TEXT NOT NULL,
  expires     INTEGER NOT NULL,
  UNIQUE (principal, key)
) STRICT;
CREATE INDEX kept_answer_expires ON kept_answer (expires);

CREATE TABLE personal_value (
  id        TEXT NOT NULL PRIMARY KEY,
  stream    TEXT NOT NULL,
  stream_id TEXT NOT NULL,
  path      TEXT NOT NULL,
  salt      TEXT NOT NULL,
  value     TEXT NOT NULL
) STRICT;
CREATE INDEX personal_value_stream ON personal_value (stream, stream_id);

-- Deleting is how a personal value is erased; another value in its place would be another history.
CREATE TRIGGER personal_values_are_not_changed BEFORE UPDATE ON personal_value
BEGIN SELECT RAISE(ABORT, 'personal values are never changed'); END;

CREATE TABLE account (
  person   TEXT NOT NULL PRIMARY KEY,
  version  INTEGER NOT NULL,
  login    TEXT NOT NULL,
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  body     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_login ON account (login);

CREATE TABLE appointment (
  id        TEXT NOT NULL PRIMARY KEY,
  version   INTEGER NOT NULL,
  person    TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day  INTEGER,
  body      TEXT NOT NULL
) STRICT;
CREATE INDEX appointment_person ON appointment (person, id);

CREATE TABLE token (
  sha256      TEXT NOT NULL PRIMARY KEY,
  appointment TEXT NOT NULL,
  expires     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE definition (
  kind    TEXT NOT NULL,
  id      TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256  TEXT NOT NULL,
  active  INTEGER NOT NULL CHECK (active IN (0, 1)),
  bytes   TEXT NOT NULL,
  PRIMARY KEY (kind, id, version)
) STRICT;

CREATE TRIGGER definition_bytes_are_not_changed BEFORE UPDATE ON definition
WHEN new.bytes IS NOT old.bytes OR new.sha256 IS NOT old.sha256
BEGIN SELECT RAISE(ABORT, 'a definition is never edited in place: a change is a new version'); END;
CREATE TRIGGER definitions_are_not_deleted BEFORE DELETE ON definition
BEGIN SELECT RAISE(ABORT, 'a definition is never deleted: dossiers may rest on it'); END;

CREATE TABLE code_sequence (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
