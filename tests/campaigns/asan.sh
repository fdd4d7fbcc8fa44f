#!/usr/bin/env bash
# The whole program under ASan, LSan and UBSan, Boost.Beast, sockets and command line too: every test, and the five plans over HTTP.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
for folder in tests/workflows/schema tests/api/openapi; do
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
done
scripts/build.sh asan -DVINHDANH_TESTS=ON -DVINHDANH_OPTIMISE=-O1
# The tests of faults load their disk before everything else, the sanitizer's runtime too. Those of the portal start nothing of this build.
export ASAN_OPTIONS=verify_asan_link_order=0 LSAN_OPTIONS=suppressions=$PWD/tests/campaigns/leaks.supp:print_suppressions=0
ctest --test-dir build/asan --output-on-failure -j "${JOBS:-$(nproc)}" --no-tests=error -E '^portal: '

folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
build/asan/vinhdanh --json serve --demo --data "$folder/data" --listen 127.0.0.1:0 >"$folder/out" 2>"$folder/log" &
server=$!
for _ in $(seq 1 600); do [ -s "$folder/out" ] && break; sleep 0.1; done
build/asan/vinhdanh journeys --url "$(jq -r .url "$folder/out")" --tokens "$folder/data/demo-tokens.json"
kill -INT "$server"
wait "$server" || { cat "$folder/log" >&2; exit 1; }
trap 'rm -rf "$folder"' EXIT
build/asan/vinhdanh verify --data "$folder/data"
