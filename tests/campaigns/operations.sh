#!/usr/bin/env bash
# Every command of two journeys, limited places included, with its n-th file operation failing, for every n until it passes.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts/packages.sh test
scripts/build.sh release -DVINHDANH_TESTS=ON
VINHDANH_ROUNDS=1 build/release/tests/test_faults '[operations]'
