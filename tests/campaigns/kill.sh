#!/usr/bin/env bash
# kill -9 at the real server while people work, N times (500), each followed by verification and the same keys again.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-500}
scripts/packages.sh test
scripts/build.sh release -DVINHDANH_TESTS=ON
VINHDANH_ROUNDS=$rounds build/release/tests/test_api '[cli][crash]'
