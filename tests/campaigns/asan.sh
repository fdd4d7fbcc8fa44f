#!/usr/bin/env bash
# The whole program under ASan, LSan and UBSan, Boost.Beast, sockets and command line too: every API test, and the five plans over HTTP.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
TARGETS="vinhdanh test_api" scripts/build.sh whole -DVINHDANH_TESTS=ON
ctest --test-dir build/whole --output-on-failure -j "${JOBS:-$(nproc)}" --no-tests=error -R '^api:|^postgres:|^whole: the|^whole: what'

folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
build/whole/vinhdanh --json serve --demo --data "$folder/data" --listen 127.0.0.1:0 >"$folder/out" 2>"$folder/log" &
server=$!
for _ in $(seq 1 600); do [ -s "$folder/out" ] && break; sleep 0.1; done
build/whole/vinhdanh journeys --url "$(jq -r .url "$folder/out")" --tokens "$folder/data/demo-tokens.json"
kill -INT "$server"
wait "$server" || { cat "$folder/log" >&2; exit 1; }
trap 'rm -rf "$folder"' EXIT
build/whole/vinhdanh verify --data "$folder/data"
