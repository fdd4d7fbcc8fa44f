#!/usr/bin/env bash
# Installs, builds and starts the demo server, walks the five plans through it over HTTP, and serves until Ctrl-C.
#   ./run.sh          PORT (8080) and DATA_DIR are honoured; without DATA_DIR the demo folder is made anew
#   ./run.sh --once   ends after the journeys, non-zero when one missed its end
set -euo pipefail
cd "$(dirname "$0")"

once=no
case "${1:-}" in
  "") ;;
  --once) once=yes ;;
  *) echo "usage: ./run.sh [--once]" >&2; exit 2 ;;
esac
port=${PORT:-8080}
if [ -n "${DATA_DIR:-}" ]; then
  data=$DATA_DIR
else
  data=data/demo
  rm -rf "$data"
fi

scripts/packages.sh run
scripts/portal.sh
scripts/build.sh release

mkdir -p "$data"
url="http://127.0.0.1:$port"
build/release/vinhdanh serve --demo --data "$data" --listen "127.0.0.1:$port" 2>"$data/server.log" &
server=$!
stop() { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
trap stop EXIT
trap 'exit 130' INT TERM

for _ in $(seq 1 100); do
  curl -fsS "$url/readyz" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || { echo "The server did not start:" >&2; tail -n 5 "$data/server.log" >&2; exit 1; }
  sleep 0.1
done

build/release/vinhdanh journeys --url "$url" --tokens "$data/demo-tokens.json" --open-work && outcome=0 || outcome=$?
if [ "$once" = yes ] || [ "$outcome" -ne 0 ]; then
  exit "$outcome"
fi
echo
echo "Serving at $url (log: $data/server.log). Ctrl-C ends. Sign in there as one of the accounts above, with the password $(cat "$data/demo-password")"
wait "$server"
