#!/usr/bin/env bash
# Backup and point-in-time recovery with the files of examples/deployment: to a time, to a named moment before a mistake, to the end; and what
# `verify` says of each by the receipts of the node.
#   recovery_walk.sh PROGRAM REPOSITORY
set -euo pipefail
program=$1
repository=$2
work=$(mktemp -d)
chmod 755 "$work"
cluster() { "$repository/tests/support/postgres.sh" "$@"; }
node=""
stop() {
  [ -z "$node" ] || kill "$node" 2>/dev/null || true
  for file in "$work"/*.cluster; do cluster stop "$file" || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
fail() { echo "$1" >&2; tail -n 20 "$work"/*.log >&2; exit 1; }
trap stop EXIT

as_owner() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
# As an operator installs them; the server's account need not be able to read the sources.
mkdir "$work/lib" "$work/wal" "$work/base" "$work/node"
install -m 755 "$repository"/examples/deployment/{wal_archive,pg_backup}.sh "$work/lib"
[ "$(id -u)" -ne 0 ] || chown postgres "$work/wal" "$work/base"
sed -e "s|/srv/backup/wal|$work/wal|; s|/usr/local/lib/vinhdanh|$work/lib|" "$repository/examples/deployment/backup.conf" >"$work/backup.conf"
pg_backup() { (cd / && as_owner env PGHOST="$host" BASE_BACKUPS="$work/base" WAL_ARCHIVE="$work/wal" "$work/lib/pg_backup.sh" "$@"); }
archive() { (cd / && as_owner env WAL_ARCHIVE="${2:-$work/wal}" "$work/lib/wal_archive.sh" "${@:3}") >"$work/said.log" 2>&1 && code=0 || code=$?
            [ "$code" -eq "$1" ] || fail "wal_archive.sh ${*:3} ended with $code."; }

cluster start "$work/first.cluster" "$work/backup.conf"
host=$(head -n 1 "$work/first.cluster")
at() { echo "host=$1 user=vinhdanh_app dbname=tests"; }
"$program" migrate --database "host=$host user=vinhdanh_owner dbname=tests" --app-role vinhdanh_app --demo >/dev/null
export VINHDANH_DATABASE; VINHDANH_DATABASE=$(at "$host")

serve() {
  : >"$work/out"
  "$program" --json serve --demo --data "$work/node" --listen 127.0.0.1:0 >"$work/out" 2>>"$work/node.log" &
  node=$!
  for _ in $(seq 1 1200); do [ -s "$work/out" ] && break; kill -0 "$node" 2>/dev/null || break; sleep 0.05; done
  [ -s "$work/out" ] || fail "The node did not start."
  url=$(jq -r .url "$work/out")
}
end_node() { kill "$node"; wait "$node" || true; node=""; }
call() {  # call ACCOUNT METHOD PATH [curl options]: the answer's id
  local token
  token=$(jq -r --arg who "$1" '.[$who][0].token' "$work/node/demo-tokens.json")
  curl -sS --fail-with-body -o "$work/answer" -X "$2" -H "Authorization: Bearer $token" -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" \
    "${@:4}" "$url$3" || fail "$2 $3 was refused: $(cat "$work/answer")"
  jq -r .id "$work/answer"
}
json=(-H 'Content-Type: application/json' -d)
# An occasion, a submission of a commune, and its letter's bytes; the stream of each is noted.
work() {
  local occasion submission
  occasion=$(call huyen_binh_gia.board POST /v1/occasions "${json[@]}" '{"plan": "lang-son-2021-2025", "milestone": "final_review", "name": "'"$1"'",
    "document": {"number": "45/HD-UBND", "date": "2025-06-02"}, "forms": ["unit_commendation"], "opens": "2025-06-02",
    "receipt_deadline": "2025-06-25", "territory": "huyen_binh_gia"}')
  submission=$(call xa_thien_long.clerk POST /v1/submissions "${json[@]}" '{"occasion": "'"$occasion"'"}')
  call xa_thien_long.clerk PUT "/v1/submissions/$submission/papers/submission_letter" -H 'Content-Type: application/pdf' -H 'If-Match: "0"' \
    --data-binary $'%PDF-1.4\n'"$1"$'\n%%EOF' >/dev/null
  printf '%s\n' "occasion/$occasion" "submission/$submission" >"$work/$1.streams"
}
moment() { psql -X -q -A -t -h "$host" -U postgres -d postgres -c "SELECT clock_timestamp()"; }

serve
for login in chief deputy; do
  "$program" user add --login $login --name "Quản trị $login" >/dev/null
  "$program" role assign --login $login --office so_noi_vu_lang_son --role administrator --from 2024-01-01 >/dev/null
done
call huyen_binh_gia.board POST /v1/demo/clock "${json[@]}" '{"now": "2025-06-09T02:00:00.000Z"}' >/dev/null
work before
backup=$(pg_backup base)
work copied
time=$(moment)
work later
pg_backup point "before the mistake"
work mistake
work after
pg_backup point last
end_node
cp "$work/node/receipts.log" "$work/receipts.last"
cluster crash "$work/first.cluster"

# recover NAME TARGET…: a cluster of its own, from the base backup and the archive alone.
recover() {
  local folder
  folder=$(mktemp -d /tmp/vinhdanh-pg-XXXXXX)
  printf '%s\n0\n' "$folder" >"$work/$1.cluster"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  pg_backup recover "$backup" "$folder/data" "${@:2}"
  echo "unix_socket_directories = '$folder'" >>"$folder/data/postgresql.conf"
  cluster resume "$work/$1.cluster"
  for _ in $(seq 1 200); do
    [ "$(psql -X -q -A -t -h "$folder" -U postgres -d postgres -c "SELECT pg_is_in_recovery()")" = f ] && break
    sleep 0.05
  done
  VINHDANH_DATABASE=$(at "$folder")
}
# verified RECEIPTS CODE WORK…: what it says is whole in itself, and what it misses are exactly these works' streams.
verified() {
  local code=0
  "$program" --json verify --receipts "$1" >"$work/verdict" 2>"$work/said.log" || code=$?
  [ "$code" -eq "$2" ] || fail "verify with $1 ended with $code, not $2: $(cat "$work/verdict")"
  [ "$(jq '.violations | length' "$work/verdict")" -eq 0 ] || fail "The recovered history is not whole: $(cat "$work/verdict")"
  jq -r '.receipt_faults[] | .stream + if .fault == "shorter" then "" else " " + .fault end' "$work/verdict" | sort >"$work/missing"
  (cd "$work" && cat /dev/null "${@:3}") | sort | diff - "$work/missing" >&2 || fail "verify with $1 does not name what is missing."
}

recover time time "$time"
verified "$work/receipts.last" 5 later.streams mistake.streams after.streams
recover point point "before the mistake"
verified "$work/receipts.last" 5 mistake.streams after.streams

# A node refuses the shorter history until two administrators answer for it, and works on it then.
"$program" serve --demo --data "$work/node" --listen 127.0.0.1:0 >/dev/null 2>"$work/said.log" && fail "A shorter history was served." || code=$?
[ "$code" -eq 5 ] || fail "A shorter history was refused with $code, not 5."
"$program" accept-shorter-history --administrator chief deputy --data "$work/node" >/dev/null
serve
work again
end_node
verified "$work/node/receipts.log" 0

# What was recovered on trial, and even worked on, is no part of the archive: it would be taken for the newest history.
[ -z "$(find "$work/wal" -name '0000000[2-9]*')" ] || fail "A recovered cluster wrote into the archive."

recover last end
verified "$work/receipts.last" 0

# What an archive must never do, and what must stop a recovery instead of ending it.
echo one >"$work/one.log"; echo two >"$work/two.log"; chmod 644 "$work"/*.log
piece=000000090000000000000001
archive 0 "$work/wal" put "$work/one.log" $piece
archive 0 "$work/wal" put "$work/one.log" $piece
archive 1 "$work/wal" put "$work/two.log" $piece
cmp -s "$work/one.log" "$work/wal/$piece" || fail "A piece was replaced."
[ "$(find "$work/wal" -name '.*' -type f | wc -l)" -eq 0 ] || fail "A part of a piece was left in the archive."
archive 1 "$work/wal" get 000000090000000000000002 "$work/base/got"
archive 200 "$work/nowhere" get $piece "$work/base/got"
archive 1 "$work/nowhere" put "$work/one.log" $piece
pg_backup recover "$backup" "$work/base" end 2>"$work/said.log" && fail "A folder that is not empty was recovered into."
printf x >>"$backup/global/pg_control"
pg_backup recover "$backup" "$work/base/new" end 2>"$work/said.log" && fail "A damaged backup was recovered from."
echo "Recovered to a time, to a moment and to the end: whole, and what is missing is named."
