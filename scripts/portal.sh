#!/usr/bin/env bash
# Builds portal/dist, which the program carries inside, where it is older than what it is made from. Debian 12's Node is too old for
# that: a newer one is put into build/node.
set -euo pipefail
cd "$(dirname "$0")/.."

made=portal/dist/index.html
[ -f "$made" ] && [ -z "$(find portal api/openapi.yaml \( -name node_modules -o -name dist \) -prune -o -newer "$made" -type f -print -quit)" ] && exit 0

source scripts/node.sh
cd portal
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  echo "Installing node packages of portal"
  npm ci --no-audit --no-fund --loglevel=error
fi
echo "Building the portal"
npm run --silent build
