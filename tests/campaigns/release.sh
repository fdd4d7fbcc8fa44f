#!/usr/bin/env bash
# Every test in release; ./test.sh runs there only what it does not run, or not in full, under the sanitizers.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
for folder in tests/workflows/schema tests/api/openapi; do
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
done
scripts/build.sh release -DVINHDANH_TESTS=ON
ctest --test-dir build/release --output-on-failure -j "${JOBS:-$(nproc)}" --no-tests=error
