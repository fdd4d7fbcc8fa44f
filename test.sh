#!/usr/bin/env bash
# Installs what the tests need and runs every test: under ASan and UBSan what needs neither Boost.Beast nor the program, in release the rest
# (docs/testing.md).
set -euo pipefail
cd "$(dirname "$0")"

scripts/packages.sh test
for folder in tests/workflows/schema tests/api/openapi; do
  [ -f "$folder/package-lock.json" ] || continue
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && continue
  echo "Installing node packages of $folder"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
done
scripts/build.sh asan -DVINHDANH_TESTS=ON
scripts/build.sh release -DVINHDANH_TESTS=rest
ctest --test-dir build/asan --output-on-failure -j 2 --no-tests=error
ctest --test-dir build/release --output-on-failure -j 2 --no-tests=error
