#!/usr/bin/env bash
# What docs/deployment.md says about webhooks: its receiver's function verifies what a server sends, and nothing else.
#   webhook_walk.sh PROGRAM REPOSITORY NODE
set -euo pipefail
program=$1
repository=$2
node=$3
work=$(mktemp -d)
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
fail() { echo "$1" >&2; tail -n 20 "$work"/*.log >&2; exit 1; }
trap stop EXIT
source "$repository/tests/whole/free_port.sh"
await() {  # await FILE TEXT
  for _ in $(seq 1 200); do grep -q "$2" "$1" 2>/dev/null && return; sleep 0.05; done
  fail "$2 did not come."
}

sed -n '/^```js$/,/^```$/p' "$repository/docs/deployment.md" | sed '1d;$d' >"$work/verified.mjs"
[ -s "$work/verified.mjs" ] || fail "The page has no function."
port=$(free_port)
url=http://127.0.0.1:$port
echo whsec_none >"$work/secret"
"$node" "$repository/tests/whole/webhook_receiver.mjs" "$work/verified.mjs" "$port" "$work/secret" >"$work/received" 2>"$work/receiver.log" &
pids+=($!)

VINHDANH_WEBHOOK_PRIVATE_TARGETS="$url,https://hook.example.vn" "$program" --json serve --demo --data "$work/data" --listen 127.0.0.1:0 \
  >"$work/out" 2>"$work/server.log" &
pids+=($!)
await "$work/out" url
site=$(jq -r .url "$work/out")
token=$(jq -r '."so_noi_vu_lang_son.board"[0].token' "$work/data/demo-tokens.json")
post() {  # post PATH BODY: the answer in "$work/answer"
  local key=$RANDOM$RANDOM
  curl -sS --fail-with-body -H "Authorization: Bearer $token" -H "Idempotency-Key: $key" -H 'Content-Type: application/json' \
    -d "$2" -o "$work/answer" "$site/v1/$1" || fail "POST $1: $(cat "$work/answer")"
}
said() { jq -r "$1" "$work/answer"; }

post webhooks "{\"url\": \"$url/in\"}"
hook=$(said .id)
said .secret >"$work/secret"
post "webhooks/$hook/actions/ping" '{}'
[ "$(said .delivered)" = true ] || fail "The ping did not arrive: $(cat "$work/answer")"
await "$work/received" "vn.vinhdanh.ping webhook/$hook"
# The receiver learns of the new secret later: until then the earlier one signs too.
post "webhooks/$hook/actions/rotate-secret" '{}'
[ "$(said .secret)" != "$(cat "$work/secret")" ] || fail "The secret is the same."
post demo/clock '{"now": "2025-01-24T02:00:00.000Z"}'
post occasions '{"plan": "lang-son-2021-2025", "milestone": "final_review", "name": "Tổng kết", "document": {"number": "15/HD-SNV", "date": "2025-01-15"},
  "forms": ["provincial_merit"], "opens": "2025-01-20", "receipt_deadline": "2025-03-20"}'
await "$work/received" "vn.vinhdanh.occasion_opened occasion/$(said .id)"

grep -q refused "$work/received" && fail "What the server sent was refused: $(cat "$work/received")"
sent=$(date +%s)
curl -sS -o /dev/null -H "webhook-id: x" -H "webhook-timestamp: $sent" -H "webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" -d '{}' "$url/in"
curl -sS -o /dev/null -H "webhook-id: x" -d '{}' "$url/in"
signed() {  # signed TIME BODY: posted with the receiver's own secret
  local key
  key=$(sed 's/whsec_//' "$work/secret" | base64 -d | od -An -tx1 | tr -d ' \n')
  curl -sS -o /dev/null -H "webhook-id: x" -H "webhook-timestamp: $1" -d "$2" "$url/in" \
    -H "webhook-signature: v1,$(printf '%s' "x.$1.$2" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)"
}
signed $((sent - 400)) '{"type": "late", "subject": "x"}'
[ "$(grep -c refused "$work/received")" = 3 ] || fail "What is not ours, or is late, was taken: $(cat "$work/received")"
signed "$sent" '{"type": "sound", "subject": "x"}'
grep -q '^sound x$' "$work/received" || fail "What OpenSSL signs is refused."
grep -qF "$(cat "$work/secret")" "$work/server.log" && fail "The secret is in the log."
echo "The function of the page verifies what a server sends, and nothing else."
