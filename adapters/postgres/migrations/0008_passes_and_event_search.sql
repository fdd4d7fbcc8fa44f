-- Which stages a dossier has passed, with the working days that each took; counted over lists without reading histories. It is
-- filled when the lists are computed anew, as the next start does.
ALTER TABLE dossier_list ADD COLUMN passes plain NOT NULL DEFAULT '';
-- Nodes compute the entries anew before their next answer, as they write nothing into a column that is not there.
UPDATE meta SET value = '' WHERE name = 'lists_computed_for';
CREATE OR REPLACE VIEW entries_in_scope AS SELECT * FROM dossier_list;

-- Auditors read events newest first, within days.
CREATE INDEX events_at ON events (at, seq);

CREATE OR REPLACE FUNCTION write_entries(doc jsonb, refused text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  whole text[] := ARRAY(SELECT e ->> 'id' FROM jsonb_array_elements(doc -> 'whole') AS e);
BEGIN
  INSERT INTO dossier_list AS l (id, version, code, submission, occasion, decision, plan, unit, territory, form, subject_kind,
      category, external_ref, phase, stage, office, hand, roles, assignee, reserved, due, held, entered, changed, marks, words, passes)
    SELECT id, version, code, submission, occasion, decision, plan, unit, territory, form, subject_kind, category,
      external_ref, phase, stage, office, hand, roles, assignee, reserved, due, held, entered, changed, marks, coalesce(words, ''),
      coalesce(passes, '')
    FROM jsonb_to_recordset(doc -> 'entries')
    AS r(i int, id text, version bigint, code text, submission text, occasion text, decision text, plan text, unit text,
         territory text, form text, subject_kind text, category text, external_ref text, phase text, stage text, office text,
         hand text, roles text, assignee text, reserved bigint, due bigint, held bigint, entered bigint, changed bigint, marks text, words text, passes text)
    WHERE refused[r.i] IS NULL
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, submission = excluded.submission,
      occasion = excluded.occasion, decision = excluded.decision, plan = excluded.plan, unit = excluded.unit,
      territory = excluded.territory, form = excluded.form, subject_kind = excluded.subject_kind,
      category = excluded.category, external_ref = excluded.external_ref, phase = excluded.phase, stage = excluded.stage,
      office = excluded.office, hand = excluded.hand, roles = excluded.roles, assignee = excluded.assignee, reserved = excluded.reserved,
      due = excluded.due, held = excluded.held, entered = excluded.entered, changed = excluded.changed,
      marks = excluded.marks,
      -- An entry without words keeps those that stand.
      words = CASE WHEN excluded.words = '' THEN l.words ELSE excluded.words END,
      -- What is passed stands after what was, unless it is all of it.
      passes = CASE WHEN excluded.id = ANY (whole) THEN excluded.passes ELSE l.passes || excluded.passes END
    WHERE l.version <= excluded.version;
END
$$;
