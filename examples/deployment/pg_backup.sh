#!/usr/bin/env bash
# Base backups of PostgreSQL, moments with a name, and recovery. As the account that PostgreSQL runs as; PGHOST, PGPORT and PGUSER say where it is.
#   BASE_BACKUPS=FOLDER pg_backup.sh base    copies the running cluster, proves the copy and prints its folder
#   pg_backup.sh point NAME                  recovery can end exactly here; returns when the archive has all until then
#   WAL_ARCHIVE=FOLDER pg_backup.sh recover BACKUP DATA end | time TIME | point NAME
#                                            makes a data folder; started, it recovers as far as that and can be written to
set -euo pipefail
usage="usage: pg_backup.sh base | point NAME | recover BACKUP DATA end|time TIME|point NAME"
here=$(dirname "$(realpath "$0")")
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d postgres "$@"; }

base() {
  local folder part
  folder=${BASE_BACKUPS:?$usage}/$(date -u +%Y-%m-%dT%H%M%SZ)
  part=$folder.part
  pg_basebackup --pgdata="$part" --checkpoint=fast --wal-method=stream --manifest-checksums=SHA256
  pg_verifybackup --quiet "$part"
  mv -T -- "$part" "$folder"
  sync -- "$BASE_BACKUPS"
  echo "$folder"
}

# The piece of the log that holds the point is not full yet: the next one is begun, so that it goes to the archive.
point() {
  local piece
  piece=$(ask -v name="$1" <<<"SELECT pg_walfile_name(pg_create_restore_point(:'name'))")
  ask -c "SELECT pg_switch_wal()" >/dev/null
  for _ in $(seq 1 600); do
    [ "$(ask -v piece="$piece" <<<"SELECT last_archived_wal >= :'piece' COLLATE \"C\" FROM pg_stat_archiver")" != t ] || return 0
    sleep 0.1
  done
  echo "$piece is not in the archive: see the server's log." >&2
  return 1
}

# The copy archives nothing and waits for no standby until somebody decides that it serves: a trial must not leave a second history in the archive.
recover() {
  local backup=$1 data=$2 target=$3 until=${4:-} archive
  archive=$(realpath -e "${WAL_ARCHIVE:?$usage}")
  case "$target:$#" in end:3 | time:4 | point:4) ;; *) echo "$usage" >&2; return 2 ;; esac
  [[ $until$archive$here != *[\'\"\\\$\`%]* ]] || { echo "No quotes, backslashes, \$ or % in a path, time or name." >&2; return 2; }
  pg_verifybackup --quiet "$backup"
  mkdir -p -m 700 -- "$data"
  [ -z "$(ls -A -- "$data")" ] || { echo "$data is not empty." >&2; return 1; }
  cp -a -- "$backup/." "$data"
  {
    printf "restore_command = 'WAL_ARCHIVE=\"%s\" \"%s/wal_archive.sh\" get \"%%f\" \"%%p\"'\n" "$archive" "$here"
    printf "recovery_target_action = 'promote'\narchive_mode = off\nsynchronous_standby_names = ''\n"
    case $target in
      time) printf "recovery_target_time = '%s'\n" "$until" ;;
      point) printf "recovery_target_name = '%s'\n" "$until" ;;
    esac
  } >>"$data/postgresql.auto.conf"
  touch -- "$data/recovery.signal"
}

case "${1:-}:$#" in
  base:1 | point:2 | recover:[45]) "$@" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
