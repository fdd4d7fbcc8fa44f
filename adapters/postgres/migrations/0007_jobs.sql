-- Long work that people asked for: its row says how far it has come; its files are blobs beside the papers, and go with it.

CREATE TABLE job (
  id          plain NOT NULL PRIMARY KEY,
  kind        plain NOT NULL,
  person      plain NOT NULL,
  appointment plain NOT NULL,
  subject     plain NOT NULL,
  sha256      plain NOT NULL,
  state       plain NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'done', 'failed', 'cancelled')),
  phase       plain NOT NULL,
  done        bigint NOT NULL CHECK (done >= 0),
  total       bigint NOT NULL CHECK (total >= 0),
  made        bigint NOT NULL,
  started     bigint,
  ended       bigint,
  expires     bigint NOT NULL,
  leased      bigint NOT NULL,
  attempts    bigint NOT NULL CHECK (attempts >= 0),
  version     bigint NOT NULL CHECK (version >= 0),
  body        plain NOT NULL
);
CREATE INDEX job_taken ON job (made, id) WHERE state IN ('waiting', 'running');
CREATE INDEX job_of ON job (appointment, made, id);
CREATE INDEX job_expired ON job (expires);
