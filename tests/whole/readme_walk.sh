#!/usr/bin/env bash
# Runs the README's curl walk, as it stands there, against a new demo server, and compares what it prints.
#   readme_walk.sh PROGRAM REPOSITORY
set -euo pipefail
program=$1
repository=$2
work=$(mktemp -d)
stop() {
  if [ -n "${server:-}" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

"$program" --json serve --demo --data "$work/data" --listen 127.0.0.1:0 >"$work/out" 2>"$work/log" &
server=$!
for _ in $(seq 1 200); do [ -s "$work/out" ] && break; sleep 0.05; done
url=$(jq -r .url "$work/out")
token=$(jq -r '."so_noi_vu_lang_son.board"[0].token' "$work/data/demo-tokens.json")
curl -sS --fail-with-body -o /dev/null "$url/v1/demo/clock" -H "Authorization: Bearer $token" \
  -H 'Content-Type: application/json' -d '{"now": "2025-06-09T02:00:00.000Z"}'

awk '/^```bash/{inside = 1; next} /^```/{inside = 0} inside' "$repository/README.md" >"$work/walk.sh"
PORT=${url##*:} DATA_DIR=$work/data bash -eu -o pipefail "$work/walk.sh" >"$work/printed"
sed -E 's/^[0-9a-f]{64}$/HASH/' "$work/printed" | diff - "$repository/tests/whole/readme_walk.txt"
