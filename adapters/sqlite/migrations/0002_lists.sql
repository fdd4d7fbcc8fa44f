-- Lists, inboxes and search: a row for each dossier, computed from its state and the rules of a day, and people's saved
-- views. Nothing here is a record: all of dossier_list can be computed anew, so it has no triggers that keep it as it is.

CREATE TABLE dossier_list (
  entry        INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  version      INTEGER NOT NULL CHECK (version >= 0),
  code         TEXT NOT NULL,
  submission   TEXT NOT NULL,
  occasion     TEXT NOT NULL,
  decision     TEXT,
  plan         TEXT NOT NULL,
  unit         TEXT NOT NULL,
  territory    TEXT NOT NULL,
  form         TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  category     TEXT NOT NULL,
  external_ref TEXT,
  phase        TEXT NOT NULL,
  stage        TEXT,
  office       TEXT,
  hand         TEXT NOT NULL,
  roles        TEXT NOT NULL,
  assignee     TEXT,
  due          INTEGER NOT NULL,
  held         INTEGER NOT NULL CHECK (held IN (0, 1)),
  entered      INTEGER NOT NULL,
  changed      INTEGER NOT NULL,
  marks        TEXT NOT NULL,
  words        TEXT NOT NULL
) STRICT;
-- Each ends with what its order sorts by, so that a page is read in order and no further than it goes.
CREATE INDEX dossier_list_office ON dossier_list (office, due, id) WHERE office IS NOT NULL;
CREATE INDEX dossier_list_due ON dossier_list (due, id);
CREATE INDEX dossier_list_changed ON dossier_list (changed, id);
CREATE INDEX dossier_list_submission ON dossier_list (submission);
CREATE INDEX dossier_list_decision ON dossier_list (decision) WHERE decision IS NOT NULL;
CREATE INDEX dossier_list_code ON dossier_list (code);
CREATE INDEX dossier_list_external_ref ON dossier_list (external_ref) WHERE external_ref IS NOT NULL;

-- Words and marks are written as tokens already: the tokenizer only parts them at spaces. The program keeps it in step: a
-- trigger may not, because FTS5 is not among what a schema that is not trusted may use.
CREATE VIRTUAL TABLE dossier_search USING fts5 (
  words, marks, content = 'dossier_list', content_rowid = 'entry', columnsize = 0, detail = column,
  prefix = '1 2 3', tokenize = "ascii tokenchars '-_:.'"
);

CREATE TABLE saved_view (
  person  TEXT NOT NULL,
  id      TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  name    TEXT NOT NULL,
  filter  TEXT NOT NULL,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
