-- A batch of changes in one statement, and so in one round trip and one transaction: the document holds the rows of all of
-- them, each row with the number of its change, from 1. A change that cannot be is passed over without a trace; its
-- neighbours are written. Answers are one row for each change.
--
-- What others may change at the same time is locked first, in one order everywhere: things that may not exist yet by a number
-- made of their name, then rows by kind and id. Whatever is read afterwards stays as it is, so no check is ever a constraint's
-- error, which would undo the whole batch. At most one change of a batch holds a thing alone: the committer sees to that.
--
-- Events come without their place: `before` and `after` are the canonical bytes around n and prev. Here the stream's head is
-- known, so that a head which moved is nobody's refusal.

CREATE FUNCTION lock_what_is_named(doc jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(name) FROM
    (SELECT CAST(value AS bigint) AS name FROM jsonb_array_elements_text(doc -> 'names') ORDER BY 1) AS sorted;
  PERFORM 1 FROM occasion WHERE id IN (SELECT jsonb_array_elements_text(doc -> 'lock' -> 'occasion'))
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM 1 FROM submission WHERE id IN (SELECT jsonb_array_elements_text(doc -> 'lock' -> 'submission'))
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM 1 FROM decision WHERE id IN (SELECT jsonb_array_elements_text(doc -> 'lock' -> 'decision'))
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM 1 FROM dossier WHERE id IN (SELECT jsonb_array_elements_text(doc -> 'lock' -> 'dossier'))
    ORDER BY id FOR NO KEY UPDATE;
END
$$;

CREATE FUNCTION version_of(kind text, id text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    CASE $1
      WHEN 'dossier' THEN (SELECT d.version FROM dossier d WHERE d.id = $2)
      WHEN 'submission' THEN (SELECT s.version FROM submission s WHERE s.id = $2)
      WHEN 'occasion' THEN (SELECT o.version FROM occasion o WHERE o.id = $2)
      WHEN 'decision' THEN (SELECT d.version FROM decision d WHERE d.id = $2)
      WHEN 'account' THEN (SELECT a.version FROM account a WHERE a.person = $2)
      WHEN 'duty' THEN (SELECT t.version FROM duty t WHERE t.id = $2)
      WHEN 'organisation' THEN coalesce((SELECT a.version FROM appointment a WHERE a.id = $2),
                                        (SELECT h.n FROM stream_head h WHERE h.kind = $1 AND h.id = $2))
      ELSE (SELECT h.n FROM stream_head h WHERE h.kind = $1 AND h.id = $2)
    END, -1)
$$;

-- What stands in a change's way, in the order in which a store looks (adapters/sqlite/apply_change.cpp).
CREATE FUNCTION find_refusals(doc jsonb) RETURNS TABLE (change int, status text, detail text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (found.change) found.change, found.status, found.detail FROM (
    SELECT a.i AS change, 1 AS rank, 'duplicate_key' AS status, a.key AS detail, 0 AS place
      FROM jsonb_to_recordset(doc -> 'answers') AS a(i int, principal text, key text)
      JOIN kept_answer k ON k.principal = a.principal AND k.key = a.key AND k.expires > CAST(doc ->> 'seen' AS bigint)
    UNION ALL
    SELECT a.i, 2, 'not_in_role', a.acting, 0
      FROM jsonb_to_recordset(doc -> 'acting') AS a(i int, acting text, day bigint)
      WHERE NOT EXISTS (
        SELECT 1 FROM appointment p LEFT JOIN account c ON c.person = p.person
        WHERE p.id = a.acting AND p.first_day <= a.day AND (p.last_day IS NULL OR p.last_day >= a.day) AND p.pending = 0
          AND coalesce(c.disabled, 0) = 0)
    UNION ALL
    SELECT g.i, 3, 'stale', g.id, g.o
      FROM jsonb_to_recordset(doc -> 'guards') AS g(i int, o int, kind text, id text, version bigint)
      WHERE version_of(g.kind, g.id) <> g.version
    UNION ALL
    SELECT t.i, 4, 'stale', t.id, t.o
      FROM jsonb_to_recordset(doc -> 'touches') AS t(i int, o int, kind text, id text, state text)
      WHERE NOT CASE t.kind
        WHEN 'submission' THEN t.state IS NULL AND EXISTS (SELECT 1 FROM submission s WHERE s.id = t.id)
        WHEN 'decision' THEN EXISTS (SELECT 1 FROM decision d WHERE d.id = t.id AND (t.state IS NULL OR d.state = t.state))
        ELSE false END
    UNION ALL
    SELECT r.i, 5, 'stale', r.id, r.o
      FROM jsonb_to_recordset(doc -> 'definitions') AS r(i int, o int, kind text, id text, version bigint, sha256 text)
      JOIN definition d ON d.kind = r.kind AND d.id = r.id AND d.version = r.version AND d.sha256 <> r.sha256
    UNION ALL
    SELECT r.i, 5, 'stale', r.id, r.o
      FROM jsonb_to_recordset(doc -> 'duties') AS r(i int, o int, id text, plan text, duty text, unit text, due_day bigint)
      JOIN duty d ON d.plan = r.plan AND d.duty = r.duty AND d.unit = r.unit AND d.due_day = r.due_day AND d.id <> r.id
    UNION ALL
    SELECT r.i, 6, 'stale', r.person, r.o
      FROM jsonb_to_recordset(doc -> 'accounts') AS r(i int, o int, person text, login text)
      JOIN account a ON a.login = r.login AND a.person <> r.person
    UNION ALL
    SELECT r.i, 7, 'reference_taken', r.ref, r.o
      FROM jsonb_to_recordset(doc -> 'references') AS r(i int, o int, kind text, scope text, ref text, id text)
      WHERE CASE r.kind
        WHEN 'dossier' THEN EXISTS (SELECT 1 FROM dossier x WHERE x.unit = r.scope AND x.external_ref = r.ref AND x.id <> r.id)
        WHEN 'submission' THEN
          EXISTS (SELECT 1 FROM submission x WHERE x.unit = r.scope AND x.external_ref = r.ref AND x.id <> r.id)
        WHEN 'occasion' THEN
          EXISTS (SELECT 1 FROM occasion x WHERE x.territory = r.scope AND x.external_ref = r.ref AND x.id <> r.id)
        ELSE EXISTS (SELECT 1 FROM decision x WHERE x.authority = r.scope AND x.external_ref = r.ref AND x.id <> r.id)
      END
    UNION ALL
    SELECT r.i, 8, 'number_taken', r.number, r.o
      FROM jsonb_to_recordset(doc -> 'registers') AS r(i int, o int, authority text, year bigint, number text)
      JOIN register x ON x.authority = r.authority AND x.year = r.year AND x.number = r.number
    UNION ALL
    SELECT c.i, 9, 'nomination_exists', x.dossier, c.o
      FROM jsonb_to_recordset(doc -> 'claims') AS c(i int, o int, dossier text, key text)
      JOIN nomination x ON x.key = c.key AND x.dossier <> c.dossier
    UNION ALL
    SELECT c.i, 10, c.status, c.detail, 0 FROM jsonb_to_recordset(doc -> 'clashes') AS c(i int, status text, detail text)
  ) AS found
  ORDER BY found.change, found.rank, found.place
$$;

-- One move of one place. The guarded update is what refuses; the table's CHECK stands behind it.
CREATE FUNCTION move_place(step text, at_key text, places bigint, for_dossier text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  held text := (SELECT h.state FROM quota_holder h WHERE h.key = at_key AND h.dossier = for_dossier);
  at_once boolean := step = 'reserve_and_consume';
BEGIN
  IF step IN ('reserve', 'reserve_and_consume') THEN
    IF held IS NOT NULL THEN RETURN 'stale'; END IF;
    IF places < 1 THEN RETURN 'place_lost'; END IF;
    INSERT INTO quota (key, lim, reserved, consumed) VALUES (at_key, places, 0, 0) ON CONFLICT (key) DO NOTHING;
    UPDATE quota SET lim = places, reserved = reserved + CASE WHEN at_once THEN 0 ELSE 1 END,
      consumed = consumed + CASE WHEN at_once THEN 1 ELSE 0 END
      WHERE key = at_key AND reserved + consumed < places;
    IF NOT FOUND THEN RETURN 'place_lost'; END IF;
    INSERT INTO quota_holder (key, dossier, state)
      VALUES (at_key, for_dossier, CASE WHEN at_once THEN 'consumed' ELSE 'reserved' END);
  ELSIF step = 'consume' THEN
    UPDATE quota SET reserved = reserved - 1, consumed = consumed + 1 WHERE key = at_key AND reserved > 0 AND held = 'reserved';
    IF NOT FOUND THEN RETURN 'stale'; END IF;
    UPDATE quota_holder SET state = 'consumed' WHERE key = at_key AND dossier = for_dossier;
  ELSE
    UPDATE quota SET reserved = reserved - CASE WHEN step = 'release_reserved' THEN 1 ELSE 0 END,
      consumed = consumed - CASE WHEN step = 'release_consumed' THEN 1 ELSE 0 END
      WHERE key = at_key AND held = CASE step WHEN 'release_reserved' THEN 'reserved' ELSE 'consumed' END
        AND CASE step WHEN 'release_reserved' THEN reserved ELSE consumed END > 0;
    IF NOT FOUND THEN RETURN 'stale'; END IF;
    DELETE FROM quota_holder WHERE key = at_key AND dossier = for_dossier;
  END IF;
  RETURN NULL;
END
$$;

-- All moves of one change or none: what refuses one takes the others back. Nothing when all were made.
CREATE FUNCTION move_places(moves jsonb) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  move record;
  refusal text;
BEGIN
  FOR move IN SELECT * FROM jsonb_to_recordset(moves) AS m(key text, step text, places bigint, dossier text) LOOP
    refusal := move_place(move.step, move.key, move.places, move.dossier);
    IF refusal IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'VD001', MESSAGE = refusal, DETAIL = move.key;
    END IF;
  END LOOP;
  RETURN NULL;
EXCEPTION WHEN SQLSTATE 'VD001' THEN
  RETURN ARRAY[refusal, move.key];
END
$$;

CREATE FUNCTION write_snapshots(doc jsonb, refused text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF doc ? 'touches' THEN
    UPDATE submission s SET version = s.version + t.times FROM
      (SELECT r.id, count(*) AS times FROM jsonb_to_recordset(doc -> 'touches') AS r(i int, kind text, id text)
       WHERE r.kind = 'submission' AND refused[r.i] IS NULL GROUP BY r.id) AS t WHERE s.id = t.id;
    UPDATE decision d SET version = d.version + t.times FROM
      (SELECT r.id, count(*) AS times FROM jsonb_to_recordset(doc -> 'touches') AS r(i int, kind text, id text)
       WHERE r.kind = 'decision' AND refused[r.i] IS NULL GROUP BY r.id) AS t WHERE d.id = t.id;
  END IF;
  IF doc ? 'definitions' THEN
    INSERT INTO definition (kind, id, version, sha256, active, bytes)
      SELECT kind, id, version, sha256, active, bytes FROM jsonb_to_recordset(doc -> 'definitions')
        AS r(i int, kind text, id text, version bigint, sha256 text, active bigint, bytes text) WHERE refused[r.i] IS NULL
      ON CONFLICT (kind, id, version) DO UPDATE SET active = excluded.active;
  END IF;
  IF doc ? 'accounts' THEN
    INSERT INTO account (person, version, login, disabled, body)
      SELECT person, version, login, disabled, body FROM jsonb_to_recordset(doc -> 'accounts')
        AS r(i int, person text, version bigint, login text, disabled bigint, body text) WHERE refused[r.i] IS NULL
      ON CONFLICT (person) DO UPDATE SET version = excluded.version, login = excluded.login, disabled = excluded.disabled,
        body = excluded.body;
  END IF;
  IF doc ? 'appointments' THEN
    INSERT INTO appointment (id, version, person, first_day, last_day, pending, body)
      SELECT id, version, person, first_day, last_day, pending, body FROM jsonb_to_recordset(doc -> 'appointments')
        AS r(i int, id text, version bigint, person text, first_day bigint, last_day bigint, pending bigint, body text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, person = excluded.person, first_day = excluded.first_day,
        last_day = excluded.last_day, pending = excluded.pending, body = excluded.body;
  END IF;
  IF doc ? 'occasions' THEN
    INSERT INTO occasion (id, version, plan, territory, open, external_ref, body)
      SELECT id, version, plan, territory, open, external_ref, body FROM jsonb_to_recordset(doc -> 'occasions')
        AS r(i int, id text, version bigint, plan text, territory text, open bigint, external_ref text, body text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, plan = excluded.plan, territory = excluded.territory,
        open = excluded.open, external_ref = excluded.external_ref, body = excluded.body;
  END IF;
  IF doc ? 'duties' THEN
    INSERT INTO duty (id, version, plan, duty, unit, due_day, state, body)
      SELECT id, version, plan, duty, unit, due_day, state, body FROM jsonb_to_recordset(doc -> 'duties')
        AS r(i int, id text, version bigint, plan text, duty text, unit text, due_day bigint, state text, body text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, plan = excluded.plan, duty = excluded.duty,
        unit = excluded.unit, due_day = excluded.due_day, state = excluded.state, body = excluded.body;
  END IF;
  IF doc ? 'submissions' THEN
    INSERT INTO submission (id, version, occasion, unit, external_ref, body)
      SELECT id, version, occasion, unit, external_ref, body FROM jsonb_to_recordset(doc -> 'submissions')
        AS r(i int, id text, version bigint, occasion text, unit text, external_ref text, body text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, occasion = excluded.occasion, unit = excluded.unit,
        external_ref = excluded.external_ref, body = excluded.body;
  END IF;
  IF doc ? 'decisions' THEN
    INSERT INTO decision (id, version, authority, occasion, state, external_ref, body)
      SELECT id, version, authority, occasion, state, external_ref, body FROM jsonb_to_recordset(doc -> 'decisions')
        AS r(i int, id text, version bigint, authority text, occasion text, state text, external_ref text, body text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, authority = excluded.authority,
        occasion = excluded.occasion, state = excluded.state, external_ref = excluded.external_ref, body = excluded.body;
  END IF;
  IF doc ? 'dossiers' THEN
    INSERT INTO dossier (id, version, code, submission, occasion, plan, unit, territory, form, phase, stage, external_ref,
                         decision, nominee_person, nominee_office, body)
      SELECT id, version, code, submission, occasion, plan, unit, territory, form, phase, stage, external_ref, decision,
             nominee_person, nominee_office, body
        FROM jsonb_to_recordset(doc -> 'dossiers')
        AS r(i int, id text, version bigint, code text, submission text, occasion text, plan text, unit text, territory text,
             form text, phase text, stage text, external_ref text, decision text, nominee_person text, nominee_office text,
             body text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, submission = excluded.submission,
        occasion = excluded.occasion, plan = excluded.plan, unit = excluded.unit, territory = excluded.territory,
        form = excluded.form, phase = excluded.phase, stage = excluded.stage, external_ref = excluded.external_ref,
        decision = excluded.decision, nominee_person = excluded.nominee_person, nominee_office = excluded.nominee_office,
        body = excluded.body;
  END IF;
END
$$;

CREATE FUNCTION write_apart(doc jsonb, refused text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF doc ? 'claims' THEN
    DELETE FROM nomination x USING jsonb_to_recordset(doc -> 'claims') AS r(i int, dossier text)
      WHERE x.dossier = r.dossier AND refused[r.i] IS NULL;
    INSERT INTO nomination (dossier, key) SELECT dossier, key FROM jsonb_to_recordset(doc -> 'claims')
      AS r(i int, dossier text, key text) WHERE refused[r.i] IS NULL AND r.key IS NOT NULL;
  END IF;
  IF doc ? 'registers' THEN
    INSERT INTO register (authority, year, number, decision) SELECT authority, year, number, decision
      FROM jsonb_to_recordset(doc -> 'registers') AS r(i int, authority text, year bigint, number text, decision text)
      WHERE refused[r.i] IS NULL;
  END IF;
  IF doc ? 'personal' THEN
    INSERT INTO personal_value (id, stream, stream_id, path, salt, value) SELECT id, stream, stream_id, path, salt, value
      FROM jsonb_to_recordset(doc -> 'personal')
      AS r(i int, id text, stream text, stream_id text, path text, salt text, value text)
      WHERE refused[r.i] IS NULL ON CONFLICT (id) DO NOTHING;
  END IF;
  IF doc ? 'tokens' THEN
    INSERT INTO token (sha256, appointment, expires) SELECT sha256, appointment, expires
      FROM jsonb_to_recordset(doc -> 'tokens') AS r(i int, sha256 text, appointment text, expires bigint)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (sha256) DO UPDATE SET appointment = excluded.appointment, expires = excluded.expires;
  END IF;
  IF doc ? 'credentials' THEN
    -- A step that was used stays used, whatever the writer had read before.
    INSERT INTO credential AS c (person, password, must_change, totp_secret, totp_confirmed, totp_step)
      SELECT person, password, must_change, totp_secret, totp_confirmed, totp_step
      FROM jsonb_to_recordset(doc -> 'credentials')
      AS r(i int, person text, password text, must_change bigint, totp_secret text, totp_confirmed bigint, totp_step bigint)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (person) DO UPDATE SET password = excluded.password, must_change = excluded.must_change,
        totp_secret = excluded.totp_secret, totp_confirmed = excluded.totp_confirmed,
        totp_step = CASE WHEN c.totp_secret IS NOT DISTINCT FROM excluded.totp_secret
          THEN greatest(c.totp_step, excluded.totp_step) ELSE excluded.totp_step END;
  END IF;
  IF doc ? 'end_sessions' THEN
    UPDATE session s SET ended = 1 FROM jsonb_to_recordset(doc -> 'end_sessions') AS r(i int, person text)
      WHERE s.person = r.person AND s.ended = 0 AND refused[r.i] IS NULL;
  END IF;
  IF doc ? 'workspaces' THEN
    INSERT INTO workspace (dossier, version, content) SELECT dossier, version, content
      FROM jsonb_to_recordset(doc -> 'workspaces') AS r(i int, dossier text, version bigint, content text)
      WHERE refused[r.i] IS NULL
      ON CONFLICT (dossier) DO UPDATE SET version = excluded.version, content = excluded.content;
  END IF;
END
$$;

-- Gives each event its place behind its stream's head, writes it, moves the heads, and returns each change's receipts:
-- canonical JSON in the order of the change's events.
CREATE FUNCTION append_events(doc jsonb, refused text[]) RETURNS TABLE (change int, receipts text) LANGUAGE plpgsql AS $$
DECLARE
  e record;
  stream text := '';
  n bigint;
  hash text;
  prev text;
  bytes text;
  changes int[] := '{}';
  places int[] := '{}';
  kinds text[] := '{}';
  ids text[] := '{}';
  ns bigint[] := '{}';
  hashes text[] := '{}';
  texts text[] := '{}';
  types text[] := '{}';
  ats bigint[] := '{}';
  last int[] := '{}';
  count int := 0;
BEGIN
  FOR e IN
    SELECT r.*, h.n AS head_n, h.hash AS head_hash FROM jsonb_to_recordset(doc -> 'events')
      AS r(i int, o int, kind text, id text, type text, at bigint, genesis text, before text, after text)
      LEFT JOIN stream_head h ON h.kind = r.kind AND h.id = r.id
      WHERE refused[r.i] IS NULL ORDER BY r.kind, r.id, r.i, r.o
  LOOP
    IF stream <> e.kind || '/' || e.id THEN
      IF count > 0 THEN last := last || count; END IF;
      stream := e.kind || '/' || e.id;
      n := coalesce(e.head_n, -1);
      hash := coalesce(e.head_hash, e.genesis);
    END IF;
    n := n + 1;
    prev := hash;
    bytes := e.before || n || ',"prev":"' || prev || '"' || e.after;
    hash := encode(sha256(convert_to(bytes, 'UTF8')), 'hex');
    count := count + 1;
    changes := changes || e.i;
    places := places || e.o;
    kinds := kinds || e.kind;
    ids := ids || e.id;
    ns := ns || n;
    hashes := hashes || hash;
    texts := texts || bytes;
    types := types || e.type;
    ats := ats || e.at;
  END LOOP;
  IF count = 0 THEN RETURN; END IF;
  last := last || count;
  INSERT INTO events (kind, id, n, hash, bytes, type, at)
    SELECT * FROM unnest(kinds, ids, ns, hashes, texts, types, ats);
  INSERT INTO stream_head (kind, id, n, hash) SELECT kinds[l], ids[l], ns[l], hashes[l] FROM unnest(last) AS l
    ON CONFLICT (kind, id) DO UPDATE SET n = excluded.n, hash = excluded.hash;
  RETURN QUERY SELECT u.c, '[' || string_agg('{"hash":"' || u.h || '","id":' || to_json(u.id) || ',"n":' || u.place || ',"stream":"' ||
      u.kind || '"}', ',' ORDER BY u.o) || ']'
    FROM unnest(changes, places, kinds, ids, ns, hashes) AS u(c, o, kind, id, place, h) GROUP BY u.c;
END
$$;

CREATE FUNCTION write_entries(doc jsonb, refused text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO dossier_list AS l (id, version, code, submission, occasion, decision, plan, unit, territory, form, subject_kind,
      category, external_ref, phase, stage, office, hand, roles, assignee, reserved, due, held, entered, changed, marks, words)
    SELECT id, version, code, submission, occasion, decision, plan, unit, territory, form, subject_kind, category,
      external_ref, phase, stage, office, hand, roles, assignee, reserved, due, held, entered, changed, marks, coalesce(words, '')
    FROM jsonb_to_recordset(doc -> 'entries')
    AS r(i int, id text, version bigint, code text, submission text, occasion text, decision text, plan text, unit text,
         territory text, form text, subject_kind text, category text, external_ref text, phase text, stage text, office text,
         hand text, roles text, assignee text, reserved bigint, due bigint, held bigint, entered bigint, changed bigint, marks text, words text)
    WHERE refused[r.i] IS NULL
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, submission = excluded.submission,
      occasion = excluded.occasion, decision = excluded.decision, plan = excluded.plan, unit = excluded.unit,
      territory = excluded.territory, form = excluded.form, subject_kind = excluded.subject_kind,
      category = excluded.category, external_ref = excluded.external_ref, phase = excluded.phase, stage = excluded.stage,
      office = excluded.office, hand = excluded.hand, roles = excluded.roles, assignee = excluded.assignee, reserved = excluded.reserved,
      due = excluded.due, held = excluded.held, entered = excluded.entered, changed = excluded.changed,
      marks = excluded.marks,
      -- An entry without words keeps those that stand.
      words = CASE WHEN excluded.words = '' THEN l.words ELSE excluded.words END
    WHERE l.version <= excluded.version
$$;

CREATE FUNCTION apply_changes(doc jsonb) RETURNS TABLE (change int, status text, detail text, receipts text)
LANGUAGE plpgsql AS $$
DECLARE
  count int := CAST(doc ->> 'count' AS int);
  refused text[] := array_fill(CAST(NULL AS text), ARRAY[count]);
  details text[] := array_fill(CAST('' AS text), ARRAY[count]);
  given text[] := array_fill(CAST('[]' AS text), ARRAY[count]);
  found record;
  refusal text[];
BEGIN
  PERFORM lock_what_is_named(doc);
  FOR found IN SELECT * FROM find_refusals(doc) LOOP
    refused[found.change] := found.status;
    details[found.change] := found.detail;
  END LOOP;
  IF doc ? 'quota' THEN
    FOR found IN SELECT * FROM jsonb_to_recordset(doc -> 'quota') AS q(i int, moves jsonb) ORDER BY i LOOP
      CONTINUE WHEN refused[found.i] IS NOT NULL;
      refusal := move_places(found.moves);
      IF refusal IS NOT NULL THEN
        refused[found.i] := refusal[1];
        details[found.i] := refusal[2];
      END IF;
    END LOOP;
  END IF;
  PERFORM write_snapshots(doc, refused);
  PERFORM write_apart(doc, refused);
  PERFORM write_entries(doc, refused);
  FOR found IN SELECT * FROM append_events(doc, refused) LOOP
    given[found.change] := found.receipts;
  END LOOP;
  INSERT INTO kept_answer (principal, key, fingerprint, status, headers, body, receipts, expires)
    SELECT r.principal, r.key, r.fingerprint, r.status, r.headers, r.body, given[r.i], r.expires
    FROM jsonb_to_recordset(doc -> 'answers') AS r(i int, principal text, key text, fingerprint text, status bigint,
      headers text, body text, expires bigint)
    WHERE refused[r.i] IS NULL
    ON CONFLICT (principal, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status,
      headers = excluded.headers, body = excluded.body, receipts = excluded.receipts, expires = excluded.expires;
  RETURN QUERY SELECT k, coalesce(refused[k], 'done'), details[k], given[k] FROM generate_series(1, count) AS k;
END
$$;
