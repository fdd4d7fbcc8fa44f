-- Everything that the SQLite store keeps after its sixth migration, in a schema of its own. Where a table differs from
-- SQLite's, a comment says why.

-- Compared byte by byte, as the program and SQLite compare; a cluster's own collation would order ids and codes otherwise.
CREATE DOMAIN plain AS text COLLATE "C";

CREATE TABLE meta (
  name  plain NOT NULL PRIMARY KEY,
  value plain NOT NULL
);

-- `xid` and `seq` together are a reader's place in the feed: numbers are given before commits, so a reader that went by
-- `seq` alone would pass over what commits late. It reads below the oldest transaction that is still under way.
CREATE TABLE events (
  seq   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid   xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind  plain NOT NULL CHECK (kind IN ('dossier', 'submission', 'occasion', 'decision', 'quota', 'organisation', 'account',
                                      'definition', 'meeting', 'duty')),
  id    plain NOT NULL,
  n     bigint NOT NULL CHECK (n >= 0),
  hash  plain NOT NULL,
  bytes plain NOT NULL,
  type  plain NOT NULL,
  at    bigint NOT NULL,
  UNIQUE (kind, id, n)
);
CREATE INDEX events_feed ON events (xid, seq);

CREATE TABLE stream_head (
  kind plain NOT NULL,
  id   plain NOT NULL,
  n    bigint NOT NULL CHECK (n >= 0),
  hash plain NOT NULL,
  PRIMARY KEY (kind, id)
) WITH (fillfactor = 70);

CREATE TABLE occasion (
  id           plain NOT NULL PRIMARY KEY,
  version      bigint NOT NULL CHECK (version >= 0),
  plan         plain NOT NULL,
  territory    plain NOT NULL,
  open         bigint NOT NULL CHECK (open IN (0, 1)),
  external_ref plain,
  body         plain NOT NULL
);
CREATE UNIQUE INDEX occasion_external_ref ON occasion (territory, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX occasion_plan ON occasion (plan, id);

CREATE TABLE submission (
  id           plain NOT NULL PRIMARY KEY,
  version      bigint NOT NULL CHECK (version >= 0),
  occasion     plain NOT NULL REFERENCES occasion (id),
  unit         plain NOT NULL,
  external_ref plain,
  body         plain NOT NULL
);
CREATE UNIQUE INDEX submission_external_ref ON submission (unit, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX submission_occasion ON submission (occasion, id);
CREATE INDEX submission_unit ON submission (unit, id);

CREATE TABLE decision (
  id           plain NOT NULL PRIMARY KEY,
  version      bigint NOT NULL CHECK (version >= 0),
  authority    plain NOT NULL,
  occasion     plain NOT NULL REFERENCES occasion (id),
  state        plain NOT NULL CHECK (state IN ('open', 'signed', 'numbered')),
  external_ref plain,
  body         plain NOT NULL
);
CREATE UNIQUE INDEX decision_external_ref ON decision (authority, external_ref) WHERE external_ref IS NOT NULL;
CREATE INDEX decision_occasion ON decision (occasion, id);
CREATE INDEX decision_authority ON decision (authority, id);

CREATE TABLE dossier (
  id             plain NOT NULL PRIMARY KEY,
  version        bigint NOT NULL CHECK (version >= 0),
  code           plain NOT NULL,
  submission     plain NOT NULL REFERENCES submission (id),
  occasion       plain NOT NULL REFERENCES occasion (id),
  plan           plain NOT NULL,
  unit           plain NOT NULL,
  territory      plain NOT NULL,
  form           plain NOT NULL,
  phase          plain NOT NULL CHECK (phase IN ('drafting', 'awaiting_receipt', 'under_review', 'proposed', 'returned',
                                                'decided', 'signed', 'awarded', 'not_awarded', 'ineligible', 'withdrawn',
                                                'lapsed')),
  stage          plain,
  external_ref   plain,
  decision       plain,
  nominee_person plain,
  nominee_office plain,
  body           plain NOT NULL
);
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
  dossier plain NOT NULL PRIMARY KEY REFERENCES dossier (id),
  key     plain NOT NULL UNIQUE
);

CREATE TABLE workspace (
  dossier plain NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  content plain NOT NULL
);

CREATE TABLE quota (
  key      plain NOT NULL PRIMARY KEY,
  lim      bigint NOT NULL,
  reserved bigint NOT NULL,
  consumed bigint NOT NULL,
  CHECK (reserved >= 0 AND consumed >= 0 AND reserved + consumed <= lim)
);

CREATE TABLE quota_holder (
  key     plain NOT NULL REFERENCES quota (key),
  dossier plain NOT NULL,
  state   plain NOT NULL CHECK (state IN ('reserved', 'consumed')),
  PRIMARY KEY (key, dossier)
);

CREATE TABLE register (
  authority plain NOT NULL,
  year      bigint NOT NULL,
  number    plain NOT NULL,
  decision  plain NOT NULL,
  UNIQUE (authority, year, number)
);

CREATE TABLE kept_answer (
  principal   plain NOT NULL,
  key         plain NOT NULL,
  fingerprint plain NOT NULL,
  status      bigint NOT NULL CHECK (status BETWEEN 200 AND 599),
  headers     plain NOT NULL,
  body        plain NOT NULL,
  receipts    plain NOT NULL,
  expires     bigint NOT NULL,
  UNIQUE (principal, key)
);
CREATE INDEX kept_answer_expires ON kept_answer (expires);

CREATE TABLE personal_value (
  id        plain NOT NULL PRIMARY KEY,
  stream    plain NOT NULL,
  stream_id plain NOT NULL,
  path      plain NOT NULL,
  salt      plain NOT NULL,
  value     plain NOT NULL
);
CREATE INDEX personal_value_stream ON personal_value (stream, stream_id);

CREATE TABLE account (
  person   plain NOT NULL PRIMARY KEY,
  version  bigint NOT NULL,
  login    plain NOT NULL,
  disabled bigint NOT NULL CHECK (disabled IN (0, 1)),
  body     plain NOT NULL
);
CREATE UNIQUE INDEX account_login ON account (login);

CREATE TABLE appointment (
  id        plain NOT NULL PRIMARY KEY,
  version   bigint NOT NULL,
  person    plain NOT NULL,
  first_day bigint NOT NULL,
  last_day  bigint,
  pending   bigint NOT NULL DEFAULT 0 CHECK (pending IN (0, 1)),
  body      plain NOT NULL,
  office    plain GENERATED ALWAYS AS (CAST(body AS json) ->> 'office') STORED
);
-- No node may keep appointments at hand, since another may write them: those of an office are asked for with each command.
CREATE INDEX appointment_office ON appointment (office, id);
CREATE INDEX appointment_person ON appointment (person, id);

-- Bytes of papers, in pieces of at most 256 KiB: any node must find them, and no row may be too big to move.
CREATE TABLE paper (
  id    plain NOT NULL,
  piece bigint NOT NULL CHECK (piece >= 0),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 262144),
  PRIMARY KEY (id, piece)
);
ALTER TABLE paper ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE token (
  sha256      plain NOT NULL PRIMARY KEY,
  appointment plain NOT NULL,
  expires     bigint NOT NULL
);

CREATE TABLE definition (
  kind    plain NOT NULL,
  id      plain NOT NULL,
  version bigint NOT NULL,
  sha256  plain NOT NULL,
  active  bigint NOT NULL CHECK (active IN (0, 1)),
  bytes   plain NOT NULL,
  PRIMARY KEY (kind, id, version)
);

CREATE TABLE code_sequence (
  year bigint PRIMARY KEY,
  last bigint NOT NULL
);

-- Lists, inboxes and search: a row for each dossier, computed from its state and the rules of a day, and people's saved
-- views. Nothing here is a record: all of dossier_list can be computed anew, so it has no triggers that keep it as it is.

-- Words and marks are tokens already. A word begins with w, a mark with m, so that one index answers for both.
CREATE FUNCTION search_of(words text, marks text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(
    ARRAY(SELECT 'w' || word FROM unnest(string_to_array(btrim(words), ' ')) AS word WHERE word <> '') ||
    ARRAY(SELECT 'm' || mark FROM unnest(string_to_array(btrim(marks), ' ')) AS mark WHERE mark <> ''))
$$;

CREATE TABLE dossier_list (
  id           plain NOT NULL PRIMARY KEY,
  version      bigint NOT NULL CHECK (version >= 0),
  code         plain NOT NULL,
  submission   plain NOT NULL,
  occasion     plain NOT NULL,
  decision     plain,
  plan         plain NOT NULL,
  unit         plain NOT NULL,
  territory    plain NOT NULL,
  form         plain NOT NULL,
  subject_kind plain NOT NULL,
  category     plain NOT NULL,
  external_ref plain,
  phase        plain NOT NULL,
  stage        plain,
  office       plain,
  hand         plain NOT NULL,
  roles        plain NOT NULL,
  assignee     plain,
  reserved     bigint NOT NULL CHECK (reserved IN (0, 1)),
  due          bigint NOT NULL,
  held         bigint NOT NULL CHECK (held IN (0, 1)),
  entered      bigint NOT NULL,
  changed      bigint NOT NULL,
  marks        plain NOT NULL,
  words        plain NOT NULL,
  search       tsvector GENERATED ALWAYS AS (search_of(words, marks)) STORED
) WITH (fillfactor = 70);
CREATE INDEX dossier_list_search ON dossier_list USING gin (search) WITH (fastupdate = off);
-- Each ends with what its order sorts by, so that a page is read in order and no further than it goes.
CREATE INDEX dossier_list_office ON dossier_list (office, due, id) WHERE office IS NOT NULL;
CREATE INDEX dossier_list_due ON dossier_list (due, id);
CREATE INDEX dossier_list_changed ON dossier_list (changed, id);
CREATE INDEX dossier_list_submission ON dossier_list (submission);
CREATE INDEX dossier_list_decision ON dossier_list (decision) WHERE decision IS NOT NULL;
CREATE INDEX dossier_list_code ON dossier_list (code);
CREATE INDEX dossier_list_external_ref ON dossier_list (external_ref) WHERE external_ref IS NOT NULL;

CREATE TABLE saved_view (
  person  plain NOT NULL,
  id      plain NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  name    plain NOT NULL,
  filter  plain NOT NULL,
  PRIMARY KEY (person, id)
);

-- How people prove who they are. Passwords are argon2id strings; of a session's token only the hash is here.

CREATE TABLE credential (
  person         plain NOT NULL PRIMARY KEY,
  password       plain NOT NULL CHECK (password LIKE '$argon2id$%'),
  must_change    bigint NOT NULL CHECK (must_change IN (0, 1)),
  totp_secret    plain,
  totp_confirmed bigint NOT NULL CHECK (totp_confirmed IN (0, 1)),
  totp_step      bigint NOT NULL,
  CHECK (totp_confirmed = 0 OR totp_secret IS NOT NULL)
);

-- A session that was ended stays until it expires, so that nobody who still holds a copy brings it back.
CREATE TABLE session (
  sha256        plain NOT NULL PRIMARY KEY,
  id            plain NOT NULL,
  person        plain NOT NULL,
  appointment   plain,
  second_factor bigint NOT NULL CHECK (second_factor IN (0, 1)),
  created       bigint NOT NULL,
  seen          bigint NOT NULL,
  expires       bigint NOT NULL,
  address       plain NOT NULL,
  agent         plain NOT NULL,
  ended         bigint NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
);
CREATE INDEX session_person ON session (person, id);
CREATE INDEX session_expires ON session (expires);

-- Duty tasks, notices to persons and their e-mails, and how far each reader of the events has come.

CREATE TABLE duty (
  id      plain NOT NULL PRIMARY KEY,
  version bigint NOT NULL CHECK (version >= 0),
  plan    plain NOT NULL,
  duty    plain NOT NULL,
  unit    plain NOT NULL,
  due_day bigint NOT NULL,
  state   plain NOT NULL CHECK (state IN ('open', 'done')),
  body    plain NOT NULL,
  UNIQUE (plan, duty, unit, due_day)
);
CREATE INDEX duty_due ON duty (due_day, id);
CREATE INDEX duty_unit ON duty (unit, due_day, id);

-- The same occurrence is told to a person once, whatever restarts.
CREATE TABLE notice (
  id        plain NOT NULL PRIMARY KEY,
  key       plain NOT NULL,
  person    plain NOT NULL,
  kind      plain NOT NULL,
  stream    plain NOT NULL,
  stream_id plain NOT NULL,
  at        bigint NOT NULL,
  details   plain NOT NULL,
  mail      bigint NOT NULL CHECK (mail IN (0, 1)),
  read      bigint,
  UNIQUE (person, key)
);
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_unread ON notice (person, id) WHERE read IS NULL;

CREATE TABLE mail (
  notice   plain NOT NULL PRIMARY KEY REFERENCES notice (id),
  state    plain NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up')),
  due      bigint NOT NULL,
  attempts bigint NOT NULL CHECK (attempts >= 0),
  at       bigint,
  why      plain
);
CREATE INDEX mail_waiting ON mail (due, notice) WHERE state = 'waiting';

CREATE TABLE feed_cursor (
  reader plain NOT NULL PRIMARY KEY,
  xid    bigint NOT NULL,
  seq    bigint NOT NULL
);

-- The access log: who was denied, who read marked data, who exported, who signed in. Alike rows of one minute are one, with a
-- count. Rows are kept until an operator has them deleted up to a day, which stays on record.

CREATE TABLE access_log (
  seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          bigint NOT NULL,
  minute      bigint NOT NULL,
  kind        plain NOT NULL CHECK (kind IN ('denied', 'marked_read', 'exported', 'signed_in', 'sign_in_failed', 'signed_out')),
  who         plain NOT NULL,
  person      plain,
  appointment plain,
  office      plain,
  address     plain NOT NULL,
  method      plain NOT NULL,
  route       plain NOT NULL,
  target      plain NOT NULL,
  status      bigint NOT NULL,
  code        plain NOT NULL,
  request_id  plain NOT NULL,
  count       bigint NOT NULL CHECK (count >= 1),
  UNIQUE (minute, kind, who, method, route, target, code)
);
CREATE INDEX access_log_person ON access_log (person, seq) WHERE person IS NOT NULL;
CREATE INDEX access_log_kind ON access_log (kind, seq);

