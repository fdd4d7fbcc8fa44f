#!/usr/bin/env bash
# Walks through the portal in Chromium on a fresh demo: each page judged by axe, for sideways scroll and a clean console, at three widths, in both languages.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh browser
scripts/portal.sh
source scripts/node.sh
TARGETS=vinhdanh scripts/build.sh release
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
build/release/vinhdanh --json serve --demo --data "$folder/data" --listen 127.0.0.1:0 >"$folder/out" 2>"$folder/log" &
server=$!
for _ in $(seq 1 100); do [ -s "$folder/out" ] && break; sleep 0.1; done
PORTAL_URL=$(jq -r .url "$folder/out")
build/release/vinhdanh journeys --url "$PORTAL_URL" --tokens "$folder/data/demo-tokens.json" --open-work >"$folder/walk" || { cat "$folder/walk" >&2; exit 1; }
export PORTAL_URL PORTAL_PASSWORD PORTAL_LOGIN=so_noi_vu_lang_son.specialist
export PORTAL_BOARD=so_noi_vu_lang_son.board PORTAL_AUDITOR=so_noi_vu_lang_son.auditor
PORTAL_PASSWORD=$(cat "$folder/data/demo-password")
cd portal
node --test test/browser/smoke.test.mjs test/browser/oversight.test.mjs
