#!/usr/bin/env bash
# Installs what the tests need and runs every test of the program as it is delivered, and those of what reads a stranger's bytes once more
# under ASan and UBSan (docs/testing.md).
set -euo pipefail
cd "$(dirname "$0")"

scripts/packages.sh test
scripts/portal.sh
source scripts/node.sh
for folder in tests/workflows/schema tests/api/openapi; do
  [ -f "$folder/package-lock.json" ] || continue
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && continue
  echo "Installing node packages of $folder"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
done
scripts/build.sh release -DVINHDANH_TESTS=ON
TARGETS="fuzz_http fuzz_json fuzz_search fuzz_sheet" scripts/build.sh asan -DVINHDANH_TESTS=ON -DVINHDANH_OPTIMISE=-O0
ctest --test-dir build/asan --output-on-failure -j 2 --no-tests=error -R '^fuzz: .*(http|json|search|sheet)'
# One more than the cores of CI: many tests wait for a server, a lock or a time to pass.
ctest --test-dir build/release --output-on-failure -j 3 --no-tests=error
