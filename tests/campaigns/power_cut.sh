#!/usr/bin/env bash
# Power cuts, N of them (2000): only what was synced survives, and nothing acknowledged may be lost. VINHDANH_SEED repeats a run.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-2000}
scripts/packages.sh test
scripts/build.sh release -DVINHDANH_TESTS=ON
VINHDANH_ROUNDS=$rounds build/release/tests/test_faults '[power]'
