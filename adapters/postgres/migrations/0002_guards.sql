-- The checks repeat the program's promises, so that a fault in it cannot break them. They bind the owner of the tables too; the
-- application's role has not even the right to try (see `rights_of` in adapters/postgres/postgres_schema.cpp).

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER meta_keeps_identity BEFORE UPDATE ON meta FOR EACH ROW WHEN (old.name IN ('instance', 'demo'))
EXECUTE FUNCTION refuse('the instance id and the demo mark are for ever');
CREATE TRIGGER meta_keeps_rows BEFORE DELETE ON meta FOR EACH ROW
WHEN (old.name IN ('instance', 'demo', 'schema_version', 'access_log_kept_from'))
EXECUTE FUNCTION refuse('the instance id and the demo mark are for ever');

CREATE TRIGGER events_are_not_changed BEFORE UPDATE OR DELETE ON events FOR EACH ROW
EXECUTE FUNCTION refuse('events are never changed or deleted');
CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT
EXECUTE FUNCTION refuse('events are never changed or deleted');

CREATE TRIGGER heads_only_move_forward BEFORE UPDATE ON stream_head FOR EACH ROW WHEN (new.n <= old.n)
EXECUTE FUNCTION refuse('a stream only grows');
CREATE TRIGGER heads_are_not_deleted BEFORE DELETE ON stream_head FOR EACH ROW
EXECUTE FUNCTION refuse('a stream only grows');
CREATE TRIGGER heads_are_not_emptied BEFORE TRUNCATE ON stream_head FOR EACH STATEMENT
EXECUTE FUNCTION refuse('a stream only grows');

CREATE TRIGGER register_is_not_changed BEFORE UPDATE OR DELETE ON register FOR EACH ROW
EXECUTE FUNCTION refuse('a number once given stays given');
CREATE TRIGGER register_is_not_emptied BEFORE TRUNCATE ON register FOR EACH STATEMENT
EXECUTE FUNCTION refuse('a number once given stays given');

-- Deleting is how a personal value is erased; another value in its place would be another history.
CREATE TRIGGER personal_values_are_not_changed BEFORE UPDATE ON personal_value FOR EACH ROW
EXECUTE FUNCTION refuse('personal values are never changed');

CREATE TRIGGER definition_bytes_are_not_changed BEFORE UPDATE ON definition FOR EACH ROW
WHEN (new.bytes IS DISTINCT FROM old.bytes OR new.sha256 IS DISTINCT FROM old.sha256)
EXECUTE FUNCTION refuse('a definition is never edited in place: a change is a new version');
CREATE TRIGGER definitions_are_not_deleted BEFORE DELETE ON definition FOR EACH ROW
EXECUTE FUNCTION refuse('a definition is never deleted: dossiers may rest on it');

CREATE TRIGGER ended_sessions_stay_ended BEFORE UPDATE ON session FOR EACH ROW WHEN (old.ended = 1 AND new.ended = 0)
EXECUTE FUNCTION refuse('a session that was ended stays ended');

CREATE TRIGGER sent_mail_is_not_sent_again BEFORE UPDATE ON mail FOR EACH ROW
WHEN (old.state = 'sent' AND new.state <> 'sent')
EXECUTE FUNCTION refuse('an e-mail that was accepted is not sent again');

CREATE TRIGGER access_log_only_counts_up BEFORE UPDATE ON access_log FOR EACH ROW
WHEN (new.count <= old.count
      OR (new.seq, new.at, new.minute, new.kind, new.who, new.person, new.appointment, new.office, new.address, new.method,
          new.route, new.target, new.status, new.code, new.request_id)
         IS DISTINCT FROM
         (old.seq, old.at, old.minute, old.kind, old.who, old.person, old.appointment, old.office, old.address, old.method,
          old.route, old.target, old.status, old.code, old.request_id))
EXECUTE FUNCTION refuse('the access log is not changed');

CREATE FUNCTION keep_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.at >= coalesce((SELECT CAST(value AS bigint) FROM meta WHERE name = 'access_log_kept_from'), 0) THEN
    RAISE EXCEPTION 'the access log is kept from the day on record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN old;
END
$$;
CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION keep_access_log();

CREATE FUNCTION kept_from_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF CAST(new.value AS bigint) < CAST(old.value AS bigint) THEN
    RAISE EXCEPTION 'what was deleted stays on record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END
$$;
CREATE TRIGGER access_log_kept_from_moves_forward BEFORE UPDATE ON meta FOR EACH ROW
WHEN (old.name = 'access_log_kept_from') EXECUTE FUNCTION kept_from_moves_forward();

-- Who may see an entry, said once more beside the query: a session that reads lists names its scope in settings, and the view
-- shows nothing else, whatever the query forgot. The view reads as the owner of the tables, who is bound by the policy; the
-- application's role writes and searches the table itself. Not on the searched table for all: the search's operator may leak
-- what it compares, so that no index of it would be used under a policy.
ALTER TABLE dossier_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE dossier_list FORCE ROW LEVEL SECURITY;
CREATE POLICY entries_in_scope ON dossier_list FOR SELECT USING (
  current_setting('vinhdanh.everything', true) = 'yes'
  OR unit = ANY (string_to_array(current_setting('vinhdanh.units', true), ' '))
  OR string_to_array(btrim(marks), ' ') && string_to_array(current_setting('vinhdanh.marks', true), ' '));
CREATE VIEW entries_in_scope AS SELECT * FROM dossier_list;
