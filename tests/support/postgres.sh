#!/usr/bin/env bash
# Starts a PostgreSQL cluster for the tests in a temporary folder, reachable through its socket only, and what else may befall it.
#   postgres.sh start FILE [CONF]     writes the socket's folder and the postmaster's pid to FILE; a cluster that FILE names is stopped first
#   postgres.sh stop FILE
#   postgres.sh crash FILE            kill -9 of the postmaster
#   postgres.sh resume FILE           starts a crashed cluster again
#   postgres.sh standby FILE PRIMARY  a synchronous standby of the cluster that PRIMARY names
#   postgres.sh promote FILE          of a standby
set -euo pipefail

usage="usage: postgres.sh start|stop|crash|resume|standby|promote FILE [CONF|PRIMARY]"
action=${1:?$usage}
file=$(realpath -m "${2:?$usage}")
more=${3:+$(realpath -m "$3")}
cd /  # where the server's owner may be too
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

# initdb and the server refuse root.
as_owner() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
folder_of() { head -n 1 "$1"; }
control() { as_owner "$bin/pg_ctl" -D "$1/data" "${@:2}" >/dev/null; }
sql() { as_owner psql -h "$1" -U postgres -q -v ON_ERROR_STOP=1 "${@:2}"; }

# The pid on record is only ours while its folder says so too; of a crashed server that file stays.
is_ours() { [ -f "$1/data/postmaster.pid" ] && [ "$(head -n 1 "$1/data/postmaster.pid")" = "$2" ] && kill -0 "$2" 2>/dev/null; }

record() { printf '%s\n%s\n' "$1" "$(head -n 1 "$1/data/postmaster.pid")" >"$file"; }

new_folder() {
  as_owner true || { echo "The account postgres cannot run programs here: / must be open to it." >&2; return 1; }
  folder=$(mktemp -d /tmp/vinhdanh-pg-XXXXXX)
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
}

run() {
  control "$folder" -l "$folder/data/log" -w start
  record "$folder"
}

stop() {
  [ -f "$file" ] || return 0
  local folder pid
  { read -r folder; read -r pid; } <"$file"
  if is_ours "$folder" "$pid"; then control "$folder" -m immediate -w stop; fi
  rm -rf "$folder" "$file"
}

start() {
  stop
  new_folder
  as_owner "$bin/initdb" -D "$folder/data" -A trust -U postgres --encoding=UTF8 --locale=C --no-sync --no-instructions >"$folder.log"
  cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
max_locks_per_transaction = 256
shared_buffers = 64MB
wal_level = replica
autovacuum_naptime = 5s
log_min_messages = error
CONF
  [ -z "$more" ] || cat "$more" >>"$folder/data/postgresql.conf"
  run
  rm -f "$folder.log"
  sql "$folder" -c "CREATE ROLE vinhdanh_owner LOGIN CREATEDB" -c "CREATE ROLE vinhdanh_app LOGIN" \
    -c "CREATE DATABASE tests OWNER vinhdanh_owner TEMPLATE template0 ENCODING 'UTF8'"
}

crash() {
  local folder pid
  { read -r folder; read -r pid; } <"$file"
  is_ours "$folder" "$pid" || { echo "The cluster of $file does not run." >&2; return 1; }
  kill -9 "$pid"
  # Its children notice, and hold the shared memory until they have.
  while kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
}

resume() {
  folder=$(folder_of "$file")
  for _ in $(seq 1 100); do
    if run 2>/dev/null; then return; fi
    sleep 0.1
  done
  tail -n 20 "$folder/data/log" >&2
  return 1
}

standby() {
  stop
  new_folder
  local from
  from=$(folder_of "${more:?$usage}")
  as_owner "$bin/pg_basebackup" -h "$from" -U postgres -D "$folder/data" -R -X stream -c fast
  sed -i "s|^unix_socket_directories.*|unix_socket_directories = '$folder'|" "$folder/data/postgresql.conf"
  run
  # Only the primary waits for a standby: promoted, this one has none.
  sql "$from" -c "ALTER SYSTEM SET synchronous_standby_names = '*'" -c "SELECT pg_reload_conf()" >/dev/null
}

promote() { control "$(folder_of "$file")" -w promote; }

case "$action" in
  start | stop | crash | resume | standby | promote) "$action" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
