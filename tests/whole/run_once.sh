#!/usr/bin/env bash
# Runs ./run.sh --once on a folder and a port of its own, twice: the second time it finds the dossiers of the first.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

source tests/whole/free_port.sh

once() {
  PORT=$(free_port) DATA_DIR="$folder/data" ./run.sh --once >"$folder/$1" 2>&1 && return
  cat "$folder/$1" >&2
  tail -n 20 "$folder/data/server.log" >&2
  return 1
}

once first
cat "$folder/first"
once second
for plan in 000 001 002 003 004; do
  grep -q "$plan" "$folder/first" || { echo "Plan $plan is not in the table." >&2; exit 1; }
done
! grep -q "đã có từ" "$folder/first" || { echo "The first run claims to have found dossiers." >&2; exit 1; }
grep -q "đã có từ" "$folder/second" || { echo "The second run did not find the dossiers of the first." >&2; exit 1; }
