#!/usr/bin/env bash
# Two nodes behind nginx as examples/deployment/nginx.conf has it: TLS, live events, body limits, the caller's address, a node that dies.
#   nginx_walk.sh PROGRAM REPOSITORY CLUSTER
set -euo pipefail
program=$1
repository=$2
host=$(head -n 1 "$3")
work=$(mktemp -d)
chmod 755 "$work"
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  psql -q -h "$host" -U vinhdanh_owner -d tests -c "DROP SCHEMA IF EXISTS $schema CASCADE" 2>/dev/null || true
  rm -rf "$work"
}
fail() { echo "$1" >&2; tail -n 20 "$work"/*.log >&2; exit 1; }
schema=nginx_$$
trap stop EXIT

source "$repository/tests/whole/free_port.sh"

export VINHDANH_DATABASE="host=$host user=vinhdanh_app dbname=tests" VINHDANH_SCHEMA=$schema
"$program" migrate --database "host=$host user=vinhdanh_owner dbname=tests" --app-role vinhdanh_app --demo >/dev/null
serve() {  # serve NAME PORT
  "$program" --json serve --demo --data "$work/$1" --listen "127.0.0.1:$2" --public-url https://vinhdanh.example.vn \
    --trusted-proxy 127.0.0.1 >"$work/$1.out" 2>"$work/$1.log" &
  pids+=($!)
  for _ in $(seq 1 1200); do [ -s "$work/$1.out" ] && return; sleep 0.05; done
  fail "The node $1 did not start."
}
one=$(free_port); two=$(free_port); tls=$(free_port)
mkdir "$work/one" "$work/two" "$work/tls"
serve one "$one"
serve two "$two"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=vinhdanh.example.vn -addext subjectAltName=DNS:vinhdanh.example.vn \
  -keyout "$work/tls/key.pem" -out "$work/tls/fullchain.pem" 2>/dev/null
sed -e "s|127.0.0.1:8081|127.0.0.1:$one|; s|127.0.0.1:8082|127.0.0.1:$two|; s|listen 443|listen 127.0.0.1:$tls|; s|/etc/ssl/vinhdanh|$work/tls|" \
  "$repository/examples/deployment/nginx.conf" >"$work/site.conf"
cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  include $work/site.conf;
}
CONF
nginx -c "$work/nginx.conf" -e "$work/nginx.log" &
pids+=($!)
site=https://vinhdanh.example.vn:$tls
ask() { curl -sS --cacert "$work/tls/fullchain.pem" --resolve "vinhdanh.example.vn:$tls:127.0.0.1" "$@"; }
for _ in $(seq 1 100); do ask -o /dev/null "$site/healthz" 2>/dev/null && break; sleep 0.05; done

token=$(jq -r '."so_noi_vu_lang_son.board"[0].token' "$work/one/demo-tokens.json")
as=(-H "Authorization: Bearer $token")
ask -D "$work/head" -o /dev/null --fail "$site/readyz"
grep -qi '^strict-transport-security: max-age=31536000' "$work/head" || fail "The answer through TLS has no HSTS."
[ "$(ask "${as[@]}" "$site/v1/me" | jq -r .office)" = so_noi_vu_lang_son ] || fail "/v1/me is not the caller's."

# Live events pass at once, from whichever node.
ask -N --max-time 20 "${as[@]}" "$site/v1/events" >"$work/events" 2>/dev/null &
listener=$!
for _ in $(seq 1 100); do grep -q '^id: ' "$work/events" && break; sleep 0.05; done
ask --fail "${as[@]}" -H "Idempotency-Key: clock" -H 'Content-Type: application/json' -o /dev/null \
  -d '{"now": "2025-01-24T02:00:00.000Z"}' "$site/v1/demo/clock"
ask --fail "${as[@]}" -H "Idempotency-Key: occasion" -H 'Content-Type: application/json' -o "$work/occasion" "$site/v1/occasions" \
  -d '{"plan": "lang-son-2021-2025", "milestone": "final_review", "name": "Tổng kết", "document": {"number": "15/HD-SNV", "date": "2025-01-15"},
       "forms": ["provincial_merit"], "opens": "2025-01-20", "receipt_deadline": "2025-03-20"}'
occasion=$(jq -r .id "$work/occasion")
for _ in $(seq 1 100); do grep -q "$occasion" "$work/events" && break; sleep 0.05; done
grep -q "\"stream\":\"occasion\",\"id\":\"$occasion\"" "$work/events" || fail "The event did not come through."
kill "$listener" 2>/dev/null || true

# What is too large is refused by the node, with its reasons; what is larger still by nginx.
head -c $((21 * 1024 * 1024)) /dev/zero >"$work/large"
head -c $((25 * 1024 * 1024)) /dev/zero >"$work/larger"
upload() { ask "${as[@]}" -X PUT -H 'Content-Type: application/pdf' -H 'If-Match: "0"' -H 'Expect:' --data-binary "@$1" -o "$work/answer" \
  -w '%{http_code}' "$site/v1/dossiers/0192e4a0-0000-7000-8000-000000000000/papers/achievement_report"; }
[ "$(upload "$work/large")" = 413 ] || fail "21 MiB were not refused."
[ "$(jq -r .code "$work/answer")" = payload_too_large ] || fail "21 MiB were not refused by the node: $(head -c 300 "$work/answer")"
[ "$(upload "$work/larger")" = 413 ] || fail "25 MiB were not refused."
[ "$(ask -o /dev/null -w '%{http_code}' "$site/metrics")" = 404 ] || fail "/metrics is to be seen from outside."

# The address in the access log is the caller's, whatever he claims.
ask -o /dev/null "${as[@]}" -H 'X-Forwarded-For: 203.0.113.9' "$site/v1/access-log"
auditor=$(jq -r '."so_noi_vu_lang_son.auditor"[0].token' "$work/one/demo-tokens.json")
ask --fail -H "Authorization: Bearer $auditor" -o "$work/log" "$site/v1/access-log"
jq -e '[.items[] | select(.route == "/v1/access-log" and .status == 403)] | length > 0 and all(.address == "127.0.0.1")' "$work/log" >/dev/null ||
  fail "A caller may say where he comes from: $(cat "$work/log")"

# A node dies: the other answers, also what is sent with a key.
kill -9 "${pids[0]}"
for i in $(seq 1 10); do
  ask --fail "${as[@]}" -o /dev/null "$site/v1/me" || fail "Request $i failed with a dead node."
  ask --fail "${as[@]}" -H "Idempotency-Key: occasion-$i" -H 'Content-Type: application/json' -o /dev/null "$site/v1/occasions" \
    -d '{"plan": "lang-son-2021-2025", "milestone": "final_review", "name": "Tổng kết", "document": {"number": "15/HD-SNV", "date": "2025-01-15"},
         "forms": ["provincial_merit"], "opens": "2025-01-20", "receipt_deadline": "2025-03-20"}' || fail "Act $i failed with a dead node."
done
echo "Behind nginx: TLS, live events, limits, addresses and a dead node are as they should be."
