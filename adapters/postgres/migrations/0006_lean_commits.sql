-- Commits that cost the server half of what they did; what they do is the same (docs/adr/0018-postgresql.md has the profile).

-- In SQL it was planned anew in each batch, with all its cases.
CREATE OR REPLACE FUNCTION version_of(kind text, id text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE $1
    WHEN 'dossier' THEN RETURN coalesce((SELECT d.version FROM dossier d WHERE d.id = $2), -1);
    WHEN 'submission' THEN RETURN coalesce((SELECT s.version FROM submission s WHERE s.id = $2), -1);
    WHEN 'occasion' THEN RETURN coalesce((SELECT o.version FROM occasion o WHERE o.id = $2), -1);
    WHEN 'decision' THEN RETURN coalesce((SELECT d.version FROM decision d WHERE d.id = $2), -1);
    WHEN 'account' THEN RETURN coalesce((SELECT a.version FROM account a WHERE a.person = $2), -1);
    WHEN 'duty' THEN RETURN coalesce((SELECT t.version FROM duty t WHERE t.id = $2), -1);
    WHEN 'organisation' THEN RETURN coalesce((SELECT a.version FROM appointment a WHERE a.id = $2),
                                             (SELECT h.n FROM stream_head h WHERE h.kind = $1 AND h.id = $2), -1);
    ELSE RETURN coalesce((SELECT h.n FROM stream_head h WHERE h.kind = $1 AND h.id = $2), -1);
  END CASE;
END
$$;

-- The server takes a document for a hundred rows and would rather read whole tables than ask that often: all answers that are kept,
-- all submissions, all appointments, with each batch. With OFFSET 0 a subquery stays one, and is answered by its index for each row.
CREATE OR REPLACE FUNCTION find_refusals(doc jsonb) RETURNS TABLE (change int, status text, detail text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (found.change) found.change, found.status, found.detail FROM (
    SELECT a.i AS change, 1 AS rank, 'duplicate_key' AS status, a.key AS detail, 0 AS place
      FROM jsonb_to_recordset(doc -> 'answers') AS a(i int, principal text, key text)
      WHERE EXISTS (SELECT 1 FROM kept_answer k WHERE k.principal = a.principal AND k.key = a.key
                    AND k.expires > CAST(doc ->> 'seen' AS bigint) OFFSET 0)
    UNION ALL
    SELECT a.i, 2, 'not_in_role', a.acting, 0
      FROM jsonb_to_recordset(doc -> 'acting') AS a(i int, acting text, day bigint)
      WHERE NOT EXISTS (
        SELECT 1 FROM appointment p LEFT JOIN account c ON c.person = p.person
        WHERE p.id = a.acting AND p.first_day <= a.day AND (p.last_day IS NULL OR p.last_day >= a.day) AND p.pending = 0
          AND coalesce(c.disabled, 0) = 0 OFFSET 0)
    UNION ALL
    SELECT g.i, 3, 'stale', g.id, g.o
      FROM jsonb_to_recordset(doc -> 'guards') AS g(i int, o int, kind text, id text, version bigint)
      WHERE version_of(g.kind, g.id) <> g.version
    UNION ALL
    SELECT t.i, 4, 'stale', t.id, t.o
      FROM jsonb_to_recordset(doc -> 'touches') AS t(i int, o int, kind text, id text, state text)
      WHERE NOT CASE t.kind
        WHEN 'submission' THEN t.state IS NULL AND EXISTS (SELECT 1 FROM submission s WHERE s.id = t.id OFFSET 0)
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

-- Without subqueries, so that the server makes it a part of what it writes rather than a call for each row.
CREATE OR REPLACE FUNCTION search_of(words text, marks text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(string_to_array('w' || replace(btrim(words), ' ', ' w'), ' '), 'w') ||
                           array_remove(string_to_array('m' || replace(btrim(marks), ' ', ' m'), ' '), 'm'))
$$;

-- Each change of an entry enters all its words anew, thirty places in the index. Together they are entered far cheaper: what waits
-- is read by a search as well, and at this size costs it a tenth of a millisecond.
ALTER INDEX dossier_list_search SET (fastupdate = on, gin_pending_list_limit = 512);

-- In SQL it was planned anew in each batch.
CREATE OR REPLACE FUNCTION write_entries(doc jsonb, refused text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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
    WHERE l.version <= excluded.version;
END
$$;
