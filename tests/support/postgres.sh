#!/usr/bin/env bash
# Starts a PostgreSQL cluster for the tests in a temporary folder, reachable through its socket only, or stops it again.
#   postgres.sh start FILE   writes the socket's folder and the postmaster's pid to FILE; a cluster that FILE names is stopped first
#   postgres.sh stop FILE
set -euo pipefail

action=${1:?usage: postgres.sh start|stop FILE}
file=$(realpath -m "${2:?usage: postgres.sh start|stop FILE}")
cd /  # where the server's owner may be too
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

# initdb and the server refuse root.
as_owner() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop() {
  [ -f "$file" ] || return 0
  local folder pid
  { read -r folder; read -r pid; } <"$file"
  # The pid on record is only ours while its folder says so too.
  if [ -f "$folder/data/postmaster.pid" ] && [ "$(head -n 1 "$folder/data/postmaster.pid")" = "$pid" ]; then
    as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null
  fi
  rm -rf "$folder" "$file"
}

start() {
  stop
  as_owner true || { echo "The account postgres cannot run programs here: / must be open to it." >&2; return 1; }
  local folder
  folder=$(mktemp -d /tmp/vinhdanh-pg-XXXXXX)
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  as_owner "$bin/initdb" -D "$folder/data" -A trust -U postgres --encoding=UTF8 --locale=C --no-instructions >"$folder.log"
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
  as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w start >/dev/null
  rm -f "$folder.log"
  as_owner psql -h "$folder" -U postgres -q -v ON_ERROR_STOP=1 \
    -c "CREATE ROLE vinhdanh_owner LOGIN CREATEDB" -c "CREATE ROLE vinhdanh_app LOGIN" \
    -c "CREATE DATABASE tests OWNER vinhdanh_owner TEMPLATE template0 ENCODING 'UTF8'"
  printf '%s\n%s\n' "$folder" "$(head -n 1 "$folder/data/postmaster.pid")" >"$file"
}

"$action"
