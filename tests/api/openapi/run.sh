#!/bin/sh
# Runs the API's tests with their exchanges written down, then checks openapi.yaml against them.
# Usage: run.sh TEST_PROGRAM WORK_FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exchanges=$2/api-exchanges.jsonl
mkdir -p "$2"
rm -f "$exchanges"
VINHDANH_EXCHANGES=$exchanges "$1" '[desk],[runner],[sign-in],[people],[definitions],[access_log],[jobs]'
[ -d "$here/node_modules" ] || (cd "$here" && npm ci --silent --no-progress)
node "$here/check.mjs" "$exchanges"
